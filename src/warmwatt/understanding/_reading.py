"""What one turn says: each item with its confidence (0 to 1) and the words that it rests on."""

from dataclasses import dataclass
from typing import Literal

CustomerState = Literal["calm", "anxious", "confused", "dissatisfied", "angry", "grateful"]
FactKey = Literal["address", "contact", "account", "name", "since", "amount_yuan", "usage_kwh", "month", "symptom"]
PromiseKind = Literal["arrive", "restore", "callback", "answer", "visit", "send", "apply_upward", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One matter that the turn is about; `label` is an id of the service contract, such as `outage.report`."""

    label: str
    confidence: float
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How the customer is, and the words that show it."""

    label: CustomerState
    confidence: float
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something the turn states: `value` is normalised (Arabic digits), `said` is as it was worded."""

    key: FactKey
    value: str
    said: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A thing done by speaking: greeting, readback, empathy, apology, question, explain, cite_policy …"""

    kind: str
    confidence: float = 1.0
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How likely an agent's line, by its tone, breaks a criterion such as `language.courtesy`; the words that do it."""

    criterion: str
    confidence: float
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenPromise:
    """What the agent said will be done: kind, limit in minutes or worded limit (`until`), and how firmly.

    `either_half` marks a bare clock hour: only `now` can tell which half of the day it is of.
    """

    kind: PromiseKind
    minutes: int | None = None
    until: str | None = None
    hedged: bool = False
    conditional: bool = False
    confidence: float = 1.0
    words: str = ""
    either_half: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one turn says. `topics` are ranked, best first; `state` is None for an agent's turn.

    `manners` is None where no head listens to the tone; else it holds every criterion that the tone may break.
    """

    topics: tuple[Topic, ...] = ()
    state: State | None = None
    facts: tuple[Fact, ...] = ()
    acts: tuple[Act, ...] = ()
    promises: tuple[SpokenPromise, ...] = ()
    manners: tuple[Manner, ...] | None = None

    def manner(self, criterion: str) -> Manner | None:
        """This function will return how the line's tone stands to a criterion, or None where nothing speaks for it."""
        return next((each for each in self.manners or () if each.criterion == criterion), None)

    def has_act(self, *kinds: str) -> bool:
        """This function will tell whether the turn does any of the named acts."""
        return any(act.kind in kinds for act in self.acts)

    def has_topic(self, *labels: str) -> bool:
        """This function will tell whether the turn is about any of the named topics."""
        return any(topic.label in labels for topic in self.topics)
