"""emotion.no_argument 不争辩不指责: never contradict bluntly, blame, or raise the stakes."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._cues import Cue
from warmwatt.skills._faults import Faults
from warmwatt.skills._mood import Mood
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._verdict import Advice, Verdict

KEPT = 12
WEIGHT = 7.5


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentState:
    """Whether the customer was upset, and the turns that argued with the latest words.

    `blamed` says that the customer just found fault; `granted` are the turns that met it with an apology or sympathy.
    """

    upset: bool = False
    blamed: bool = False
    granted: tuple[int, ...] = ()
    failed: tuple[int, ...] = ()
    words: str = ""
    better: str = ""


class EmotionNoArgument:
    """Arises where the customer is angry, mistaken, or blames."""

    criterion = "emotion.no_argument"
    title = "不争辩不指责"
    state_type = ArgumentState

    def __init__(self, *, handbook: Handbook) -> None:
        self._faults = Faults(handbook=handbook, criterion=self.criterion)
        self._mood = Mood(handbook=handbook)
        self._grants = Cue.of(handbook, "grants_blame")
        self._owns = Cue.of(handbook, "owns_fault")
        self._apologises = Cue.of(handbook, "apologises")

    def begin(self) -> ArgumentState:
        """This function will return the state before any quarrel."""
        return ArgumentState()

    def hear(self, state: ArgumentState, moment: Moment) -> ArgumentState:
        """This function will note an upset customer, and an agent who argues."""
        if moment.turn.who == "customer":
            mood = self._mood.of(moment)
            return replace(state, upset=state.upset or mood == "angry", blamed=mood == "dissatisfied")
        fault = self._faults.heard(moment)
        if fault is None:
            return self._meets_blame(state, moment)
        failed = (*state.failed, moment.index)[-KEPT:]
        return replace(state, failed=failed, words=fault.words, better=fault.better)

    def judge(self, state: ArgumentState, ending: Ending) -> Verdict:
        """This function will fail any turn that argued or blamed."""
        if state.failed:
            because = f"“{state.words}”是在争辩或指责"
            return Verdict(criterion=self.criterion, outcome="fail", turns=state.failed, because=because)
        if not state.upset and not state.granted:
            return Verdict(criterion=self.criterion, outcome="na")
        return Verdict(criterion=self.criterion, outcome="pass", turns=state.granted, because="客户有情绪，没有争辩")

    def _meets_blame(self, state: ArgumentState, moment: Moment) -> ArgumentState:
        """Fault found without anger counts where the agent takes it up: a grumble that nobody heard is no quarrel."""
        owns = bool(self._owns.words(moment.turn))
        grants = owns or bool(self._grants.words(moment.turn)) or bool(self._apologises.words(moment.turn))
        if not (owns or (state.blamed and grants)):
            return replace(state, blamed=False)
        return replace(state, blamed=False, granted=(*state.granted, moment.index)[:KEPT])

    def advise(self, state: ArgumentState, moment: Moment) -> Advice | None:
        """This function will offer a way back right after an argument."""
        if not state.failed or state.failed[-1] != moment.index:
            return None
        return Advice(
            skill=self.criterion, key=f"turn.{moment.index}", title=self.title, say=state.better, weight=WEIGHT,
            because=f"“{state.words}”会把矛盾激化", rule=self.criterion,
        )  # fmt: skip

    def violates(self, moment: Moment) -> str:
        """This function will return the words of the line that argue or blame."""
        return self.hear(self.begin(), moment).words
