"""Answers "why" from the records: the stored reading or verdict, explained by the rooms that made it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from django.conf import settings
from pydantic import TypeAdapter

from warmwatt.conversations import Turn
from warmwatt.desk._coach import the_coach, the_handbook
from warmwatt.desk._errors import no_such
from warmwatt.desk._lookup import find_conversation
from warmwatt.handbook import Criterion, UnknownEntry, shipped_lessons
from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord, TurnRecord
from warmwatt.skills import HeardCue, Outcome, cues_heard
from warmwatt.understanding import CustomerState, Examples, HeardState, NotRead, Reading, Situation, Why, labels_of, why

# As far back as a state is remembered while a conversation is heard.
REMEMBERED_STATES = 12
_READING: TypeAdapter[Reading] = TypeAdapter(Reading)


@lru_cache(maxsize=1)
def the_examples() -> Examples:
    """This function will return the handbook's examples, read and indexed when they are first asked for."""
    return Examples(handbook=shipped_lessons(settings.WARMWATT_HANDBOOK))


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidThen:
    """A turn that decided a verdict."""

    index: int
    who: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictWhy:
    """The answer to "why this verdict": its reason and turns, the rule, and what the skill heard in them."""

    criterion: str
    title: str
    outcome: Outcome
    because: str
    said: tuple[SaidThen, ...]
    rule: Criterion | None
    cues: tuple[HeardCue, ...]


def why_turn(conversation_id: str, *, turn: int, label: str) -> Why:
    """This function will explain one label of a turn; it raises UnableToFind where the turn was not read so."""
    found = _customer_turn(find_conversation(conversation_id), turn)
    return _explained(found, label, _READING.validate_python(found.reading), _situation(found))


def whys_of_turn(conversation_id: str, *, turn: int) -> tuple[Why, ...]:
    """This function will explain every label of a customer's turn: the state first, then the topics."""
    found = _customer_turn(find_conversation(conversation_id), turn)
    reading, situation = _READING.validate_python(found.reading), _situation(found)
    return tuple(_explained(found, label, reading, situation) for label in labels_of(reading))


def labels_read(conversation_id: str, *, turn: int) -> tuple[str, ...]:
    """This function will return every label of a customer's turn: the state first, then the topics."""
    found = _customer_turn(find_conversation(conversation_id), turn)
    return labels_of(_READING.validate_python(found.reading))


def why_verdict(conversation_id: str, *, criterion: str) -> VerdictWhy:
    """This function will explain a verdict of the conversation's review; it raises UnableToFind where there is none."""
    conversation = find_conversation(conversation_id)
    card = queries.scorecard_of(conversation.pk)
    if card is None:
        raise no_such("review")
    verdict = next((row for row in card.verdicts if row["criterion"] == criterion), None)
    skill = next((each for each in the_coach().skills if each.criterion == criterion), None)
    if verdict is None or skill is None:
        raise no_such("criterion")
    decided = tuple(verdict.get("turns", ()))
    said = _said(conversation, {*decided, *(index - 1 for index in decided)})
    return VerdictWhy(
        criterion=criterion,
        title=skill.title,
        outcome=verdict["outcome"],
        because=verdict.get("because", ""),
        said=tuple(SaidThen(index=turn.index, who=turn.who, text=turn.text) for turn in said if turn.index in decided),
        rule=_rule(criterion),
        # An act that was due is due because of what was said just before it.
        cues=cues_heard(skill, [(turn.index, _turn(turn)) for turn in said]),
    )


def _explained(found: TurnRecord, label: str, reading: Reading, situation: Situation) -> Why:
    try:
        return why(found.text, label=label, reading=reading, situation=situation, examples=the_examples())
    except NotRead:
        raise no_such("label") from None


def _customer_turn(conversation: ConversationRecord, turn: int) -> TurnRecord:
    if not 0 <= turn < conversation.turn_count:
        raise no_such("turn")
    found = TurnRecord.objects.get(conversation=conversation, index=turn)
    if found.who != "customer":
        raise no_such("label")
    return found


def _situation(turn: TurnRecord) -> Situation:
    """As much of the situation before the turn as an explanation rests on: how the customer was."""
    said = TurnRecord.objects.filter(conversation_id=turn.conversation_id, index__lt=turn.index, who="customer")
    latest = said.order_by("-index").values_list("index", "reading__state__label")[:REMEMBERED_STATES]
    states = [HeardState(turn=index, label=cast(CustomerState, label)) for index, label in latest if label]
    return Situation(turns=turn.index, states=tuple(reversed(states)))


def _said(conversation: ConversationRecord, places: set[int]) -> list[TurnRecord]:
    return list(TurnRecord.objects.filter(conversation=conversation, index__in=places).order_by("index"))


def _turn(record: TurnRecord) -> Turn:
    who: Any = record.who
    return Turn(who=who, text=record.text, start=record.start, end=record.end)


def _rule(criterion: str) -> Criterion | None:
    try:
        return the_handbook().one(Criterion, criterion)
    except UnknownEntry:
        return None
