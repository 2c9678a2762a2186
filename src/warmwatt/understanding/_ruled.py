"""What the rules alone find in a text of the facts that are learnt: where the learnt readers begin."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from warmwatt.understanding._amounts import amount_in, usage_in
from warmwatt.understanding._candidates import Candidate, candidates_in
from warmwatt.understanding._contact import accounts_in, contacts_in
from warmwatt.understanding._letters import letter_features
from warmwatt.understanding._number_features import number_features
from warmwatt.understanding._numerals import CHINESE
from warmwatt.understanding._places import SIDE, UNITS

NOTHING = "-"
FULL = re.compile(
    rf".{{2}}(?:(?:[0-9]+|[{CHINESE}]+)(?:{UNITS})|[0-9]+-[0-9]|[路街巷].*口|(?:{SIDE})|那[一个家排栋幢])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A plain text with the address and the name that the rules find in it."""

    text: str
    address: str | None
    name: str | None

    @property
    def is_full(self) -> bool:
        """Whether the rules' address is one that a crew would find: with a door's number, a crossing or a landmark."""
        return bool(self.address and FULL.search(self.address))

    @property
    def stretch(self) -> tuple[int, int] | None:
        """Where the rules' address stands, half-open, if it stands there in one piece."""
        start = self.text.find(self.address) if self.address else -1
        return (start, start + len(self.address)) if self.address and start >= 0 else None

    def letters(self) -> list[list[str]]:
        """This function will return the features of each letter."""
        marks = [NOTHING] * len(self.text)
        place = ("A", "a") if self.is_full else ("B", "b")
        for words, (begin, within) in ((self.address, place), (self.name, ("N", "n"))):
            start = self.text.find(words) if words else -1
            if words and start >= 0:
                marks[start : start + len(words)] = [begin, *(within * (len(words) - 1))]
        for start, end in self._long_numbers():
            marks[start:end] = "P" * (end - start)
        return letter_features(self.text, "".join(marks))

    def numbers(self) -> tuple[tuple[Candidate, ...], list[list[str]]]:
        """This function will return the numbers that are no phone or account, and the features of each."""
        taken = list(self._long_numbers())
        candidates = tuple(
            each
            for each in candidates_in(self.text)
            if not any(start < each.end and each.start < end for start, end in taken)
        )
        amount, usage = amount_in(self.text), usage_in(self.text)
        chosen = [_said(each, amount, "a") + _said(each, usage, "u") for each in candidates]
        return candidates, number_features(self.text, candidates, chosen)

    def _long_numbers(self) -> Iterator[tuple[int, int]]:
        for _value, words in (*contacts_in(self.text), *accounts_in(self.text)):
            start = self.text.find(words)
            if start >= 0:
                yield start, start + len(words)


def _said(candidate: Candidate, found: tuple[str, str] | None, mark: str) -> str:
    return mark if found is not None and float(found[0]) == candidate.value else ""
