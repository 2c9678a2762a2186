"""What came before, folded: bounded, so that a turn costs the same at turn 5 and at turn 500."""

from dataclasses import dataclass, replace

from warmwatt.conversations import Turn, Who
from warmwatt.understanding._reading import Act, CustomerState, Fact, Reading, SpokenPromise, Topic

REMEMBERED_TURNS = 6
REMEMBERED_STATES = 12
REMEMBERED_PROMISES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardTurn:
    """A recent turn, kept because the next one may answer or correct it."""

    index: int
    who: Who
    text: str
    start: float = 0.0
    end: float | None = None
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardFact:
    """The latest value of a fact, the turn that gave it, and who said it."""

    fact: Fact
    turn: int
    who: Who


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardState:
    """The customer's state in one customer turn."""

    turn: int
    label: CustomerState


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardPromise:
    """A promise and the turn it was spoken in."""

    turn: int
    promise: SpokenPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The conversation so far: recent turns, topics by first mention, the latest of each fact, states, promises."""

    turns: int = 0
    recent: tuple[HeardTurn, ...] = ()
    topics: tuple[Topic, ...] = ()
    facts: tuple[HeardFact, ...] = ()
    states: tuple[HeardState, ...] = ()
    promises: tuple[HeardPromise, ...] = ()

    @property
    def state(self) -> CustomerState:
        """The customer's state as last heard; calm before the first word."""
        return self.states[-1].label if self.states else "calm"

    @property
    def previous(self) -> HeardTurn | None:
        """The turn just before the one being read."""
        return self.recent[-1] if self.recent else None

    def fact(self, key: str) -> str | None:
        """This function will return the latest value of the fact `key`, or None."""
        return next((heard.fact.value for heard in self.facts if heard.fact.key == key), None)

    def has_topic(self, *labels: str) -> bool:
        """This function will tell whether any of the named topics came up so far."""
        return any(topic.label in labels for topic in self.topics)

    def after(self, turn: Turn, reading: Reading) -> "Situation":
        """This function will return the situation once `turn`, read as `reading`, has been heard."""
        index = self.turns
        heard = HeardTurn(index=index, who=turn.who, text=turn.text, start=turn.start, end=turn.end, acts=reading.acts)
        states = self.states
        if reading.state is not None:
            states = (*states, HeardState(turn=index, label=reading.state.label))[-REMEMBERED_STATES:]
        promises = tuple(HeardPromise(turn=index, promise=promise) for promise in reading.promises)
        return replace(
            self,
            turns=index + 1,
            recent=(*self.recent, heard)[-REMEMBERED_TURNS:],
            topics=self._topics_with(turn, reading),
            facts=self._facts_with(turn, reading),
            states=states,
            promises=(*self.promises, *promises)[-REMEMBERED_PROMISES:],
        )

    def _topics_with(self, turn: Turn, reading: Reading) -> tuple[Topic, ...]:
        if turn.who == "agent":
            return self.topics
        known = {topic.label for topic in self.topics}
        return self.topics + tuple(topic for topic in reading.topics if topic.label not in known)

    def _facts_with(self, turn: Turn, reading: Reading) -> tuple[HeardFact, ...]:
        # A customer's word outweighs the agent's: an agent's readback never overwrites what the customer said.
        said_by_customer = {heard.fact.key for heard in self.facts if heard.who == "customer"}
        fresh = {
            fact.key: HeardFact(fact=fact, turn=self.turns, who=turn.who)
            for fact in reading.facts
            if turn.who == "customer" or fact.key not in said_by_customer
        }
        kept = {heard.fact.key: heard for heard in self.facts}
        return tuple((kept | fresh).values())
