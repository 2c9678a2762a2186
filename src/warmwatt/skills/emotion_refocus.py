"""emotion.refocus 引导聚焦: abuse and straying are acknowledged, and led back to the matter."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._faults import Faults
from warmwatt.skills._mood import Mood
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._talk import answers
from warmwatt.skills._verdict import Advice, Verdict

STRAYED_TURNS = 2
WEIGHT = 6.5


@dataclass(frozen=True, slots=True, kw_only=True)
class RefocusState:
    """How long the customer has strayed, whether a lead back is due, and how it went (-1 is not yet)."""

    strayed: int = 0
    due: bool = False
    led: int = -1
    followed: int = -1


class EmotionRefocus:
    """Arises where the customer abuses, or strays from the matter for two and more turns."""

    criterion = "emotion.refocus"
    title = "引导聚焦"
    state_type = RefocusState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._quarrels = Faults(handbook=handbook, criterion="emotion.no_argument")
        self._mood = Mood(handbook=handbook)
        self._strays = Cue.of(handbook, "strays")
        self._leads_back = Cue.of(handbook, "leads_back")
        self._filler = Cue.of(handbook, "filler")

    def begin(self) -> RefocusState:
        """This function will return the state of a conversation that keeps to its matter."""
        return RefocusState()

    def hear(self, state: RefocusState, moment: Moment) -> RefocusState:
        """This function will note abuse or straying, and what the agent's next real turn does about it."""
        if moment.turn.who == "customer":
            strayed = state.strayed + 1 if self._strays.words(moment.turn) else 0
            due = state.due or self._mood.abuses(moment) or strayed >= STRAYED_TURNS
            return replace(state, strayed=strayed, due=due)
        if not state.due or not answers(moment, self._filler):
            return state
        if self._quarrels.find(moment.turn.text) or not self._leads_back.words(moment.turn):
            return replace(state, followed=moment.index if state.followed < 0 else state.followed)
        return replace(state, due=False, strayed=0, led=moment.index)

    def judge(self, state: RefocusState, ending: Ending) -> Verdict:
        """This function will fail an agent who followed the quarrel."""
        if state.followed >= 0 and state.led < state.followed:
            return Verdict(
                criterion=self.criterion, outcome="fail", turns=(state.followed,), because="没有把话题引回正事"
            )
        if state.led >= 0:
            return Verdict(criterion=self.criterion, outcome="pass", turns=(state.led,), because="接住情绪，引回正事")
        return Verdict(criterion=self.criterion, outcome="na")

    def advise(self, state: RefocusState, moment: Moment) -> Advice | None:
        """This function will offer a lead back while one is due."""
        if not state.due:
            return None
        case = "stray" if state.strayed else "abuse"
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case=case,
            because="接住他的情绪，再把话题引回正事", weight=WEIGHT,
        )  # fmt: skip
