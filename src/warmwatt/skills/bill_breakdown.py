"""bill.breakdown 电费拆解: a bill is explained by its parts: tier, peak and valley, period."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._bill_talk import amounts_told, explains_bill
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._matter import matters_of
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

PARTS, JOINED_PARTS = 3, 2
REMEMBERED = 4
WEIGHT = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownState:
    """The turns that explained, and the one that told the parts; -1 is not yet."""

    explained: tuple[int, ...] = ()
    told: int = -1


class BillBreakdown:
    """Usage and amounts by part, not a total or a generality."""

    criterion = "bill.breakdown"
    title = "电费拆解"
    state_type = BreakdownState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._explains = Cue.of(handbook, "explains_bill")
        self._parts = Cue.of(handbook, "tells_parts")

    def begin(self) -> BreakdownState:
        """This function will return the state before any explanation."""
        return BreakdownState()

    def hear(self, state: BreakdownState, moment: Moment) -> BreakdownState:
        """This function will note an explanation, and whether it tells the parts."""
        if moment.turn.who != "agent" or "bill" not in matters_of(moment.after):
            return state
        amounts = amounts_told(moment.turn.text)
        if amounts < PARTS and not explains_bill(moment, self._explains):
            return state
        joined = amounts >= JOINED_PARTS and bool(self._parts.words(moment.turn))
        if state.told < 0 and (amounts >= PARTS or joined):
            state = replace(state, told=moment.index)
        return replace(state, explained=(*state.explained, moment.index)[:REMEMBERED])

    def judge(self, state: BreakdownState, ending: Ending) -> Verdict:
        """This function will judge whether the explanation told the parts."""
        if not state.explained:
            return Verdict(criterion=self.criterion, outcome="na")
        if state.told >= 0:
            return Verdict(criterion=self.criterion, outcome="pass", turns=(state.told,), because="分项说了电量和金额")
        return Verdict(
            criterion=self.criterion, outcome="fail", turns=state.explained[:1], because="只说了总数或笼统的原因"
        )

    def advise(self, state: BreakdownState, moment: Moment) -> Advice | None:
        """This function will offer to go through the bill part by part."""
        if state.told >= 0 or "bill" not in matters_of(moment.after):
            return None
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case="parts",
            because="客户问电费，还没有一项一项说清楚", weight=WEIGHT,
        )  # fmt: skip
