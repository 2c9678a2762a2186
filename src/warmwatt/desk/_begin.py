"""Begins a conversation, with what the records already know of the caller."""

import secrets
from datetime import datetime
from typing import Any

from warmwatt.conversations import Known
from warmwatt.desk._announce import announce
from warmwatt.desk._coach import the_coach
from warmwatt.desk._one_writer import one_writer
from warmwatt.desk._write_cards import open_with_cards
from warmwatt.records import queries
from warmwatt.records.models import Contract, ConversationRecord, Staff


def begin_conversation(
    *,
    channel: str,
    now: datetime,
    caller: str = "",
    contact: str = "",
    account: str | None = None,
    agent: Staff | None = None,
    played: bool = False,
    conversation_id: str | None = None,
) -> ConversationRecord:
    """This function will open a conversation: waiting, or live where an agent already answers."""
    contract = queries.find_contract(account=account, phone=contact)
    known = known_of(contract, contact=contact, now=now)
    coach = the_coach()
    session = coach.to_json(coach.begin(channel="phone" if channel == "phone" else "chat", known=known))
    with one_writer():
        conversation = ConversationRecord.objects.create(
            id=conversation_id or new_id(now),
            channel=channel,
            state="live" if agent else "waiting",
            agent=agent,
            contract=contract,
            caller=caller.strip()[:60] or (known.name or ""),
            contact=contact.strip()[:20] or (known.contact or ""),
            customer_key=secrets.token_urlsafe(24),
            started_at=now,
            claimed_at=now if agent else None,
            session=session,
            played=played,
        )
        if agent is not None:
            open_with_cards(conversation)
        announce(conversation, "began")
    return conversation


def new_id(now: datetime) -> str:
    """This function will return a conversation id that sorts by time and cannot be guessed."""
    return f"c{now:%y%m%d%H%M%S}{secrets.token_hex(5)}"


def known_of(contract: Contract | None, *, contact: str, now: datetime) -> Known:
    """This function will return what the records hold of a contract, for the coach."""
    if contract is None:
        return Known(contact=contact or None)
    notice = queries.known_outage(contract, now=now)
    fields: dict[str, Any] = {
        "account": contract.account,
        "name": contract.customer.name,
        "address": contract.address,
        "contact": contact or contract.customer.phone,
        "arrears_yuan": contract.arrears_units / 10_000,
        "known_outage": queries.outage_words(notice) if notice else None,
    }
    return Known(**fields)
