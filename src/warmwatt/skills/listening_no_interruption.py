"""listening.no_interruption 不打断: no agent turn starts inside a customer turn, backchannels excepted."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

GRACE_SECONDS = 0.5
SHORT = 8
KEPT = 12
WEIGHT = 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class InterruptionState:
    """Whether turns carry times, and the turns that interrupted."""

    timed: bool = False
    interrupted: tuple[int, ...] = ()


class ListeningNoInterruption:
    """Arises where turn times are given; a customer's own barge-in is no fault."""

    criterion = "listening.no_interruption"
    title = "不打断"
    state_type = InterruptionState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._filler = Cue.of(handbook, "filler")

    def begin(self) -> InterruptionState:
        """This function will return the state before any turn."""
        return InterruptionState()

    def hear(self, state: InterruptionState, moment: Moment) -> InterruptionState:
        """This function will compare an agent turn's start with the customer turns just before it."""
        state = replace(state, timed=state.timed or moment.turn.end is not None)
        if moment.turn.who != "agent" or not _interrupts(moment) or self._is_backchannel(moment):
            return state
        return replace(state, interrupted=(*state.interrupted, moment.index)[-KEPT:])

    def judge(self, state: InterruptionState, ending: Ending) -> Verdict:
        """This function will fail any interruption."""
        if not state.timed:
            return Verdict(criterion=self.criterion, outcome="na")
        if state.interrupted:
            return Verdict(
                criterion=self.criterion, outcome="fail", turns=state.interrupted, because="客户还没说完就插话"
            )
        return Verdict(criterion=self.criterion, outcome="pass", because="没有打断客户")

    def advise(self, state: InterruptionState, moment: Moment) -> Advice | None:
        """This function will offer an apology right after an interruption."""
        if not state.interrupted or state.interrupted[-1] != moment.index:
            return None
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case="sorry",
            because="刚才打断了客户，请他说完", weight=WEIGHT,
        )  # fmt: skip

    def _is_backchannel(self, moment: Moment) -> bool:
        short = len(moment.turn.text.strip("，。！？… ")) <= SHORT
        return short and (moment.reading.has_act("backchannel") or bool(self._filler.words(moment.turn)))


def _interrupts(moment: Moment) -> bool:
    start = moment.turn.start
    return any(
        heard.who == "customer" and heard.end is not None and heard.start < start < heard.end - GRACE_SECONDS
        for heard in moment.before.recent
    )
