"""Trains the heads from the handbook's lessons; the same lessons give the same file, byte for byte."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from warmwatt.understanding._context import AGENT_LABELS, CUSTOMER_LABELS, unseen_by
from warmwatt.understanding._features import TOPICS
from warmwatt.understanding._fit import Example, fitted
from warmwatt.understanding._linear import LinearHead

# Strengths (inverse regularisation), chosen on writers left out.
TOPIC_STRENGTH = 60.0
STATE_STRENGTH = 10.0
LINE_STRENGTH = 20.0
# A style of so many lessons is left out by itself; smaller ones in so many groups.
MANY = 400
FEW_TOGETHER = 3


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
    examples = [lesson.example for lesson in lessons]
    return fitted(examples, strength=dict.fromkeys(AGENT_LABELS, LINE_STRENGTH), unseen=unseen_by)


def held_out(
    lessons: Sequence[Kind],
    *,
    fit: Callable[[Sequence[Kind]], Head],
    measure: Callable[[Head, Sequence[Kind]], Figures],
) -> dict[str, Any]:
    """This function will measure each writer's style by a head that never saw it; none where there is one style only.

    Styles of few lessons are left out together, some at a time, which spares fits and costs the head little.
    """
    found: dict[str, Any] = {}
    for fold in _folds(lessons):
        head = fit([lesson for lesson in lessons if lesson.style not in fold])
        for style in fold:
            found[style] = measure(head, [lesson for lesson in lessons if lesson.style == style])
    return dict(sorted(found.items()))


def _folds(lessons: Sequence[Styled]) -> list[list[str]]:
    uses = Counter(lesson.style for lesson in lessons)
    if len(uses) < 2:
        return []
    few = sorted(style for style, count in uses.items() if count < MANY)
    groups = [few[at::FEW_TOGETHER] for at in range(FEW_TOGETHER)]
    return [[style] for style in sorted(uses.keys() - set(few))] + [group for group in groups if group]
