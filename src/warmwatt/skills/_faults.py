"""Wordings that fail a criterion, heard sentence by sentence, with the better sentence for each."""

import re
from dataclasses import dataclass

from warmwatt.handbook import Handbook, UnwelcomeWording
from warmwatt.skills._cues import parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A wording found in a line: the words, and what to say instead."""

    words: str
    better: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compiled:
    heard: re.Pattern[str]
    unless: re.Pattern[str]
    better: tuple[str, ...]


class Faults:
    """The unwelcome wordings of one criterion."""

    def __init__(self, *, handbook: Handbook, criterion: str) -> None:
        entries = [entry for entry in handbook.of(UnwelcomeWording) if entry.criterion == criterion]
        self._compiled = tuple(
            _Compiled(heard=_joined(entry.patterns), unless=_joined(entry.unless), better=entry.better)
            for entry in entries
        )

    def find(self, text: str, *, turn: int = 0) -> Fault | None:
        """This function will return the first unwelcome wording of the text, or None."""
        for sentence in parts(text, "sentence"):
            for each in self._compiled:
                found = each.heard.search(sentence)
                if found and not each.unless.search(sentence):
                    return Fault(words=found.group(), better=each.better[turn % len(each.better)])
        return None


def _joined(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")
