"""What a conversation has brought about: its cases with their orders, and what was promised."""

from dataclasses import dataclass
from datetime import datetime

from warmwatt.records import queries
from warmwatt.records.models import CaseRecord, PromiseRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Matters:
    """Cases and promises of one conversation, the open promises first and the soonest due at the top."""

    cases: tuple[CaseRecord, ...]
    promises: tuple[PromiseRecord, ...]

    @property
    def open_promises(self) -> int:
        """How many promises are still to be kept."""
        return sum(promise.state == "open" for promise in self.promises)


def matters_of(conversation_id: str) -> Matters:
    """This function will return the cases and promises of a conversation."""
    promises = sorted(queries.promises_of(conversation_id), key=_by_due)
    return Matters(cases=tuple(queries.cases_of(conversation_id)), promises=tuple(promises))


def _by_due(promise: PromiseRecord) -> tuple[bool, bool, datetime]:
    return promise.state != "open", promise.due_at is None, promise.due_at or promise.made_at
