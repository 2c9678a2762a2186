"""Layer 1: phrase lists compiled once; exact, explainable, microseconds.

A list is heard where one of its patterns is found in a sentence that none of its `unless` patterns is found in.
The evidence for a label is the sum of the weights of the lists heard; the words are what the patterns matched.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from warmwatt.handbook import Chorus, Handbook, PhraseList, Wordings, wordings

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\ufeff]")
SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;\n]*")
FULL_STOPS = str.maketrans({"“": '"', "”": '"', "，": ",", "！": "!", "？": "?", "：": ":", "；": ";"})
Sort = Literal["topic", "state", "act"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A phrase list heard in a text: its label, its weight, the list's id and the words matched."""

    label: str
    weight: float
    entry: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compiled:
    entry: str
    label: str
    weight: float
    heard: Wordings
    unless: Wordings | None

    def hit(self, sentences: tuple[str, ...]) -> Hit | None:
        for sentence in sentences:
            found = self.heard.search(sentence)
            if found and not (self.unless and self.unless.search(sentence)):
                return Hit(label=self.label, weight=self.weight, entry=self.entry, words=found.group().strip(",。!?; "))
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """The phrase lists of one sort, ready to hear with."""

    lists: tuple[_Compiled, ...]
    chorus: Chorus = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "chorus", Chorus(each.heard for each in self.lists))

    def hits(self, sentences: tuple[str, ...]) -> tuple[Hit, ...]:
        """This function will return every list heard in the sentences, each once."""
        possible = sorted({place for sentence in sentences for place in self.chorus.possible(sentence)})
        found = (self.lists[place].hit(sentences) for place in possible)
        return tuple(hit for hit in found if hit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Homophones:
    """What speech recognition writes wrong, and the right words for it."""

    wrong: tuple[tuple[re.Pattern[str], str], ...]

    def mended(self, text: str) -> str:
        """This function will return the text with recogniser errors of the trade's words undone."""
        for pattern, right in self.wrong:
            text = pattern.sub(right, text)
        return text


def compiled_patterns(handbook: Handbook, *, sort: Sort) -> Patterns:
    """This function will compile the handbook's phrase lists of one sort."""
    return Patterns(lists=tuple(_compiled(entry) for entry in handbook.of(PhraseList) if entry.sort == sort))


def compiled_homophones(handbook: Handbook) -> Homophones:
    """This function will compile the handbook's homophone lists; the list's label is the right word."""
    entries = (entry for entry in handbook.of(PhraseList) if entry.sort == "homophone")
    return Homophones(wrong=tuple((_joined(entry.patterns), entry.label) for entry in entries if entry.patterns))


def plain(text: str) -> str:
    """This function will return the text in half-width letters and punctuation, without control characters."""
    text = CONTROL.sub(" ", text)
    return unicodedata.normalize("NFKC", text).translate(FULL_STOPS).casefold()


def sentences_of(text: str) -> tuple[str, ...]:
    """This function will split a text after each full stop, question mark, exclamation mark or line end."""
    return tuple(found.group() for found in SENTENCE.finditer(text))


def _compiled(entry: PhraseList) -> _Compiled:
    return _Compiled(
        entry=entry.id,
        label=entry.label,
        weight=entry.weight,
        heard=wordings(entry.patterns),
        unless=wordings(entry.unless) if entry.unless else None,
    )


def _joined(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")
