"""Phrase lists (layer 1) and example phrases (layer 2): how labels sound."""

from typing import ClassVar, Literal

from pydantic import Field

from warmwatt.handbook._entry import Entry, Part


class PhraseList(Entry):
    """Patterns (Python regular expressions) by which layer 1 hears a label, exact and explainable."""

    folder: ClassVar[str] = "phrases"

    sort: Literal["topic", "state", "act", "promise", "homophone"]
    label: str
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    weight: float = Field(default=1.0, gt=0)


class Example(Part):
    """One example phrase by a named writer style; styles split train from test."""

    text: str = Field(min_length=1)
    style: str = "plain"


class ExampleSet(Entry):
    """Example phrases for one label, from which the linear heads of layer 2 are trained."""

    folder: ClassVar[str] = "examples"

    sort: Literal["topic", "state", "act", "promise"]
    labels: tuple[str, ...]
    examples: tuple[Example, ...]
