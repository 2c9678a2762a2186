"""One owner, work orders, promises and their deadlines. A case is a value; desk writes it down."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

CaseState = Literal["open", "waiting", "resolved", "closed"]
OrderTeam = Literal["repair", "metering", "billing", "new_supply", "service"]
OrderState = Literal["dispatched", "accepted", "arrived", "done", "returned"]
PromiseState = Literal["open", "kept", "broken", "excused"]
Authority = Literal["standard", "needs_hedge", "beyond"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Who does what by when: `due` is aware, or None where no limit was said; `said_in` is (conversation, turn)."""

    kind: str
    due: datetime | None
    owner: str
    authority: Authority
    said_in: tuple[str, int]
    words: str = ""
    state: PromiseState = "open"
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Work for a back-office team, with its own number and state."""

    number: str
    team: OrderTeam
    summary: str
    state: OrderState = "dispatched"
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One thing that happened to a case: when, who, what."""

    at: datetime
    who: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A matter with one owner from the first contact until the customer is satisfied."""

    number: str
    owner: str
    matter: str
    summary: str
    opened_at: datetime
    state: CaseState = "open"
    orders: tuple[Order, ...] = ()
    promises: tuple[Promise, ...] = ()
    log: tuple[LogLine, ...] = ()
    result_told_at: datetime | None = None
    survey_asked_at: datetime | None = None
