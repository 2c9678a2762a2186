"""procedure.diagnose 判断性质: an outage is told indoor from outdoor before anyone is sent."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._matter import matters_of, opens_case
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

FLOW = "outage_repair"
WEIGHT = 5.5


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnoseState:
    """The turn that diagnosed, the turn that dispatched, and the agent's latest; -1 is not yet."""

    diagnosed: int = -1
    opened: int = -1
    latest_agent: int = -1


class ProcedureDiagnose:
    """At least one telling question, or the desk's own record told."""

    criterion = "procedure.diagnose"
    title = "判断性质"
    state_type = DiagnoseState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._diagnoses = Cue.of(handbook, "diagnoses")
        self._opened = Cue.of(handbook, "case_opened")

    def begin(self) -> DiagnoseState:
        """This function will return the state before any question."""
        return DiagnoseState()

    def hear(self, state: DiagnoseState, moment: Moment) -> DiagnoseState:
        """This function will note a telling question, a told record, or a dispatch."""
        if moment.turn.who != "agent":
            return state
        diagnosed, opened = state.diagnosed, state.opened
        if diagnosed < 0 and moment.before.turns and self._diagnoses.words(moment.turn):
            diagnosed = moment.index
        if opened < 0 and opens_case(moment, self._opened):
            opened = moment.index
        return replace(state, diagnosed=diagnosed, opened=opened, latest_agent=moment.index)

    def judge(self, state: DiagnoseState, ending: Ending) -> Verdict:
        """This function will judge whether the outage was told indoor from outdoor."""
        if "outage" not in matters_of(ending.situation):
            return Verdict(criterion=self.criterion, outcome="na")
        if state.diagnosed >= 0:
            return Verdict(
                criterion=self.criterion, outcome="pass", turns=(state.diagnosed,), because="问过或查过是室内还是室外"
            )
        due = state.opened if state.opened >= 0 else state.latest_agent
        turns = (due,) if due >= 0 else ()
        return Verdict(criterion=self.criterion, outcome="fail", turns=turns, because="没有判断是室内还是室外故障")

    def advise(self, state: DiagnoseState, moment: Moment) -> Advice | None:
        """This function will offer the question that tells most, once the outage is reported."""
        if state.diagnosed >= 0 or "outage" not in matters_of(moment.after):
            return None
        flow = next((each for each in moment.flows if each.flow == FLOW), None)
        # Only a step that tells the place of the fault is this skill's; the address is asked by procedure.verify.
        ask = flow.next.ask if flow and flow.next and self._diagnoses.heard.search(flow.next.ask) else ""
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case="ask",
            because="还没有分清是家里还是外面的问题", weight=WEIGHT, say=ask,
        )  # fmt: skip
