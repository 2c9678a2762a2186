"""bill.cite_policy 依据出示: an explained bill names the price policy it rests on, or offers to send it."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._bill_talk import explains_bill
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._matter import matters_of
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

WEIGHT = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CiteState:
    """The first turn that explained and the one that cited; -1 is not yet."""

    explained: int = -1
    cited: int = -1


class BillCitePolicy:
    """A document, a price policy, or the offer to send it."""

    criterion = "bill.cite_policy"
    title = "依据出示"
    state_type = CiteState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._explains = Cue.of(handbook, "explains_bill")
        self._cites = Cue.of(handbook, "cites_policy")

    def begin(self) -> CiteState:
        """This function will return the state before any explanation."""
        return CiteState()

    def hear(self, state: CiteState, moment: Moment) -> CiteState:
        """This function will note an explanation and a cited policy."""
        if moment.turn.who != "agent":
            return state
        if state.explained < 0 and explains_bill(moment, self._explains):
            state = replace(state, explained=moment.index)
        cites = bool(self._cites.words(moment.turn)) or moment.reading.has_act("cite_policy")
        return replace(state, cited=moment.index) if cites and state.cited < 0 else state

    def judge(self, state: CiteState, ending: Ending) -> Verdict:
        """This function will judge whether the explanation named what it rests on."""
        if state.explained < 0:
            return Verdict(criterion=self.criterion, outcome="na")
        if state.cited >= 0:
            return Verdict(criterion=self.criterion, outcome="pass", turns=(state.cited,), because="说明了依据")
        return Verdict(
            criterion=self.criterion, outcome="fail", turns=(state.explained,), because="解释了电费，没有出示依据"
        )

    def advise(self, state: CiteState, moment: Moment) -> Advice | None:
        """This function will offer the policy once the bill is being explained."""
        if state.explained < 0 or state.cited >= 0 or "bill" not in matters_of(moment.after):
            return None
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case="policy",
            because="解释了电费，还没有说依据哪份文件", weight=WEIGHT,
        )  # fmt: skip
