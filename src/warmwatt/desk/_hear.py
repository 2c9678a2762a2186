"""Hears one turn: read it, advance the procedure, advise, and write everything in one transaction.

The reading is done before the transaction opens and written only if no other turn came in between (`turn_count` is the
version), so that the lock is held for the writes alone.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError
from django.utils.translation import gettext as _
from pydantic import TypeAdapter

from warmwatt.conversations import Turn
from warmwatt.desk._announce import announce
from warmwatt.desk._coach import the_coach
from warmwatt.desk._consequences import follow_up
from warmwatt.desk._consult import consult
from warmwatt.desk._errors import UnableToHear, no_such
from warmwatt.desk._find import suggested_article
from warmwatt.desk._memory import recall, remember
from warmwatt.desk._one_writer import one_writer
from warmwatt.desk._words import accepted_words
from warmwatt.desk._write_cards import write_cards
from warmwatt.handbook import Hit
from warmwatt.records.models import AdviceRecord, ConversationRecord, FactRecord, TurnRecord
from warmwatt.skills import Heard
from warmwatt.understanding import Reading

TRIES = 8
_READING: TypeAdapter[Reading] = TypeAdapter(Reading)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardTurn:
    """An acknowledged turn: it is on disk, with its reading and cards. `repeated` says that it was already there."""

    conversation: ConversationRecord
    turn: TurnRecord
    advices: tuple[AdviceRecord, ...]
    repeated: bool = False


def hear(
    conversation_id: str,
    *,
    who: str,
    text: str,
    key: str,
    now: datetime,
    start: float | None = None,
    end: float | None = None,
) -> HeardTurn:
    """This function will accept one turn, once for each `key`; it raises UnableToHear or UnableToFind."""
    words = accepted_words(text)
    if who not in {"customer", "agent"}:
        raise UnableToHear("who", _("A turn is said by 'customer' or 'agent'."))
    for _attempt in range(TRIES):
        heard = _try(conversation_id, who=who, words=words, key=key[:64], now=now, start=start, end=end)
        if heard is not None:
            return heard
    raise UnableToHear("busy", _("Several messages came at once. Please send it again."))


def _try(
    conversation_id: str, *, who: str, words: str, key: str, now: datetime, start: float | None, end: float | None
) -> HeardTurn | None:
    """One optimistic attempt; None where another turn was written while this one was being read."""
    conversation = _open_conversation(conversation_id)
    if conversation.state == "closed":
        return _after_the_close(conversation, key)
    begun = start if start is not None else max(0.0, (now - conversation.started_at).total_seconds())
    turn = Turn(who="agent" if who == "agent" else "customer", text=words, start=begun, end=end)
    heard = the_coach().hear(recall(conversation), turn)
    found = suggested_article(words, heard.reading, now=now)
    try:
        with one_writer():
            return _write(conversation, turn, heard, found, key=key, now=now)
    except (IntegrityError, _Overtaken):
        return _repeated(conversation, key)


def _open_conversation(conversation_id: str) -> ConversationRecord:
    found = ConversationRecord.objects.select_related("agent", "contract").filter(pk=conversation_id)
    conversation = next(iter(found), None)
    if conversation is None:
        raise no_such("conversation")
    return conversation


def _after_the_close(conversation: ConversationRecord, key: str) -> HeardTurn:
    if repeated := _repeated(conversation, key):
        return repeated
    raise UnableToHear("closed", _("The conversation has ended. Begin a new one to go on."))


def _repeated(conversation: ConversationRecord, key: str) -> HeardTurn | None:
    """The turn that was accepted under this key before, with the cards as they stand; None where there is none."""
    turn = TurnRecord.objects.filter(conversation=conversation, key=key).first()
    if turn is None:
        return None
    cards = AdviceRecord.objects.filter(conversation=conversation, withdrawn_turn__isnull=True)
    return HeardTurn(conversation=conversation, turn=turn, advices=tuple(cards), repeated=True)


class _Overtaken(Exception):
    """Another turn was written first, or the conversation was closed meanwhile."""


def _write(
    conversation: ConversationRecord, turn: Turn, heard: Heard, found: Hit | None, *, key: str, now: datetime
) -> HeardTurn:
    record = TurnRecord.objects.create(
        conversation=conversation,
        index=conversation.turn_count,
        key=key,
        who=turn.who,
        text=turn.text,
        start=turn.start,
        end=turn.end,
        heard_at=now,
        reading=_READING.dump_python(heard.reading, mode="json", exclude_defaults=True),
    )
    conversation.turn_count += 1
    _write_facts(conversation, record, heard.reading)
    heard = follow_up(conversation, record, heard, now=now)
    advices = (*heard.advices, *consult(conversation, record, heard, found, now=now))
    cards = write_cards(conversation, record.index, advices)
    _write_session(conversation, heard, now=now, who=turn.who)
    announce(conversation, "turn", turn=record.index, cards=cards)
    return HeardTurn(conversation=conversation, turn=record, advices=cards)


def _write_facts(conversation: ConversationRecord, turn: TurnRecord, reading: Reading) -> None:
    rows: dict[str, FactRecord] = {
        fact.key: FactRecord(
            conversation=conversation,
            key=fact.key,
            value=fact.value[:200],
            said=fact.said[:200],
            turn=turn.index,
            who=turn.who,
        )
        for fact in reading.facts
    }
    if turn.who == "agent":
        # An agent's readback never overwrites what the customer said.
        told = FactRecord.objects.filter(conversation=conversation, who="customer", key__in=list(rows))
        for known in told.values_list("key", flat=True) if rows else ():
            rows.pop(known, None)
    if rows:
        FactRecord.objects.bulk_create(
            rows.values(),
            update_conflicts=True,
            unique_fields=["conversation", "key"],
            update_fields=["value", "said", "turn", "who"],
        )


def _write_session(conversation: ConversationRecord, heard: Heard, *, now: datetime, who: str) -> None:
    """Takes the turn's place in the conversation, or gives way to the turn that took it first."""
    situation = heard.session.situation
    conversation.session = remember(conversation, heard.session)
    conversation.topics = [topic.label for topic in situation.topics]
    conversation.customer_state = situation.state
    spoke = {"customer_spoke_at": now} if who == "customer" else {"agent_spoke_at": now}
    written = (
        ConversationRecord.objects.filter(pk=conversation.pk, turn_count=conversation.turn_count - 1)
        .exclude(state="closed")
        .update(
            turn_count=conversation.turn_count,
            session=conversation.session,
            topics=conversation.topics,
            customer_state=conversation.customer_state,
            contract=conversation.contract,
            **spoke,
        )
    )
    if not written:
        raise _Overtaken
