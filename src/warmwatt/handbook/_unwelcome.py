"""Wordings that a good agent does not use, and what to say instead."""

from typing import ClassVar

from pydantic import Field

from warmwatt.handbook._entry import Entry


class UnwelcomeWording(Entry):
    """Patterns that fail a criterion, with better sentences; a sentence that `unless` is found in is fine.

    `also` names further criteria that the same wording fails: blame is an argument and rude at once.
    """

    folder: ClassVar[str] = "wording"

    criterion: str
    also: tuple[str, ...] = ()
    patterns: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    better: tuple[str, ...] = Field(min_length=1)
