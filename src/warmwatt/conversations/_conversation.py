"""Who said what, when. Times are seconds from the conversation's start, half-open; a chat turn has no end."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator

from warmwatt.conversations._outage_words import outage_words

Who = Literal["customer", "agent"]
Channel = Literal["phone", "chat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One person's words, uninterrupted."""

    who: Who
    text: str
    start: float = 0.0
    end: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Who answers: the agent's number (工号) and the centre's name."""

    number: str = ""
    centre: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the desk's own records hold about the caller when the conversation begins; any of it may be missing."""

    account: str | None = None
    name: str | None = None
    address: str | None = None
    contact: str | None = None
    arrears_yuan: float | None = None
    known_outage: Annotated[str | None, BeforeValidator(outage_words)] = None
    meter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLabel:
    """A promise as a reviewer marked it."""

    turn: int
    kind: str
    minutes: int | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionLabel:
    """A reviewer's verdict on one criterion, with the turns that decided it."""

    verdict: Literal["pass", "fail", "na"]
    turns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What a human reviewer said of a conversation."""

    topics: tuple[str, ...] = ()
    customer_state: dict[int, str] = field(default_factory=dict)
    criteria: dict[str, CriterionLabel] = field(default_factory=dict)
    promises: tuple[PromiseLabel, ...] = ()
    facts: dict[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A whole conversation, live so far or finished."""

    id: str
    channel: Channel
    start: datetime
    agent: Agent = Agent()
    known: Known = Known()
    turns: tuple[Turn, ...] = ()
    labels: Labels | None = None
