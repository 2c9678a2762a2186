"""closing.anything_else 结束询问: before parting, ask whether anything else is needed."""

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._mood import Mood
from warmwatt.skills._parting import PartingState, due_in, ended_in_anger, heard_parting, was_done
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

WITHIN = 3
WEIGHT = 2.5


class ClosingAnythingElse:
    """Due where the conversation ends normally; an agent who breaks off fails."""

    criterion = "closing.anything_else"
    title = "结束询问"
    state_type = PartingState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._mood = Mood(handbook=handbook)
        self._cue = Cue.of(handbook, "asks_anything_else")

    def begin(self) -> PartingState:
        """This function will return the state before the first turn."""
        return PartingState()

    def hear(self, state: PartingState, moment: Moment) -> PartingState:
        """This function will note the question, and who speaks last."""
        return heard_parting(state, moment, cue=self._cue, mood=self._mood)

    def judge(self, state: PartingState, ending: Ending) -> Verdict:
        """This function will judge a normal end; one in the customer's anger is not judged."""
        if was_done(state, within=WITHIN):
            return Verdict(
                criterion=self.criterion, outcome="pass", turns=(state.done,), because="问了还有没有别的需要"
            )
        if ended_in_anger(state):
            return Verdict(criterion=self.criterion, outcome="na")
        return Verdict(criterion=self.criterion, outcome="fail", turns=due_in(state), because="没有问还需要什么")

    def advise(self, state: PartingState, moment: Moment) -> Advice | None:
        """This function will offer the question once the matter is done."""
        over = any(progress.outcome or (progress.next is None and progress.done) for progress in moment.flows[:1])
        if state.latest_agent < 0 or not (over or state.leaving) or was_done(state, within=WITHIN):
            return None
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case="end",
            because="事情办完了，问一句还有没有别的", weight=WEIGHT,
        )  # fmt: skip
