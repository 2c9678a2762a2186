"""procedure.followup 承诺回访: an open case ends the conversation with who comes back to the customer, and how."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._matter import matters_of, opens_case
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

COMES_BACK = {"callback", "answer", "visit"}
AWAITED = {"callback", "answer", "visit"}
WEIGHT = 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowupState:
    """The turn that opened a case and the turn that said who comes back; -1 is not yet."""

    opened: int = -1
    said: int = -1
    latest_agent: int = -1


class ProcedureFollowup:
    """Someone will come back: a call, an answer, a message with the result."""

    criterion = "procedure.followup"
    title = "承诺回访"
    state_type = FollowupState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._opened = Cue.of(handbook, "case_opened")
        self._comes_back = Cue.of(handbook, "comes_back")

    def begin(self) -> FollowupState:
        """This function will return the state before any case."""
        return FollowupState()

    def hear(self, state: FollowupState, moment: Moment) -> FollowupState:
        """This function will note an opened case and a promise to come back."""
        if moment.turn.who != "agent":
            return state
        opened, said = state.opened, state.said
        if opened < 0 and (opens_case(moment, self._opened) or _leaves_open(moment)):
            opened = moment.index
        promised = any(promise.kind in COMES_BACK for promise in moment.reading.promises)
        if said < 0 and moment.before.turns and (promised or self._comes_back.words(moment.turn)):
            said = moment.index
        return replace(state, opened=opened, said=said, latest_agent=moment.index)

    def judge(self, state: FollowupState, ending: Ending) -> Verdict:
        """This function will judge whether the customer of an open case knows who comes back."""
        if state.opened < 0 and "progress" not in matters_of(ending.situation):
            return Verdict(criterion=self.criterion, outcome="na")
        if state.said >= 0:
            return Verdict(
                criterion=self.criterion, outcome="pass", turns=(state.said,), because="说了谁、怎么回复客户"
            )
        due = max(state.opened, state.latest_agent) if state.opened < 0 else state.opened
        turns = (due,) if due >= 0 else ()
        return Verdict(criterion=self.criterion, outcome="fail", turns=turns, because="事情没完，没说谁来回复客户")

    def advise(self, state: FollowupState, moment: Moment) -> Advice | None:
        """This function will offer a promise that the agent can keep once a case is open."""
        if state.said >= 0 or state.opened < 0:
            return None
        matters = matters_of(moment.after)
        case = next((each for each in ("outage", "complaint", "bill", "business") if each in matters), "other")
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case=case,
            because="事情还没完，客户不知道谁会回复", weight=WEIGHT,
        )  # fmt: skip


def _leaves_open(moment: Moment) -> bool:
    """A dated answer, call or visit is a case that stays open, though no word says that one was opened."""
    if "business" in matters_of(moment.after):
        # How long a business takes is told to whoever asks.
        return False
    dated = (each for each in moment.reading.promises if each.minutes is not None or each.until)
    return any(each.kind in AWAITED and not each.conditional for each in dated)
