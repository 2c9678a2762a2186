"""A promise hedged first and made flat later is a promise too much."""

import pytest

from warmwatt.conversations import Known, Turn
from warmwatt.handbook import shipped_handbook
from warmwatt.procedures import FlowBook
from warmwatt.skills import Coach, Verdict
from warmwatt.skills.authority_no_overpromise import AuthorityNoOverpromise
from warmwatt.understanding import LayeredReader

HANDBOOK = shipped_handbook("jiangzhou")
COACH = Coach(
    reader=LayeredReader(handbook=HANDBOOK),
    flows=FlowBook(handbook=HANDBOOK),
    skills=(AuthorityNoOverpromise(handbook=HANDBOOK),),
)


def judged(*lines: str) -> Verdict:
    """Hears lines of customer and agent in turn."""
    session = COACH.begin(channel="phone", known=Known())
    for place, line in enumerate(lines):
        session = COACH.hear(session, Turn(who="agent" if place % 2 else "customer", text=line)).session
    return COACH.judge(session)[0]


def test_hedge_alone_passes() -> None:
    verdict = judged("我们这一片全停电了，几点能来？", "抢修还在现场，可能六点左右能来电。")
    assert verdict.outcome == "pass"


@pytest.mark.parametrize("flat", ["六点肯定来电。", "您放心，六点准时来电。", "六点一定给您送上电。"])
def test_hedge_made_flat_later_fails_where_it_was_said(flat: str) -> None:
    verdict = judged("我们这一片全停电了，几点能来？", "抢修还在现场，可能六点左右能来电。", "到底行不行？", flat)
    assert (verdict.outcome, verdict.turns) == ("fail", (3,))
