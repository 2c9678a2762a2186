"""emotion.refocus 引导聚焦: abuse and straying are acknowledged, and led back to the matter."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._faults import Faults
from warmwatt.skills._matter import is_substantive
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

STRAYED_TURNS = 2
LEADS_BACK = (
    "refocus", "question", "estimate", "readback", "explain", "followup_promise", "escalate", "alternative", "safety",
)  # fmt: skip
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

    def begin(self) -> RefocusState:
        """This function will return the state of a conversation that keeps to its matter."""
        return RefocusState()

    def hear(self, state: RefocusState, moment: Moment) -> RefocusState:
        """This function will note abuse or straying, and what the agent's next real turn does about it."""
        if moment.turn.who == "customer":
            strayed = state.strayed + 1 if _strays(moment) else 0
            abuses = moment.reading.has_act("abuse")
            return replace(state, strayed=strayed, due=state.due or abuses or strayed >= STRAYED_TURNS)
        if not state.due or not is_substantive(moment):
            return state
        if self._quarrels.find(moment.turn.text) or not moment.reading.has_act(*LEADS_BACK, "empathy", "apology"):
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
        case = "abuse" if moment.reading.has_act("abuse") else "stray"
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case=case,
            because="接住他的情绪，再把话题引回正事", weight=WEIGHT,
        )  # fmt: skip


def _strays(moment: Moment) -> bool:
    """Whether a turn leaves a matter that was already raised: it is read as other, and says a good deal."""
    top = moment.reading.topics[0] if moment.reading.topics else None
    raised = any(topic.label != "other" for topic in moment.before.topics)
    return bool(raised and top and top.label == "other" and len(moment.turn.text) > 14 and not moment.reading.facts)
