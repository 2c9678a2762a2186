"""The handbook's lessons as the heads learn them: each utterance, turn and line as it is heard, with its labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warmwatt.conversations import Turn
from warmwatt.handbook import Handbook, LineSet, StretchSet, StretchTurn, UtteranceSet
from warmwatt.understanding._agent import AgentReader
from warmwatt.understanding._context import customer_numbers
from warmwatt.understanding._fit import Example
from warmwatt.understanding._hear import Ear, HeardText
from warmwatt.understanding._reading import Reading, State, Topic
from warmwatt.understanding._situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerLesson:
    """One customer turn: as heard, in its situation, with its labels and its writer's style."""

    heard: HeardText
    situation: Situation
    topics: tuple[str, ...]
    state: str
    style: str

    @property
    def example(self) -> Example:
        """The lesson as a head is fitted to it."""
        labels = frozenset({*self.topics, self.state})
        return Example(text=self.heard.text, extra=customer_numbers(self.heard, self.situation), labels=labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentLesson:
    """One agent line with its labels and its writer's style."""

    example: Example
    style: str


def customer_lessons(handbook: Handbook) -> tuple[CustomerLesson, ...]:
    """This function will return every utterance, each text once, and every customer turn of the stretches."""
    ear = Ear(handbook=handbook)
    alone: dict[str, CustomerLesson] = {}
    for lesson in _utterances(handbook, ear):
        alone.setdefault(lesson.heard.text, lesson)
    within = (lesson for entry in handbook.of(StretchSet) for lesson in _stretches(entry, ear))
    return (*(alone[text] for text in sorted(alone)), *within)


def agent_lessons(handbook: Handbook) -> tuple[AgentLesson, ...]:
    """This function will return every agent line, heard by the handbook's lists alone."""
    reader = AgentReader(handbook=handbook, head=None)
    found: dict[str, AgentLesson] = {}
    for entry in handbook.of(LineSet):
        for line in entry.lines:
            rules = reader.by_rules(Turn(who="agent", text=line.text), Situation())
            promised = (f"promise.{promise.kind}" for promise in line.promises)
            labels = frozenset({*line.acts, *promised, *line.violations})
            example = Example(text=rules.line.text, extra=rules.numbers, labels=labels)
            found.setdefault(line.text, AgentLesson(example=example, style=entry.style))
    return tuple(found[text] for text in sorted(found))


def _utterances(handbook: Handbook, ear: Ear) -> Iterator[CustomerLesson]:
    for entry in handbook.of(UtteranceSet):
        labelled = [(row.text, row.topics, str(row.state)) for row in entry.rows]
        labelled += [(text, group.topics, group.state) for group in entry.groups for text in group.texts]
        for text, topics, state in labelled:
            yield CustomerLesson(
                heard=ear.heard(text), situation=Situation(), topics=topics, state=state, style=entry.style
            )


def _stretches(entry: StretchSet, ear: Ear) -> Iterator[CustomerLesson]:
    for stretch in entry.stretches:
        yield from _stretch(stretch, entry.style, ear)


def _stretch(stretch: Sequence[StretchTurn], style: str, ear: Ear) -> Iterator[CustomerLesson]:
    # A stretch may begin in the middle of a call, so that its first turn is never taken for a first word.
    situation = Situation(turns=1)
    for turn in stretch:
        if turn.who == "customer" and turn.state:
            yield CustomerLesson(
                heard=ear.heard(turn.text), situation=situation, topics=turn.topics, state=turn.state, style=style
            )
        situation = situation.after(Turn(who=turn.who, text=turn.text), _labelled(turn))


def _labelled(turn: StretchTurn) -> Reading:
    topics = tuple(Topic(label=label, confidence=1.0) for label in turn.topics)
    return Reading(topics=topics, state=State(label=turn.state, confidence=1.0) if turn.state else None)
