"""Many patterns heard as one, quickly: a pattern is tried only where a letter that it cannot do without is there.

A list of wordings says the same as its patterns joined by `|`, match for match. Joined, every pattern is tried at every
letter of every sentence; yet most of them need a letter that the sentence does not have.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Letters = frozenset[str]
UNKNOWN: Letters = frozenset()
# So common that needing one of them says little of a sentence.
COMMON = frozenset("的了是不我您你们这那一有在就也都个能要给会来去到,。?! ")
COST_OF_COMMON = 8
LONGEST_RANGE = 64


class Wordings:
    """Patterns, ready to be searched for in short texts."""

    def __init__(self, patterns: Iterable[str]) -> None:
        branches = [branch for pattern in patterns for branch in branches_of(pattern)]
        self._patterns = tuple(re.compile(branch) for branch in branches)
        self._always = 0
        self._by_letter: dict[str, int] = {}
        for place, branch in enumerate(branches):
            needed = letters_needed(branch)
            if not needed:
                self._always |= 1 << place
            for letter in needed:
                self._by_letter[letter] = self._by_letter.get(letter, 0) | 1 << place
        self._letters = frozenset(self._by_letter)

    @property
    def letters(self) -> Letters | None:
        """Letters of which every match holds one, or None where any text may match."""
        return None if self._always else self._letters

    def search(self, text: str) -> re.Match[str] | None:
        """This function will return the first match in the text; of several there, the earliest listed pattern's."""
        possible, by_letter = self._always, self._by_letter
        for letter in self._letters & _letters_of(text):
            possible |= by_letter[letter]
        best: re.Match[str] | None = None
        while possible:
            lowest = possible & -possible
            possible ^= lowest
            found = self._patterns[lowest.bit_length() - 1].search(text)
            if found and (best is None or found.start() < best.start()):
                best = found
        return best


class Chorus:
    """Many lists of wordings, asked at once which of them a text may hold at all."""

    def __init__(self, lists: Iterable[Wordings]) -> None:
        self._always: set[int] = set()
        self._by_letter: dict[str, set[int]] = {}
        for place, each in enumerate(lists):
            if each.letters is None:
                self._always.add(place)
            for letter in each.letters or ():
                self._by_letter.setdefault(letter, set()).add(place)
        self._letters = frozenset(self._by_letter)

    def possible(self, text: str) -> list[int]:
        """This function will return the places of the lists that the text may hold, in order."""
        found = set(self._always)
        for letter in self._letters & _letters_of(text):
            found |= self._by_letter[letter]
        return sorted(found)


@lru_cache(maxsize=1024)
def wordings(patterns: tuple[str, ...]) -> Wordings:
    """This function will return the patterns ready to be searched for; the same patterns give the same list."""
    return Wordings(patterns)


def branches_of(pattern: str) -> list[str]:
    """This function will split a pattern at the bars that stand in no group: a|b is a, b."""
    branches, depth, in_class, escaped = [""], 0, False, False
    for letter in pattern:
        if letter == "|" and not (depth or in_class or escaped):
            branches.append("")
            continue
        if not escaped and not in_class:
            depth += (letter == "(") - (letter == ")")
        if not escaped and letter in "[]":
            in_class = letter == "["
        escaped = letter == "\\" and not escaped
        branches[-1] += letter
    return branches


def letters_needed(pattern: str) -> Letters:
    """This function will return letters of which every match holds at least one, or nothing where none is sure."""
    return _of_sequence(parser.parse(pattern))


@lru_cache(maxsize=256)
def _letters_of(text: str) -> Letters:
    return frozenset(text)


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> Letters:
    found = (letters for letters in map(_of_item, items) if letters)
    return min(found, key=_cost, default=UNKNOWN)


def _of_item(item: tuple[Any, Any]) -> Letters:
    kind, value = str(item[0]), item[1]
    if kind == "LITERAL":
        return frozenset({chr(value)})
    if kind == "IN":
        return _of_class(value)
    if kind == "BRANCH":
        branches = [_of_sequence(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else UNKNOWN
    if kind == "SUBPATTERN":
        return _of_sequence(value[3])
    if kind in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        return _of_sequence(value[2]) if value[0] else UNKNOWN
    return UNKNOWN


def _of_class(items: Sequence[tuple[Any, Any]]) -> Letters:
    letters: set[str] = set()
    for kind, value in ((str(kind), value) for kind, value in items):
        if kind == "LITERAL":
            letters.add(chr(value))
        elif kind == "RANGE" and value[1] - value[0] < LONGEST_RANGE:
            letters.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return UNKNOWN
    return frozenset(letters)


def _cost(letters: Letters) -> int:
    return len(letters) + COST_OF_COMMON * len(letters & COMMON)
