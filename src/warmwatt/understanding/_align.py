"""Finds the letters of a text that a labelled value stands for: in other digits, in pieces, in another order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from warmwatt.understanding._numerals import CHINESE, in_arabic
from warmwatt.understanding._patterns import plain

PIECES = 4
# A number is one token however it is written; of all else each letter is one.
TOKEN = re.compile(rf"[{CHINESE}]+|[0-9]+|[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A letter or a number of a text, as compared with others, and where it stands."""

    words: str
    start: int
    end: int


def aligned(text: str, value: str) -> tuple[tuple[int, int], ...] | None:
    """This function will return the half-open stretches of a plain text that together say the value, or None."""
    said, wanted = list(_tokens(text)), [token.words for token in _tokens(plain(value))]
    runs = _runs([token.words for token in said], wanted, PIECES) if wanted else None
    if runs is None:
        return None
    stretches = sorted((said[start].start, said[end - 1].end) for start, end in runs)
    apart = all(one[1] <= other[0] for one, other in pairwise(stretches))
    return tuple(_joined(text, stretches)) if apart else None


def _tokens(text: str) -> Iterator[Token]:
    for found in TOKEN.finditer(text):
        yield Token(words=in_arabic(found.group()), start=found.start(), end=found.end())


def _runs(said: Sequence[str], wanted: Sequence[str], pieces: int) -> list[tuple[int, int]] | None:
    """The fewest runs of `said` that make up `wanted`, each as long as can be; the last of several equal ones."""
    if not wanted:
        return []
    if not pieces:
        return None
    for size in range(len(wanted), 0, -1):
        start = _last(said, wanted[:size])
        if start is None:
            continue
        rest = _runs(said, wanted[size:], pieces - 1)
        if rest is not None:
            return [(start, start + size), *rest]
    return None


def _last(said: Sequence[str], wanted: Sequence[str]) -> int | None:
    size = len(wanted)
    return next((at for at in range(len(said) - size, -1, -1) if said[at : at + size] == list(wanted)), None)


def _joined(text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches, two of them one where nothing but punctuation stands between."""
    start, end = stretches[0]
    for begun, ended in stretches[1:]:
        if re.search(r"\w", text[end:begun]):
            yield start, end
            start = begun
        end = ended
    yield start, end
