"""closing.thanks 致谢道别: thanks or wishes at the end, and the way to the survey where there is one."""

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._mood import Mood
from warmwatt.skills._parting import PartingState, due_in, ended_in_anger, heard_parting, was_done
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

WITHIN = 2
WEIGHT = 2.0


class ClosingThanks:
    """Due where the conversation ends normally; thanks or wishes suffice."""

    criterion = "closing.thanks"
    title = "致谢道别"
    state_type = PartingState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._mood = Mood(handbook=handbook)
        self._cue = Cue.of(handbook, "parts_kindly")

    def begin(self) -> PartingState:
        """This function will return the state before the first turn."""
        return PartingState()

    def hear(self, state: PartingState, moment: Moment) -> PartingState:
        """This function will note thanks or wishes, and who speaks last."""
        return heard_parting(state, moment, cue=self._cue, mood=self._mood)

    def judge(self, state: PartingState, ending: Ending) -> Verdict:
        """This function will judge a normal end; one in the customer's anger is not judged."""
        if was_done(state, within=WITHIN):
            return Verdict(criterion=self.criterion, outcome="pass", turns=(state.done,), because="致谢或祝愿后道别")
        if ended_in_anger(state):
            return Verdict(criterion=self.criterion, outcome="na")
        return Verdict(criterion=self.criterion, outcome="fail", turns=due_in(state), because="没有致谢道别")

    def advise(self, state: PartingState, moment: Moment) -> Advice | None:
        """This function will offer thanks when the customer is about to leave."""
        if not state.leaving or was_done(state, within=WITHIN):
            return None
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case="end",
            because="客户要挂了，谢一声，请他评价", weight=WEIGHT,
        )  # fmt: skip
