"""procedure.order_number 告知工单: who has a case knows its number, or that a text message brings it."""

import re
from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._matter import opens_case
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

# Asking for a number names none: a number or its text message is there to be heard.
TOLD = re.compile(r"[0-9零〇一二三四五六七八九幺]{3,}|短信|微信|消息")
WEIGHT = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderNumberState:
    """The latest turn that opened a case, and the turn that told its number; -1 is not yet."""

    opened: int = -1
    told: int = -1


class ProcedureOrderNumber:
    """The number in the agent's words, or its text message announced."""

    criterion = "procedure.order_number"
    title = "告知工单"
    state_type = OrderNumberState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._opened = Cue.of(handbook, "case_opened")
        self._number = Cue.of(handbook, "order_number")

    def begin(self) -> OrderNumberState:
        """This function will return the state before any case."""
        return OrderNumberState()

    def hear(self, state: OrderNumberState, moment: Moment) -> OrderNumberState:
        """This function will note that a case was opened, or its number told."""
        if moment.turn.who != "agent" or not moment.before.turns:
            return state
        names = moment.reading.has_act("order_number") and bool(TOLD.search(moment.turn.text))
        if self._number.words(moment.turn) or names:
            return replace(state, told=moment.index if state.told < 0 else state.told)
        return replace(state, opened=moment.index) if opens_case(moment, self._opened) else state

    def judge(self, state: OrderNumberState, ending: Ending) -> Verdict:
        """This function will judge whether the number of an opened case was told."""
        if state.told >= 0:
            return Verdict(
                criterion=self.criterion, outcome="pass", turns=(state.told,), because="告知了工单号或短信送达"
            )
        if state.opened < 0:
            return Verdict(criterion=self.criterion, outcome="na")
        return Verdict(
            criterion=self.criterion, outcome="fail", turns=(state.opened,), because="登记了事项，没有告知单号"
        )

    def advise(self, state: OrderNumberState, moment: Moment) -> Advice | None:
        """This function will offer the sentence with the number once a case is open."""
        if state.told >= 0 or (state.opened < 0 and moment.case is None):
            return None
        number = moment.case.number if moment.case else ""
        return card(
            self._wording,
            criterion=self.criterion,
            title=self.title,
            moment=moment,
            case="open_case" if number else "number",
            because="事项已登记，单号还没有告诉客户",
            weight=WEIGHT,
            places={"number": number},
        )
