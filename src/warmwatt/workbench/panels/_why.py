"""An answer to "why" as shown: the explanation, the corrections made of it, and who may make one."""

from dataclasses import dataclass

from warmwatt import desk
from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord, Correction, Staff
from warmwatt.understanding import Why

SURE = ((0.85, "sure"), (0.6, "likely"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What stands beside every explanation: its corrections, newest last, and what the form would begin with."""

    standing: Correction | None
    earlier: tuple[Correction, ...]
    chosen: tuple[str, ...]
    may_correct: bool
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnAsked:
    """One label of a turn explained; `labels` are all that the turn was read as, the state first."""

    why: Why
    labels: tuple[str, ...]
    asked: Asked

    @property
    def kind(self) -> str:
        """What a correction made here corrects."""
        return "state" if self.why.sort == "state" else "topics"

    @property
    def sureness(self) -> str:
        """How sure the desk was, in a word."""
        return next((word for limit, word in SURE if self.why.confidence >= limit), "unsure")


def turn_asked(conversation: ConversationRecord, *, turn: int, label: str, staff: Staff) -> TurnAsked:
    """This function will return why a turn was read as `label`, with what people made of it."""
    found = desk.why_turn(conversation.pk, turn=turn, label=label)
    kind = "state" if found.sort == "state" else "topics"
    made = list(queries.corrections_of(conversation.pk, standing=False).filter(kind=kind, turn=turn))
    labels = desk.labels_read(conversation.pk, turn=turn)
    state, topics = labels[:1], labels[1:]
    return TurnAsked(
        why=found, labels=labels, asked=_asked(made, read=state if kind == "state" else topics, staff=staff)
    )


def verdict_asked(conversation: ConversationRecord, *, criterion: str, staff: Staff) -> tuple[desk.VerdictWhy, Asked]:
    """This function will return why a criterion was judged as it was, with what people made of it."""
    found = desk.why_verdict(conversation.pk, criterion=criterion)
    made = list(queries.corrections_of(conversation.pk, standing=False).filter(criterion=criterion))
    own = conversation.agent_id == staff.pk and desk.may_correct(staff)
    return found, _asked(made, read=(found.outcome,), staff=staff, own=own)


def _asked(made: list[Correction], *, read: tuple[str, ...], staff: Staff, own: bool = False) -> Asked:
    standing = next((each for each in made if each.ended_at is None), None)
    return Asked(
        standing=standing,
        earlier=tuple(each for each in made if each.ended_at is not None),
        chosen=tuple(standing.right) if standing else read,
        may_correct=desk.may_correct(staff) and not own,
        own=own,
    )
