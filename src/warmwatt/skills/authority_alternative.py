"""authority.alternative 提供备选: a request that cannot be met directly gets another way."""

from dataclasses import dataclass, replace

from warmwatt.cases import AuthorityTable
from warmwatt.handbook import AuthorityRule, Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._matter import matters_of
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

WEIGHT = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeState:
    """The request's turn, the refusal's and the other way's; `dug` says that the customer just asked for one."""

    requested: int = -1
    refused: int = -1
    offered: int = -1
    dug: bool = False
    rule: str = ""


class AuthorityAlternative:
    """Another way offered by the agent, at once or later; one that the customer digs out does not count."""

    criterion = "authority.alternative"
    title = "提供备选"
    state_type = AlternativeState

    def __init__(self, *, handbook: Handbook) -> None:
        self._handbook = handbook
        self._wording = Wording(handbook=handbook)
        self._table = AuthorityTable.of(handbook)
        self._requests = Cue.of(handbook, "requests")
        self._refuses = Cue.of(handbook, "refuses")
        self._offers = Cue.of(handbook, "offers_other_way")
        self._digs = Cue.of(handbook, "asks_other_way")
        self._declines = Cue.of(handbook, "declines_to_promise")
        self._another = Cue.of(handbook, "another_way")

    def begin(self) -> AlternativeState:
        """This function will return the state before any request."""
        return AlternativeState()

    def hear(self, state: AlternativeState, moment: Moment) -> AlternativeState:
        """This function will note a request, its refusal, or another way."""
        if moment.turn.who == "customer":
            asked = self._table.asked(moment.turn.text)
            requests = asked is not None or bool(self._requests.words(moment.turn))
            return replace(
                state,
                requested=moment.index if requests else state.requested,
                dug=bool(self._digs.words(moment.turn)),
                rule=(asked.rule.id if asked else "") if state.refused < 0 else state.rule,
            )
        offers = bool(self._offers.words(moment.turn)) or moment.reading.has_act("alternative")
        another = bool(self._another.words(moment.turn))
        if state.refused < 0 and self._cannot(state, moment, offers=offers, another=another):
            return replace(state, refused=moment.index, offered=moment.index if offers or another else -1)
        offers = offers or another
        if offers and state.refused >= 0 and state.offered < 0 and not state.dug:
            return replace(state, offered=moment.index)
        return state

    def _cannot(self, state: AlternativeState, moment: Moment, *, offers: bool, another: bool) -> bool:
        """Whether the request is not met directly: refused, or what was wanted for certain is met by something else."""
        if state.requested < 0:
            return False
        if another or self._refuses.words(moment.turn):
            return True
        return offers and bool(self._declines.words(moment.turn))

    def judge(self, state: AlternativeState, ending: Ending) -> Verdict:
        """This function will judge whether a refused request was given another way."""
        if state.refused < 0:
            return Verdict(criterion=self.criterion, outcome="na")
        if state.offered >= 0:
            return Verdict(criterion=self.criterion, outcome="pass", turns=(state.offered,), because="给了别的办法")
        return Verdict(
            criterion=self.criterion, outcome="fail", turns=(state.refused,), because="只说办不了，没有给别的办法"
        )

    def advise(self, state: AlternativeState, moment: Moment) -> Advice | None:
        """This function will offer another way right after a bare refusal."""
        if state.refused < 0 or state.offered >= 0:
            return None
        say, case = "", "other"
        if "arrears" in matters_of(moment.after):
            case = "arrears"
        elif state.rule:
            ways = self._handbook.one(AuthorityRule, state.rule).alternatives
            say = ways[moment.index % len(ways)]
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case=case,
            because=f"第{state.refused + 1}句拒绝了客户，还没有给别的办法", weight=WEIGHT, say=say,
        )  # fmt: skip
