"""What the rules alone find in a text of the facts that are learnt: where the learnt readers begin."""

from collections.abc import Iterator
from dataclasses import dataclass

from warmwatt.understanding._amounts import amount_in, usage_in
from warmwatt.understanding._candidates import Candidate, candidates_in
from warmwatt.understanding._contact import accounts_in, contacts_in
from warmwatt.understanding._letters import letter_features
from warmwatt.understanding._number_features import number_features

NOTHING = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A plain text with the address and the name that the rules find in it."""

    text: str
    address: str | None
    name: str | None

    def letters(self) -> list[list[str]]:
        """This function will return the features of each letter."""
        marks = [NOTHING] * len(self.text)
        for words, begin, within in ((self.address, "A", "a"), (self.name, "N", "n")):
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
