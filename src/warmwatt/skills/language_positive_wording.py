"""language.positive_wording 积极用语: no negative or dismissive wording as the answer."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._cues import Cue
from warmwatt.skills._faults import Faults
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._verdict import Advice, Verdict

HELPS = ("alternative", "followup_promise", "escalate", "estimate", "transfer_warm", "commit_check", "hold")
KEPT = 12
WEIGHT = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingState:
    """The agent turns heard, and those at fault with the words of the latest."""

    heard: bool = False
    failed: tuple[int, ...] = ()
    words: str = ""
    better: str = ""


class LanguagePositiveWording:
    """Always due; real help in the same turn makes it a pass."""

    criterion = "language.positive_wording"
    title = "积极用语"
    state_type = WordingState

    def __init__(self, *, handbook: Handbook) -> None:
        self._faults = Faults(handbook=handbook, criterion=self.criterion)
        self._helps_on = Cue.of(handbook, "helps_on")

    def begin(self) -> WordingState:
        """This function will return the state before the agent spoke."""
        return WordingState()

    def hear(self, state: WordingState, moment: Moment) -> WordingState:
        """This function will note a dismissive wording that no help follows."""
        if moment.turn.who != "agent":
            return state
        state = replace(state, heard=True)
        fault = self._faults.heard(moment)
        if fault is None or self._helps(moment):
            return state
        failed = (*state.failed, moment.index)[-KEPT:]
        return replace(state, failed=failed, words=fault.words, better=fault.better)

    def _helps(self, moment: Moment) -> bool:
        acts = moment.reading.has_act(*HELPS) or bool(moment.reading.promises)
        return acts or bool(self._helps_on.words(moment.turn))

    def judge(self, state: WordingState, ending: Ending) -> Verdict:
        """This function will fail a dismissive answer."""
        if state.failed:
            because = f"“{state.words}”把客户挡回去了"
            return Verdict(criterion=self.criterion, outcome="fail", turns=state.failed, because=because)
        return Verdict(criterion=self.criterion, outcome="pass", because="没有消极推脱的话")

    def advise(self, state: WordingState, moment: Moment) -> Advice | None:
        """This function will offer a better sentence right after a dismissive one."""
        if not state.failed or state.failed[-1] != moment.index:
            return None
        return Advice(
            skill=self.criterion, key=f"turn.{moment.index}", title=self.title, say=state.better, weight=WEIGHT,
            because=f"“{state.words}”听着像推脱", rule=self.criterion,
        )  # fmt: skip

    def violates(self, moment: Moment) -> str:
        """This function will return the dismissive words of the line."""
        return self.hear(self.begin(), moment).words
