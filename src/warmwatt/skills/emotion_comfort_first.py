"""emotion.comfort_first 先安抚后处理: anger or anxiety is met with empathy before questions and solutions."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._comfort import Comfort
from warmwatt.skills._cues import Cue
from warmwatt.skills._mood import Mood
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._talk import answers
from warmwatt.skills._verdict import Advice, Verdict

RAISES = ("anxious", "angry")
KEPT = 12
WEIGHT = 8.5


@dataclass(frozen=True, slots=True, kw_only=True)
class ComfortState:
    """The flare that waits for comfort (-1: none), the customer's latest state, the turns that met or failed one."""

    waiting: int = -1
    latest: str = "calm"
    comforted: tuple[int, ...] = ()
    failed: tuple[int, ...] = ()


class EmotionComfortFirst:
    """Raised where anxiety or anger first appears and at each new flare."""

    criterion = "emotion.comfort_first"
    title = "先安抚后处理"
    state_type = ComfortState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._mood = Mood(handbook=handbook)
        self._comfort = Comfort(handbook=handbook)
        self._filler = Cue.of(handbook, "filler")

    def begin(self) -> ComfortState:
        """This function will return the state of a calm customer."""
        return ComfortState()

    def hear(self, state: ComfortState, moment: Moment) -> ComfortState:
        """This function will note a flare, and whether the next real turn of the agent meets it."""
        if moment.turn.who == "customer":
            return self._heard_customer(state, moment)
        if state.waiting < 0:
            return state
        if self._comfort.opens(moment):
            return replace(state, waiting=-1, comforted=(*state.comforted, moment.index)[-KEPT:])
        if answers(moment, self._filler):
            return replace(state, waiting=-1, failed=(*state.failed, moment.index)[-KEPT:])
        return state

    def _heard_customer(self, state: ComfortState, moment: Moment) -> ComfortState:
        label = self._mood.of(moment)
        flares = label in RAISES and (state.latest not in RAISES or (label == "angry" and state.latest == "anxious"))
        waiting = moment.index if flares and state.waiting < 0 else state.waiting
        return replace(state, latest=label, waiting=waiting)

    def judge(self, state: ComfortState, ending: Ending) -> Verdict:
        """This function will fail any flare that met questions or solutions first."""
        if state.failed:
            because = "客户着急或生气，没有先安抚"
            return Verdict(criterion=self.criterion, outcome="fail", turns=state.failed, because=because)
        if state.comforted:
            return Verdict(
                criterion=self.criterion, outcome="pass", turns=state.comforted, because="先安抚了客户的情绪"
            )
        return Verdict(criterion=self.criterion, outcome="na")

    def advise(self, state: ComfortState, moment: Moment) -> Advice | None:
        """This function will offer words of comfort while a flare waits, or right after it was passed over."""
        late = bool(state.failed) and state.failed[-1] == moment.index
        if state.waiting < 0 and not late:
            return None
        heard = "着急" if state.latest == "anxious" else "生气"
        flare = state.waiting if state.waiting >= 0 else moment.index
        found = card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case=state.latest,
            because=f"客户{heard}了，先安抚再办事", weight=WEIGHT,
        )  # fmt: skip
        return replace(found, key=f"flare.{flare}") if found else None
