"""ownership.no_buck_passing 首问负责: a matter that involves others stays with the agent until it is in good hands."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._tone import at_fault
from warmwatt.skills._verdict import Advice, Verdict

REMEMBERED = 8
WEIGHT = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipState:
    """Where another party was brought in well, and where the customer was sent away; `open`: still to be mended."""

    kept: int = -1
    failed: tuple[int, ...] = ()
    taken_back: bool = False
    words: str = ""
    open: bool = False


class OwnershipNoBuckPassing:
    """你打××电话 alone fails; a warm transfer, a case, or the full way passes."""

    criterion = "ownership.no_buck_passing"
    title = "首问负责"
    state_type = OwnershipState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._sends = Cue.of(handbook, "sends_away")
        self._keeps = Cue.of(handbook, "keeps_matter")
        self._helps = Cue.of(handbook, "helps_through")
        self._party = Cue.of(handbook, "names_party")

    def begin(self) -> OwnershipState:
        """This function will return the state before another party was named."""
        return OwnershipState()

    def hear(self, state: OwnershipState, moment: Moment) -> OwnershipState:
        """This function will note an agent's turn that brings in another party, and how."""
        if moment.turn.who != "agent":
            return state
        sends = self._sends.words(moment.turn)
        keeps = self._keeps.words(moment.turn)
        helped = keeps or self._helps.words(moment.turn)
        if passed := self.violates(moment):
            failed = (*state.failed, moment.index)[-REMEMBERED:]
            return replace(state, failed=failed, words=passed, open=True)
        # Sent away once and taken back in the next words, the customer was kept after all.
        back = state.taken_back or (state.open and bool(keeps) and len(state.failed) == 1)
        state = replace(state, taken_back=back, open=state.open and not helped)
        party = sends and helped and self._party.words(moment.turn) and "？" not in moment.turn.text
        first = (keeps or party) and state.kept < 0 and moment.before.turns
        return replace(state, kept=moment.index) if first else state

    def violates(self, moment: Moment) -> str:
        """This function will return the words of an agent's line that send the customer away, or an empty text."""
        helped = self._keeps.words(moment.turn) or self._helps.words(moment.turn)
        listed = "" if helped else self._sends.words(moment.turn)
        # Whoever names nobody else sends the customer nowhere, however it sounds.
        if not listed and not self._party.words(moment.turn):
            return ""
        return at_fault(moment, criterion=self.criterion, listed=listed)

    def judge(self, state: OwnershipState, ending: Ending) -> Verdict:
        """This function will judge whether the customer was sent away with no further help."""
        if state.failed and not (state.taken_back and len(state.failed) == 1):
            because = f"把客户推给别处：{state.words}"
            return Verdict(criterion=self.criterion, outcome="fail", turns=state.failed, because=because)
        if state.kept < 0:
            return Verdict(criterion=self.criterion, outcome="na")
        return Verdict(
            criterion=self.criterion, outcome="pass", turns=(state.kept,), because="涉及别的部门，事情由座席接住"
        )

    def advise(self, state: OwnershipState, moment: Moment) -> Advice | None:
        """This function will offer words that take the matter back, right after the customer was sent away."""
        if not state.open:
            return None
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case="take_back",
            because=f"“{state.words}”把客户推出去了，请接回来", weight=WEIGHT,
        )  # fmt: skip
