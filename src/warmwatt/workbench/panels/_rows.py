"""Conversations as rows of a list: who, what about, in what state, waiting since when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord, Staff
from warmwatt.workbench._labels import HEAT

TOPICS_SHOWN = 2
WAITING_SHOWN = 60
# The session is the coach's whole memory; a list never needs it.
UNSHOWN = ("session", "rating_words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One conversation in a list. `since` is when the customer began to wait; None where nobody waits."""

    id: str
    caller: str
    channel: str
    topics: tuple[str, ...]
    state: str
    heat: int
    turns: int
    started_at: datetime
    since: datetime | None
    agent: str = ""
    played: bool = False


def waiting_rows() -> tuple[Row, ...]:
    """This function will return who waits for an agent: dangers first, then the longest wait."""
    rows = rows_of(queries.waiting().defer(*UNSHOWN)[:WAITING_SHOWN])
    return tuple(sorted(rows, key=lambda row: "hazard.report" not in row.topics))


def own_rows(staff: Staff) -> tuple[Row, ...]:
    """This function will return the agent's live conversations, oldest first so that they keep their places."""
    return rows_of(queries.live_of(staff).defer(*UNSHOWN))


def rows_of(records: Iterable[ConversationRecord] | QuerySet[ConversationRecord]) -> tuple[Row, ...]:
    """This function will return records as rows."""
    return tuple(_row(record) for record in records)


def _row(record: ConversationRecord) -> Row:
    return Row(
        id=record.pk,
        caller=record.caller,
        channel=record.channel,
        topics=tuple(record.topics[:TOPICS_SHOWN]),
        state=record.customer_state,
        heat=HEAT.get(record.customer_state, 1),
        turns=record.turn_count,
        started_at=record.started_at,
        since=_waits_since(record),
        agent=(record.agent.name or record.agent.username) if record.agent else "",
        played=record.played,
    )


def _waits_since(record: ConversationRecord) -> datetime | None:
    if record.state == "waiting":
        return record.started_at
    spoke, answered = record.customer_spoke_at, record.agent_spoke_at
    if spoke is not None and (answered is None or answered < spoke):
        return spoke
    return None
