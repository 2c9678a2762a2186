"""Phrase lists (layer 1): how labels sound."""

from typing import ClassVar, Literal

from pydantic import Field

from warmwatt.handbook._entry import Entry


class PhraseList(Entry):
    """Patterns (Python regular expressions) by which layer 1 hears a label, exact and explainable."""

    folder: ClassVar[str] = "phrases"

    sort: Literal["topic", "state", "act", "promise", "homophone"]
    label: str
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    weight: float = Field(default=1.0, gt=0)
