"""listening.backchannel 有效回应: a long account is acknowledged before it is answered or questioned."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue, parts
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._talk import answers, letters, shared
from warmwatt.skills._verdict import Advice, Verdict

LONG_ACCOUNT, MANY_TURNS = 60, 3
ACKNOWLEDGES = ("backchannel", "empathy", "apology", "readback")
# Naming so much of what was told, in a statement before any question, shows that it was heard.
TAKEN_UP = 2
WEIGHT = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BackchannelState:
    """How long the account runs, the turn that acknowledged it, and the turn that answered it; -1 is not yet."""

    characters: int = 0
    turns: int = 0
    acknowledged: int = -1
    answered: int = -1


class ListeningBackchannel:
    """Arises where the account runs over three turns or sixty characters before the first real answer."""

    criterion = "listening.backchannel"
    title = "有效回应"
    state_type = BackchannelState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._filler = Cue.of(handbook, "filler")
        self._acknowledges = Cue.of(handbook, "acknowledges")
        self._comforts = Cue.of(handbook, "comforts")

    def begin(self) -> BackchannelState:
        """This function will return the state before the account."""
        return BackchannelState()

    def hear(self, state: BackchannelState, moment: Moment) -> BackchannelState:
        """This function will measure the account until it is answered."""
        if state.answered >= 0:
            return state
        if moment.turn.who == "customer":
            length = len(letters(moment.turn.text))
            return replace(state, characters=state.characters + length, turns=state.turns + 1)
        if not state.turns:
            return state
        if state.acknowledged < 0 and self._hears_out(moment):
            state = replace(state, acknowledged=moment.index)
        return replace(state, answered=moment.index) if answers(moment, self._filler) else state

    def _hears_out(self, moment: Moment) -> bool:
        if self._filler.words(moment.turn) or self._acknowledges.words(moment.turn):
            return True
        return moment.reading.has_act(*ACKNOWLEDGES) or bool(self._comforts.words(moment.turn)) or _takes_up(moment)

    def judge(self, state: BackchannelState, ending: Ending) -> Verdict:
        """This function will fail an answer that went straight past what was said."""
        if not _is_long(state) or max(state.acknowledged, state.answered) < 0:
            return Verdict(criterion=self.criterion, outcome="na")
        if state.acknowledged >= 0:
            return Verdict(
                criterion=self.criterion, outcome="pass", turns=(state.acknowledged,), because="先回应了客户的讲述"
            )
        return Verdict(
            criterion=self.criterion,
            outcome="fail",
            turns=(state.answered,),
            because="客户讲了很多，没有回应就直接问答",
        )

    def advise(self, state: BackchannelState, moment: Moment) -> Advice | None:
        """This function will offer a short acknowledgement while the account is still unanswered."""
        if not _is_long(state) or state.acknowledged >= 0 or state.answered >= 0:
            return None
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case="long",
            because="客户讲了一大段，先让他知道您听见了", weight=WEIGHT,
        )  # fmt: skip


def _takes_up(moment: Moment) -> bool:
    """Whether the turn opens by telling the customer's account back, to the customer."""
    opening = next(iter(parts(moment.turn.text, "sentence")), "")
    told = (heard.text for heard in moment.before.recent if heard.who == "customer")
    addressed = "您" in opening and not opening.rstrip().endswith("?")
    return addressed and shared(opening, told) >= TAKEN_UP


def _is_long(state: BackchannelState) -> bool:
    return state.characters >= LONG_ACCOUNT or state.turns >= MANY_TURNS
