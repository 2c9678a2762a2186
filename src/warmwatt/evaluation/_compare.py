"""What was said beside what was wanted, row by row, for the people who mend the handbook's words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warmwatt.conversations import Conversation, Turn
from warmwatt.evaluation._utterances import SCORED_FACTS, Row, comparable
from warmwatt.handbook import Search
from warmwatt.skills import Coach, distinct_promises, resolved_facts
from warmwatt.understanding import Reader, Reading, Situation, SpokenPromise

NOTHING = "—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One thing read and one thing wanted of a row; `measure` is topic, state, facts, promise, violation, a criterion …

    `said` and `wanted` are labels, in order; `because` is what the software rested on.
    """

    measure: str
    row: str
    text: str
    said: tuple[str, ...]
    wanted: tuple[str, ...]
    because: str = ""

    @property
    def missed(self) -> tuple[str, ...]:
        """Wanted and not said."""
        return tuple(label for label in self.wanted if label not in self.said)

    @property
    def invented(self) -> tuple[str, ...]:
        """Said and not wanted."""
        return tuple(label for label in self.said if label not in self.wanted)

    @property
    def right(self) -> bool:
        """Whether nothing was missed or invented."""
        return not (self.missed or self.invented)


def confusions(comparisons: Iterable[Comparison]) -> dict[tuple[str, str], int]:
    """This function will count (wanted, said) pairs: right ones on the diagonal, a lone miss or invention with —."""
    counted: Counter[tuple[str, str]] = Counter()
    for each in comparisons:
        counted.update((label, label) for label in each.wanted if label in each.said)
        missed, invented = each.missed or (NOTHING,), each.invented or (NOTHING,)
        if not each.right:
            counted.update((one, other) for one in missed for other in invented)
    return dict(counted)


def compare_utterances(rows: Sequence[Row], *, reader: Reader) -> Iterator[Comparison]:
    """This function will compare topics, state and facts of utterances read alone."""
    for number, row in enumerate(rows, start=1):
        text = str(row["text"])
        reading = reader.read(Turn(who="customer", text=text), Situation())
        there = _Place(row=str(row.get("id", number)), text=text)
        words = "；".join(f"{topic.label}：{topic.words}" for topic in reading.topics if topic.words)
        yield there.of("topic", [topic.label for topic in reading.topics], row.get("topics", ()), words)
        if reading.state:
            yield there.of("state", [reading.state.label], [row.get("state", "calm")], reading.state.words)
        facts: dict[str, str] = {fact.key: fact.value for fact in reading.facts}
        yield there.of("facts", _facts(facts), _facts(row.get("facts", {})))


def compare_agent_lines(
    rows: Sequence[Row], *, reader: Reader, violations: Callable[[str], set[str]]
) -> Iterator[Comparison]:
    """This function will compare promises (kind and limit), violations and acts of agent lines."""
    scored: set[str] = set().union(*(row.get("acts", ()) for row in rows))
    for number, row in enumerate(rows, start=1):
        text = str(row["text"])
        reading = reader.read(Turn(who="agent", text=text), Situation())
        there = _Place(row=str(row.get("id", number)), text=text)
        words = "；".join(promise.words for promise in reading.promises)
        wanted = [_limited(each["kind"], each.get("minutes"), each.get("until")) for each in row.get("promises", ())]
        yield there.of("promise", [_spoken(promise) for promise in reading.promises], wanted, words)
        yield there.of("violation", sorted(violations(text)), sorted(row.get("violations", ())))
        acts = sorted({act.kind for act in reading.acts} & scored)
        yield there.of("act", acts, sorted(row.get("acts", ())), "；".join(act.words for act in reading.acts))


def compare_queries(rows: Sequence[Row], *, search: Search, on: date) -> Iterator[Comparison]:
    """This function will compare the subject of the article found first with the wanted one."""
    for number, row in enumerate(rows, start=1):
        hits = search.find(str(row["text"]), on=on, limit=3)
        there = _Place(row=str(row.get("id", number)), text=str(row["text"]))
        found = "；".join(f"{hit.article.title}（{hit.article.subject}）" for hit in hits)
        yield there.of("subject", [hit.article.subject for hit in hits[:1]], [str(row["subject"])], found)


def compare_conversations(conversations: Iterable[Conversation], *, coach: Coach) -> Iterator[Comparison]:
    """This function will compare verdicts by criterion, states, promises and facts of whole conversations."""
    for conversation in conversations:
        if conversation.labels:
            yield from _of_conversation(conversation, coach)


def _of_conversation(conversation: Conversation, coach: Coach) -> Iterator[Comparison]:
    labels = conversation.labels
    assert labels is not None
    session, heard = coach.listen(conversation)
    readings = tuple(turn.reading for turn in heard)
    for verdict in coach.judge(session):
        if wanted := labels.criteria.get(verdict.criterion):
            turns = (turn for turn in dict.fromkeys((*verdict.turns, *wanted.turns)) if 0 <= turn < len(readings))
            said = " / ".join(f"[{turn}] {conversation.turns[turn].text}" for turn in turns)
            there = _Place(row=conversation.id, text=said or NOTHING)
            yield there.of(verdict.criterion, [verdict.outcome], [wanted.verdict], verdict.because)
    for index, label in labels.customer_state.items():
        if not 0 <= index < len(readings):
            continue
        state = readings[index].state
        there = _Place(row=f"{conversation.id}[{index}]", text=conversation.turns[index].text)
        yield there.of("state", [state.label if state else "calm"], [label], state.words if state else "")
    yield from _of_whole(conversation, readings, resolved_facts(session.situation, readings))


def _of_whole(
    conversation: Conversation, readings: tuple[Reading, ...], facts: Mapping[str, str]
) -> Iterator[Comparison]:
    labels = conversation.labels
    assert labels is not None
    there = _Place(row=conversation.id, text=" / ".join(turn.text for turn in conversation.turns))
    said = [f"[{turn}] {promise.kind}" for turn, promise in distinct_promises(readings)]
    yield there.of("promise", said, [f"[{promise.turn}] {promise.kind}" for promise in labels.promises])
    yield there.of("facts", _facts(facts), _facts(labels.facts))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    row: str
    text: str

    def of(self, measure: str, said: Iterable[str], wanted: Iterable[str], because: str = "") -> Comparison:
        return Comparison(
            measure=measure,
            row=self.row,
            text=self.text,
            said=tuple(said),
            wanted=tuple(wanted),
            because=because,
        )


def _facts(facts: Mapping[str, object]) -> list[str]:
    return sorted(f"{key}={comparable(key, value)}" for key, value in facts.items() if key in SCORED_FACTS)


def _spoken(promise: SpokenPromise) -> str:
    return _limited(promise.kind, promise.minutes, promise.until)


def _limited(kind: str, minutes: int | None, until: str | None) -> str:
    limit = f"{minutes} min" if minutes is not None else until
    return f"{kind} ≤ {limit}" if limit else kind
