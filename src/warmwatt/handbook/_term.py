"""Trade terms, and how to say them so that anyone understands."""

from typing import ClassVar

from warmwatt.handbook._entry import Entry


class Term(Entry):
    """A trade term: its other forms, its plain words, and an explanation to speak.

    `jargon` marks a term that must be explained when an agent uses it; the others are only looked up. `heard_as` are
    customers' own words for it: whoever says them needs no explanation.
    """

    folder: ClassVar[str] = "glossary"

    term: str
    aliases: tuple[str, ...] = ()
    heard_as: tuple[str, ...] = ()
    plain: str
    say: str
    jargon: bool = True
    explained_by: tuple[str, ...] = ()
