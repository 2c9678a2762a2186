"""procedure.estimate 预估时间: whoever has to wait is told until when."""

from dataclasses import dataclass, replace

from warmwatt.cases import AuthorityTable
from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._limit import limit_words
from warmwatt.skills._matter import matters_of, opens_case
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

DATED = {"arrive", "restore", "answer", "callback", "visit", "send"}
WEIGHT = 4.5


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateState:
    """The turn from which the customer waits, and the turn that told a time; -1 is not yet."""

    waits: int = -1
    told: int = -1
    asked: bool = False


class ProcedureEstimate:
    """A time or a limit, for an outage outdoors and for every case that is waited for."""

    criterion = "procedure.estimate"
    title = "预估时间"
    state_type = EstimateState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._limits = {
            "outage": limit_words(handbook, matter="outage", promise="arrive"),
            "complaint": limit_words(handbook, matter="complaint", promise="callback"),
            "business": limit_words(handbook, matter="business", promise="visit"),
        }
        self._opened = Cue.of(handbook, "case_opened")
        self._outdoor = Cue.of(handbook, "outdoor")
        self._crew = Cue.of(handbook, "crew_needed")
        self._time = Cue.of(handbook, "time_told")
        self._makes_wait = Cue.of(handbook, "makes_wait")
        self._asks_when = Cue.of(handbook, "asks_when")
        self._table = AuthorityTable.of(handbook)

    def begin(self) -> EstimateState:
        """This function will return the state before anyone waits."""
        return EstimateState()

    def hear(self, state: EstimateState, moment: Moment) -> EstimateState:
        """This function will note that the customer must wait, and a time that was told."""
        if moment.turn.who != "agent":
            return replace(state, asked=bool(self._asks_when.words(moment.turn)))
        if state.waits < 0 and (self._dates_work(moment) or (state.asked and self._makes_wait.words(moment.turn))):
            state = replace(state, waits=moment.index)
        if state.waits < 0 and self._must_wait(moment):
            state = replace(state, waits=moment.index)
        if state.told < 0 and self._tells_time(moment):
            state = replace(state, told=moment.index)
        return state

    def judge(self, state: EstimateState, ending: Ending) -> Verdict:
        """This function will judge whether a waiting customer was told a time."""
        progress = state.told >= 0 and "progress" in matters_of(ending.situation)
        if state.waits < 0 and not progress:
            return Verdict(criterion=self.criterion, outcome="na")
        if state.told >= 0:
            return Verdict(criterion=self.criterion, outcome="pass", turns=(state.told,), because="告知了时间或时限")
        return Verdict(
            criterion=self.criterion, outcome="fail", turns=(state.waits,), because="要客户等，却没有说等到什么时候"
        )

    def advise(self, state: EstimateState, moment: Moment) -> Advice | None:
        """This function will offer a limit to tell as long as the customer waits without one."""
        if state.waits < 0 or state.told >= 0:
            return None
        matters = matters_of(moment.after)
        case = next((each for each in ("outage", "complaint", "business") if each in matters), "other")
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case=case,
            because="客户要等，还没有告诉时限", weight=WEIGHT,
            places={"limit": self._limits.get(case, "")},
        )  # fmt: skip

    def _must_wait(self, moment: Moment) -> bool:
        if opens_case(moment, self._opened):
            return True
        if not matters_of(moment.after) & {"outage", "arrears"}:
            return False
        return bool(self._outdoor.words(moment.turn) or self._crew.words(moment.turn))

    def _dates_work(self, moment: Moment) -> bool:
        """Work that is dated is work to be waited for; a promise past authority and an if make nobody wait."""
        dated = (each for each in moment.reading.promises if each.minutes is not None or each.until)
        firm = any(each.kind in DATED and not each.conditional for each in dated)
        # How long a business takes is told to whoever asks; only one that was applied for is waited for.
        asked_only = "business" in matters_of(moment.after)
        return firm and not asked_only and self._table.overreach(moment.turn.text) is None

    def _tells_time(self, moment: Moment) -> bool:
        limited = any(promise.minutes is not None or promise.until for promise in moment.reading.promises)
        return limited or bool(self._time.words(moment.turn))
