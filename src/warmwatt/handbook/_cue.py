"""Cues: wordings by which a skill knows that something was asked, done, named or refused."""

from typing import ClassVar, Literal

from pydantic import Field

from warmwatt.handbook._entry import Entry


class CueList(Entry):
    """Patterns (Python regular expressions) heard in one speaker's words.

    A cue is heard in a part of the turn that no `unless` pattern is found in; `within` says how large a part is: the
    `clause` up to a comma, the `sentence`, or the whole `turn`. Texts are matched in half-width punctuation.
    """

    folder: ClassVar[str] = "cues"

    who: Literal["agent", "customer", "either"]
    within: Literal["clause", "sentence", "turn"] = "sentence"
    patterns: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
