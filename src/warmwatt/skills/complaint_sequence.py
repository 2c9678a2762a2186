"""complaint.sequence 投诉四步: apology, hearing, a resolution or a dated answer, thanks, in this order."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._limit import limit_words
from warmwatt.skills._matter import is_substantive, matters_of
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

STEPS = ("apology", "hearing", "resolution", "thanks")
TITLES = {"apology": "道歉", "hearing": "倾听核对", "resolution": "给办法或答复期", "thanks": "致谢"}
RESOLVING = {"answer", "callback", "visit", "apply_upward"}
REMEMBERED = 4
WEIGHT = {"apology": 8.0, "hearing": 5.5, "resolution": 6.0, "thanks": 3.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceState:
    """The turn of each step, in the order of `STEPS`; -1 is not yet. `broken`: turns that took a step out of order."""

    raised: int = -1
    steps: tuple[int, int, int, int] = (-1, -1, -1, -1)
    broken: tuple[int, ...] = ()
    answered: bool = False
    latest_agent: int = -1


class ComplaintSequence:
    """The first substantive answer apologises; hearing comes before resolving; thanks end it."""

    criterion = "complaint.sequence"
    title = "投诉四步"
    state_type = SequenceState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._limit = limit_words(handbook, matter="complaint", promise="callback")
        self._apologises = Cue.of(handbook, "apologises")
        self._hears = Cue.of(handbook, "hears")
        self._resolves = Cue.of(handbook, "resolves")
        self._thanks = Cue.of(handbook, "thanks")

    def begin(self) -> SequenceState:
        """This function will return the state before a complaint."""
        return SequenceState()

    def hear(self, state: SequenceState, moment: Moment) -> SequenceState:
        """This function will note the complaint and which steps the agent's turn takes."""
        if moment.turn.who == "customer":
            raised = state.raised < 0 and "complaint" in matters_of(moment.after)
            return replace(state, raised=moment.index) if raised else state
        if state.raised < 0 or not is_substantive(moment):
            return state
        return self._stepped(state, moment)

    def judge(self, state: SequenceState, ending: Ending) -> Verdict:
        """This function will judge whether all four steps were taken in order."""
        if state.raised < 0:
            return Verdict(criterion=self.criterion, outcome="na")
        missing = [step for step, turn in zip(STEPS, state.steps, strict=True) if turn < 0]
        if missing or state.broken:
            late = (state.latest_agent,) if missing and state.latest_agent >= 0 else ()
            lack = "缺少" + "、".join(TITLES[step] for step in missing) if missing else "顺序不对"
            turns = tuple(sorted({*state.broken, *late}))
            return Verdict(criterion=self.criterion, outcome="fail", turns=turns, because=lack)
        turns = tuple(sorted(set(state.steps)))
        return Verdict(criterion=self.criterion, outcome="pass", turns=turns, because="道歉、倾听、答复、致谢都做到了")

    def advise(self, state: SequenceState, moment: Moment) -> Advice | None:
        """This function will offer the next of the four steps."""
        step = next((step for step, turn in zip(STEPS, state.steps, strict=True) if turn < 0), None)
        if state.raised < 0 or step is None:
            return None
        return card(
            self._wording, criterion=self.criterion, title=TITLES[step], moment=moment, case=step,
            because="投诉四步的下一步", weight=WEIGHT[step],
            places={"limit": self._limit},
        )  # fmt: skip

    def _stepped(self, state: SequenceState, moment: Moment) -> SequenceState:
        turn, reading = moment.turn, moment.reading
        apologises = bool(self._apologises.words(turn)) or reading.has_act("apology")
        hears = bool(self._hears.words(turn)) or reading.has_act("readback", "question")
        promised = any(promise.kind in RESOLVING for promise in reading.promises)
        resolves = promised or bool(self._resolves.words(turn))
        apology, hearing, resolution, thanks = state.steps
        broken = state.broken
        if not state.answered and not apologises:
            broken = (*broken, moment.index)[:REMEMBERED]
        apology = moment.index if apologises and apology < 0 else apology
        hearing = moment.index if hears and hearing < 0 and resolution < 0 else hearing
        resolution = moment.index if resolves and resolution < 0 else resolution
        if resolution >= 0 and (self._thanks.words(turn) or reading.has_act("thanks")):
            thanks = moment.index if thanks < 0 else thanks
        steps = (apology, hearing, resolution, thanks)
        return replace(state, steps=steps, broken=broken, answered=True, latest_agent=moment.index)
