"""Trains the heads from the handbook's lessons; the same lessons give the same file, byte for byte."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from warmwatt.understanding._context import AGENT_LABELS, CUSTOMER_LABELS
from warmwatt.understanding._features import TOPICS
from warmwatt.understanding._fit import Example, fitted
from warmwatt.understanding._linear import LinearHead

# Strengths (inverse regularisation), chosen on writers left out.
TOPIC_STRENGTH = 20.0
STATE_STRENGTH = 10.0
LINE_STRENGTH = 20.0


class Styled(Protocol):
    """What is learnt from, by a writer of one style."""

    @property
    def style(self) -> str:
        """Whose way of writing it is."""


class Lesson(Styled, Protocol):
    """What a linear head is fitted to."""

    @property
    def example(self) -> Example:
        """The lesson as a head is fitted to it."""


Kind = TypeVar("Kind", bound=Styled)
Head = TypeVar("Head")
Figures = Mapping[str, float | int]


def trained_customer(lessons: Iterable[Lesson]) -> LinearHead:
    """This function will fit the head that hears topics and states."""
    strength = {label: TOPIC_STRENGTH if label in TOPICS else STATE_STRENGTH for label in CUSTOMER_LABELS}
    return fitted([lesson.example for lesson in lessons], strength=strength)


def trained_agent(lessons: Iterable[Lesson]) -> LinearHead:
    """This function will fit the head that hears acts, promises and manners."""
    return fitted([lesson.example for lesson in lessons], strength=dict.fromkeys(AGENT_LABELS, LINE_STRENGTH))


def held_out(
    lessons: Sequence[Kind],
    *,
    fit: Callable[[Sequence[Kind]], Head],
    measure: Callable[[Head, Sequence[Kind]], Figures],
) -> dict[str, Any]:
    """This function will fit without each writer's style in turn and measure on the style left out."""
    styles = sorted({lesson.style for lesson in lessons})
    if len(styles) < 2:
        return {}
    return {
        style: measure(
            fit([lesson for lesson in lessons if lesson.style != style]),
            [lesson for lesson in lessons if lesson.style == style],
        )
        for style in styles
    }
