"""What a turn does by being said, against a table that anyone can read (acts.yaml)."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.conversations import Turn
from warmwatt.handbook import shipped_handbook
from warmwatt.understanding import LayeredReader, Situation

READER = LayeredReader(handbook=shipped_handbook("jiangzhou"))
TABLE = yaml.safe_load((Path(__file__).parent / "acts.yaml").read_text(encoding="utf-8"))
MARKED = frozenset(act for _said, acts in TABLE for act in acts)


def acts(text: str, who: str = "agent") -> set[str]:
    return {act.kind for act in READER.read(Turn(who=who, text=text), Situation()).acts}  # type: ignore[arg-type]


@pytest.mark.parametrize(("said", "wanted"), TABLE, ids=[row[0] for row in TABLE])
def test_agent_line_does_what_a_reviewer_would_mark(said: str, wanted: list[str]) -> None:
    assert set(wanted) <= acts(said)


def test_few_acts_are_heard_that_a_reviewer_would_not_mark() -> None:
    extra = sum(len(acts(said) & MARKED - set(wanted)) for said, wanted in TABLE)
    assert extra <= len(TABLE) / 5


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("叫你们领导来听电话", "ask_supervisor"),
        ("我要去12398告你们", "threaten"),
        ("不对，是三号楼", "correct"),
        ("对，没错", "confirm"),
        ("好的谢谢，再见", "goodbye"),
        ("谢谢你啊", "customer_thanks"),
        ("什么时候能来电？", "ask"),
        ("我妈在家用着呼吸机", "life_support"),
    ],
)
def test_customer_turn_does_what_the_skills_listen_for(said: str, act: str) -> None:
    assert act in acts(said, who="customer")


def test_words_the_act_rests_on_are_kept() -> None:
    heard = READER.read(Turn(who="agent", text="实在抱歉，让您久等了"), Situation()).acts
    assert next(act.words for act in heard if act.kind == "apology") == "抱歉"


@given(st.text(max_size=300), st.sampled_from(["agent", "customer"]))
def test_reading_acts_never_raises(text: str, who: str) -> None:
    acts(text, who)
