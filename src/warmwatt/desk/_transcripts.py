"""Finished transcripts into the records, and closed conversations out of them."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction

from warmwatt.conversations import Agent, Conversation, Known, Turn
from warmwatt.desk._begin import begin_conversation
from warmwatt.desk._close import close_conversation
from warmwatt.desk._hear import hear
from warmwatt.records.models import ConversationRecord, Staff


def take_transcript(conversation: Conversation) -> bool:
    """This function will store, read and review a finished transcript; False where it is already there."""
    record_id = conversation.id[:40]
    if ConversationRecord.objects.filter(pk=record_id).exists():
        return False
    with transaction.atomic():
        record = begin_conversation(
            channel=conversation.channel,
            now=conversation.start,
            caller=conversation.known.name or "",
            contact=conversation.known.contact or "",
            account=conversation.known.account,
            agent=Staff.objects.filter(username=conversation.agent.number).first(),
            played=True,
            conversation_id=record_id,
        )
        for index, turn in enumerate(conversation.turns):
            said_at = conversation.start + timedelta(seconds=turn.end if turn.end is not None else turn.start)
            hear(
                record.pk,
                who=turn.who,
                text=turn.text,
                key=f"import.{index}",
                now=said_at,
                start=turn.start,
                end=turn.end,
            )
        last = conversation.turns[-1].start if conversation.turns else 0.0
        # What was promised then was kept or broken then; the clock of today has nothing to say of it.
        record.promises.filter(state="open").update(
            state="excused", ended_at=conversation.start, reason="导入的历史对话，不再计时"
        )
        record.escalations.update(ended_at=conversation.start)
        close_conversation(record.pk, staff=None, now=conversation.start + timedelta(seconds=last))
    return True


def closed_transcripts() -> Iterator[Conversation]:
    """This function will yield every closed conversation, in the order they began."""
    records = ConversationRecord.objects.filter(state="closed").select_related("agent", "contract__customer")
    for record in records.order_by("started_at").prefetch_related("turns").iterator(chunk_size=200):
        yield transcript_of(record)


def transcript_of(record: ConversationRecord) -> Conversation:
    """This function will return a stored conversation as a transcript."""
    contract = record.contract
    known = Known(contact=record.contact or None)
    if contract is not None:
        known = Known(
            account=contract.account,
            name=contract.customer.name,
            address=contract.address,
            contact=record.contact or contract.customer.phone,
            arrears_yuan=contract.arrears_units / 10_000,
        )
    return Conversation(
        id=record.pk,
        channel="phone" if record.channel == "phone" else "chat",
        start=record.started_at,
        agent=Agent(number=record.agent.username if record.agent else ""),
        known=known,
        turns=tuple(
            Turn(who="agent" if turn.who == "agent" else "customer", text=turn.text, start=turn.start, end=turn.end)
            for turn in record.turns.all()
        ),
    )
