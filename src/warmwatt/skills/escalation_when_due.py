"""escalation.when_due 及时升级: what is dangerous, threatened or thrice angry goes up, and the customer is told."""

from dataclasses import dataclass, replace

from warmwatt.cases import escalation_due
from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._danger import Danger
from warmwatt.skills._mood import Mood
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

REMEMBERED = 6
ANSWER = 3
PRESSING = {"safety", "life_support"}
WEIGHT, PRESSING_WEIGHT = 7.5, 9.5


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationState:
    """The causes met so far, the agent turns that let one pass, and the turn that escalated.

    `due` is the cause that the agent's next turn should answer.
    """

    causes: tuple[str, ...] = ()
    words: str = ""
    due: str = ""
    angry: int = 0
    passed_over: tuple[int, ...] = ()
    escalated: int = -1


class EscalationWhenDue:
    """A supervisor asked for, media, regulator or court, a danger, life support, or a third angry turn."""

    criterion = "escalation.when_due"
    title = "及时升级"
    state_type = EscalationState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._supervisor = Cue.of(handbook, "asks_supervisor")
        self._outside = Cue.of(handbook, "outside_pressure")
        self._danger = Danger(handbook=handbook)
        self._life = Cue.of(handbook, "life_support")
        self._escalates = Cue.of(handbook, "escalates")
        self._mood = Mood(handbook=handbook)
        self._dispatches = Cue.of(handbook, "dispatches_now")

    def begin(self) -> EscalationState:
        """This function will return the state before any cause."""
        return EscalationState()

    def hear(self, state: EscalationState, moment: Moment) -> EscalationState:
        """This function will note a cause to escalate, or the escalation."""
        if moment.turn.who == "customer":
            return self._raised(state, moment)
        if not state.causes:
            return state
        if self._goes_up(state, moment):
            escalated = moment.index if state.escalated < 0 else state.escalated
            return replace(state, escalated=escalated, due="")
        if state.due and len(moment.turn.text) > ANSWER:
            passed = (*state.passed_over, moment.index)[-REMEMBERED:]
            return replace(state, passed_over=passed, due="" if state.due not in PRESSING else state.due)
        return state

    def judge(self, state: EscalationState, ending: Ending) -> Verdict:
        """This function will judge whether the matter went up once a cause arose."""
        if not state.causes:
            return Verdict(criterion=self.criterion, outcome="na")
        if state.escalated >= 0:
            return Verdict(
                criterion=self.criterion, outcome="pass", turns=(state.escalated,), because="已上报，并告诉了客户"
            )
        return Verdict(
            criterion=self.criterion, outcome="fail", turns=state.passed_over[:2], because=f"应当升级：{state.words}"
        )

    def advise(self, state: EscalationState, moment: Moment) -> Advice | None:
        """This function will offer escalating words as long as a cause stands unanswered."""
        if not state.causes or state.escalated >= 0:
            return None
        cause = state.due or state.causes[-1]
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case=cause,
            because=state.words, weight=PRESSING_WEIGHT if cause in PRESSING else WEIGHT,
        )  # fmt: skip

    def _raised(self, state: EscalationState, moment: Moment) -> EscalationState:
        angry = state.angry + (self._mood.of(moment) == "angry")
        found = escalation_due(
            asks_supervisor=bool(self._supervisor.words(moment.turn)),
            outside=self._outside.words(moment.turn),
            danger=self._danger.heard(moment)[1],
            life_support=bool(self._life.words(moment.turn)),
            angry_turns=angry if angry > state.angry else 0,
        )
        if not found:
            return replace(state, angry=angry)
        fresh = tuple(each.cause for each in found if each.cause not in state.causes)
        first = found[0]
        return replace(state, angry=angry, causes=state.causes + fresh, words=first.words, due=first.cause)

    def _goes_up(self, state: EscalationState, moment: Moment) -> bool:
        if self._escalates.words(moment.turn) or moment.reading.has_act("escalate"):
            return True
        # For a danger, a crew sent at once is the escalation.
        return bool(PRESSING & set(state.causes)) and bool(self._dispatches.words(moment.turn))
