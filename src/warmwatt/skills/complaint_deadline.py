"""complaint.deadline 答复时限: a complaint that stays open gets a concrete time limit for its answer."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._limit import limit_words
from warmwatt.skills._matter import matters_of
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

WEIGHT = 6.5


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineState:
    """The complaint's turn, the turn that told a limit, and the turn that promised an answer without one."""

    raised: int = -1
    told: int = -1
    undated: int = -1
    latest_agent: int = -1


class ComplaintDeadline:
    """48 hours, or the utility's own limit; 尽快 is none."""

    criterion = "complaint.deadline"
    title = "答复时限"
    state_type = DeadlineState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._limit = limit_words(handbook, matter="complaint", promise="callback")
        self._time = Cue.of(handbook, "time_told")
        self._comes_back = Cue.of(handbook, "comes_back")

    def begin(self) -> DeadlineState:
        """This function will return the state before a complaint."""
        return DeadlineState()

    def hear(self, state: DeadlineState, moment: Moment) -> DeadlineState:
        """This function will note the complaint, and an answer promised with or without a limit."""
        if moment.turn.who == "customer":
            raised = state.raised < 0 and "complaint" in matters_of(moment.after)
            return replace(state, raised=moment.index) if raised else state
        state = replace(state, latest_agent=moment.index)
        if state.raised >= 0 and self._dates(moment):
            return replace(state, told=moment.index if state.told < 0 else state.told)
        comes_back = state.raised >= 0 and state.undated < 0 and bool(self._comes_back.words(moment.turn))
        return replace(state, undated=moment.index) if comes_back else state

    def judge(self, state: DeadlineState, ending: Ending) -> Verdict:
        """This function will judge whether the complaint got a concrete limit."""
        if state.raised < 0:
            return Verdict(criterion=self.criterion, outcome="na")
        if state.told >= 0:
            return Verdict(criterion=self.criterion, outcome="pass", turns=(state.told,), because="告知了答复时限")
        due = state.undated if state.undated >= 0 else state.latest_agent
        turns = (due,) if due >= 0 else ()
        return Verdict(criterion=self.criterion, outcome="fail", turns=turns, because="投诉没有解决，也没有答复时限")

    def advise(self, state: DeadlineState, moment: Moment) -> Advice | None:
        """This function will offer a dated answer until one was given."""
        if state.raised < 0 or state.told >= 0:
            return None
        because = "答应了回复，还没有说时限" if state.undated >= 0 else "投诉需要一个明确的答复时限"
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case="limit",
            because=because, weight=WEIGHT,
            places={"limit": self._limit},
        )  # fmt: skip

    def _dates(self, moment: Moment) -> bool:
        limited = any(promise.minutes is not None or promise.until for promise in moment.reading.promises)
        return limited or bool(self._time.words(moment.turn))
