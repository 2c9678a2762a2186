"""safety.first 安全第一: danger is met, in the first real turn after it, with keep away and do not touch."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._danger import Danger
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._talk import answers
from warmwatt.skills._verdict import Advice, Verdict

WEIGHT = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyState:
    """The turn that first told of danger, what it was, and the agent turns that answered it; -1 is not yet."""

    danger: int = -1
    kind: str = ""
    warned: int = -1
    missed: int = -1


class SafetyFirst:
    """Arises with a fallen or low line, sparks, smoke, fire, shock, water on equipment, a tree on a line."""

    criterion = "safety.first"
    title = "安全第一"
    state_type = SafetyState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._danger = Danger(handbook=handbook)
        self._warns = Cue.of(handbook, "safety_told")
        self._filler = Cue.of(handbook, "filler")

    def begin(self) -> SafetyState:
        """This function will return the state before any danger."""
        return SafetyState()

    def hear(self, state: SafetyState, moment: Moment) -> SafetyState:
        """This function will note the danger, and whether the next real agent turn warns."""
        if moment.turn.who == "customer":
            kind = self._danger.heard(moment)[0] if state.danger < 0 else ""
            return replace(state, danger=moment.index, kind=kind) if kind else state
        if state.danger < 0 or state.warned >= 0:
            return state
        if moment.reading.has_act("safety") or self._warns.words(moment.turn):
            return replace(state, warned=moment.index)
        return replace(state, missed=moment.index) if answers(moment, self._filler) and state.missed < 0 else state

    def judge(self, state: SafetyState, ending: Ending) -> Verdict:
        """This function will fail a warning that came late or never."""
        if state.danger < 0:
            return Verdict(criterion=self.criterion, outcome="na")
        if state.missed >= 0:
            return Verdict(
                criterion=self.criterion, outcome="fail", turns=(state.missed,), because="客户说有危险，没有先讲安全"
            )
        if state.warned >= 0:
            return Verdict(criterion=self.criterion, outcome="pass", turns=(state.warned,), because="先讲了安全")
        return Verdict(criterion=self.criterion, outcome="fail", because="客户说有危险，没有讲安全")

    def advise(self, state: SafetyState, moment: Moment) -> Advice | None:
        """This function will offer the warning until it has been given."""
        if state.danger < 0 or state.warned >= 0:
            return None
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case=state.kind,
            because="有危险，先让人离开、别碰", weight=WEIGHT,
        )  # fmt: skip
