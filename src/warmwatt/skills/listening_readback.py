"""listening.readback 复述确认: key facts are said back, with a request to confirm, before they are acted on."""

import re
from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._matter import opens_case
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict
from warmwatt.understanding import mismatches, readback_sentence

NUMBER = re.compile(r"[0-9]{2,}")
KEY_FACTS = frozenset({"address", "account", "amount_yuan", "since", "contact", "usage_kwh"})
WEIGHT, WRONG_WEIGHT = 5.5, 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadbackState:
    """Turns of the first key fact, the readback, a wrong readback, the first act on the facts; -1 is not yet."""

    given: int = -1
    back: int = -1
    wrong: int = -1
    wrong_words: str = ""
    acted: int = -1
    latest_agent: int = -1


class ListeningReadback:
    """Arises where the customer gave a fact that later work rests on."""

    criterion = "listening.readback"
    title = "复述确认"
    state_type = ReadbackState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._opened = Cue.of(handbook, "case_opened")

    def begin(self) -> ReadbackState:
        """This function will return the state before any fact."""
        return ReadbackState()

    def hear(self, state: ReadbackState, moment: Moment) -> ReadbackState:
        """This function will note facts given, said back, said back wrongly, and acted on."""
        if moment.turn.who == "customer":
            gives = any(fact.key in KEY_FACTS for fact in moment.reading.facts)
            return replace(state, given=moment.index) if gives and state.given < 0 else state
        state = replace(state, latest_agent=moment.index)
        if state.given < 0:
            return state
        wrong = mismatches(moment.turn.text, moment.reading, moment.before)
        if wrong:
            words = f"客户说的是{wrong[0].customer}，复述成了{wrong[0].agent}"
            return replace(state, wrong=moment.index, wrong_words=words)
        if moment.reading.has_act("readback") and _restates(moment):
            state = replace(state, back=moment.index, wrong=-1, wrong_words="")
        acts = opens_case(moment, self._opened)
        return replace(state, acted=moment.index) if acts and state.acted < 0 else state

    def judge(self, state: ReadbackState, ending: Ending) -> Verdict:
        """This function will fail facts that were acted on unconfirmed, or confirmed wrongly."""
        if state.given < 0 or state.latest_agent < state.given:
            return Verdict(criterion=self.criterion, outcome="na")
        if state.wrong >= 0:
            return Verdict(criterion=self.criterion, outcome="fail", turns=(state.wrong,), because=state.wrong_words)
        if state.back >= 0:
            return Verdict(criterion=self.criterion, outcome="pass", turns=(state.back,), because="复述并请客户确认")
        due = state.acted if state.acted >= 0 else state.latest_agent
        return Verdict(criterion=self.criterion, outcome="fail", turns=(due,), because="没有复述关键信息请客户确认")

    def advise(self, state: ReadbackState, moment: Moment) -> Advice | None:
        """This function will offer the readback, or the correction of a wrong one."""
        if state.wrong >= 0:
            return self._card(moment, "wrong", state.wrong_words, WRONG_WEIGHT)
        if state.given < 0 or state.back >= 0:
            return None
        return self._card(moment, "facts", "客户给了关键信息，还没有复述确认", WEIGHT)

    def _card(self, moment: Moment, case: str, because: str, weight: float) -> Advice | None:
        sentence = readback_sentence(moment.after)
        say = f"抱歉，我刚才说错了。{sentence}" if case == "wrong" else sentence
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment,
            case=f"{case}.{len(sentence)}", because=because, weight=weight, say=say,
        )  # fmt: skip


def _restates(moment: Moment) -> bool:
    """Whether a request to confirm says any of the facts: an address, a number, or the customer's own words."""
    if moment.reading.facts or NUMBER.search(moment.turn.text):
        return True
    said = (heard.fact.value for heard in moment.before.facts if heard.who == "customer")
    return any(value[:3] in moment.turn.text for value in said)
