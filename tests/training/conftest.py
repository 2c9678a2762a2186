"""A coach with a plain reader and one skill: enough to practise with, and nothing that needs a model."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from warmwatt.conversations import Turn
from warmwatt.handbook import shipped_handbook
from warmwatt.procedures import FlowBook
from warmwatt.skills import Advice, Coach, Ending, Moment, Verdict
from warmwatt.understanding import Act, Reading, Situation, State

ACTS = {
    "empathy": "别着急|理解您|换成我|您受累|辛苦您",
    "apology": "对不起|抱歉",
    "readback": "核对|对吗",
    "estimate": "分钟之内|小时之内",
    "followup_promise": "给您回电话|打电话告诉您",
    "escalate": "班长|主管",
    "backchannel": "^好的|^嗯|明白",
    "question": "？|吗",
}
RUDE = re.compile("你懂不懂|急什么|没看见|自己不会|烦不烦|爱等不等")


class KeywordReader:
    """Reads acts by a few plain words."""

    layers = ("keywords",)

    def read(self, turn: Turn, situation: Situation) -> Reading:
        """This function will return the acts whose words are in the turn."""
        if turn.who == "customer":
            return Reading(state=State(label="calm", confidence=1.0))
        return Reading(acts=tuple(Act(kind=kind) for kind, words in ACTS.items() if re.search(words, turn.text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rudeness:
    """The turns that were rude."""

    turns: tuple[int, ...] = ()


class Courtesy:
    """Fails the turns with rude words."""

    criterion = "language.courtesy"
    title = "文明用语"
    state_type = Rudeness

    def begin(self) -> Rudeness:
        """Nothing yet."""
        return Rudeness()

    def hear(self, state: Rudeness, moment: Moment) -> Rudeness:
        """One more turn."""
        rude = moment.turn.who == "agent" and RUDE.search(moment.turn.text)
        return Rudeness(turns=(*state.turns, moment.index)) if rude else state

    def judge(self, state: Rudeness, ending: Ending) -> Verdict:
        """Fails where any turn was rude."""
        return Verdict(criterion=self.criterion, outcome="fail" if state.turns else "pass", turns=state.turns)

    def advise(self, state: Rudeness, moment: Moment) -> Advice | None:
        """No cards."""
        return None


@pytest.fixture
def coach() -> Coach:
    """A coach that needs no model."""
    return Coach(reader=KeywordReader(), flows=FlowBook(handbook=shipped_handbook("jiangzhou")), skills=(Courtesy(),))


@pytest.fixture
def chance() -> Iterator[float]:
    """The same chances each time."""
    source = random.Random(7)
    return iter(source.random, None)
