"""The trained heads: reproducible, small, readable without scikit-learn."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from warmwatt.handbook import Handbook, PhraseList, UtteranceGroup, UtteranceSet, shipped_handbook
from warmwatt.quantities import Source
from warmwatt.understanding import HEADS_FILE, train_heads
from warmwatt.understanding._heads import shipped_heads

A_MEGABYTE_AND_A_HALF = 1_500_000


def small_handbook() -> Handbook:
    whole = shipped_handbook("cn")
    groups = (
        UtteranceGroup(topics=("invoice",), state="calm", texts=("开一张发票", "发票抬头要改", "补一张票")),
        UtteranceGroup(topics=("praise",), state="grateful", texts=("谢谢师傅", "师傅真好，谢谢", "表扬那位师傅")),
    )
    sets = {
        style: UtteranceSet(
            id=f"utterances.{style}",
            title=style,
            valid_from=date(2026, 1, 1),
            source=Source(name="Warmwatt 编写组"),
            status="verified",
            style=style,
            groups=tuple(group.model_copy(update={"texts": group.texts[at : at + 2]}) for group in groups),
        )
        for at, style in enumerate(("plain", "chat"))
    }
    lists = whole.entries[PhraseList]
    return Handbook(name="small", title="small", entries={UtteranceSet: sets, PhraseList: lists})


def test_training_again_gives_the_same_file_byte_for_byte(tmp_path: Path) -> None:
    for name in ("first.npz", "second.npz"):
        train_heads(handbook=small_handbook(), out=tmp_path / name, with_held_out=False)
    assert (tmp_path / "first.npz").read_bytes() == (tmp_path / "second.npz").read_bytes()


def test_report_is_split_by_writer_style(tmp_path: Path) -> None:
    report = train_heads(handbook=small_handbook(), out=tmp_path / "heads.npz")
    assert set(report["train"]) == {"all", "plain", "chat"}
    assert set(report["held_out"]) == {"all", "plain", "chat"}


def test_shipped_heads_are_small_and_finite() -> None:
    assert HEADS_FILE.stat().st_size < A_MEGABYTE_AND_A_HALF
    heads = shipped_heads()
    assert np.isfinite(heads.grams).all()
    assert np.isfinite(heads.embedding).all()


def test_shipped_report_is_of_the_handbook_as_it_is() -> None:
    groups = [group for entry in shipped_handbook("cn").of(UtteranceSet) for group in entry.groups]
    report = json.loads(HEADS_FILE.with_suffix(".json").read_text(encoding="utf-8"))
    assert report["utterances"] == sum(len(group.texts) for group in groups)


def test_live_reading_never_imports_scikit_learn() -> None:
    script = (
        "import sys; from warmwatt.conversations import Turn; from warmwatt.handbook import shipped_handbook;"
        "from warmwatt.understanding import CustomerReader, Situation;"
        "CustomerReader(handbook=shipped_handbook('cn')).read(Turn(who='customer', text='那个事咋样了'), Situation());"
        "sys.exit('sklearn' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_handbook_holds_thousands_of_utterances_in_many_styles() -> None:
    sets = shipped_handbook("cn").of(UtteranceSet)
    texts = [text for entry in sets for group in entry.groups for text in group.texts]
    assert len(texts) >= 2500
    assert len(set(texts)) == len(texts)
    assert len({entry.style for entry in sets}) >= 12


@pytest.mark.parametrize("label", ["calm", "anxious", "confused", "dissatisfied", "angry", "grateful"])
def test_every_state_has_a_hundred_utterances(label: str) -> None:
    groups = [group for entry in shipped_handbook("cn").of(UtteranceSet) for group in entry.groups]
    assert sum(len(group.texts) for group in groups if group.state == label) >= 100
