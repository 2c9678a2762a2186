"""What a chooser sees of each number of a text: its unit, size and place, the words around it, what the rules say."""

import re
from collections.abc import Iterator, Sequence
from math import log2

from warmwatt.understanding._candidates import Candidate
from warmwatt.understanding._number_words import AFTER, BEFORE, TOLD
from warmwatt.understanding._numerals import ONES

NEAR = 6
BREAKS = ",。!?;:、…\n"
SPELT = re.compile(f"[{ONES}]|[0-9]+")


def number_features(text: str, candidates: Sequence[Candidate], chosen: Sequence[str]) -> list[list[str]]:
    """This function will return the features of each number; `chosen` tells for each what rules made of it."""
    whole = sorted(set(TOLD.findall(text)))
    return [
        [
            *_own(text, each),
            *_around(text, each),
            *_among(candidates, at, chosen),
            *(f"T{each.unit}{word}" for word in whole),
        ]
        for at, each in enumerate(candidates)
    ]


def _own(text: str, each: Candidate) -> Iterator[str]:
    words = text[each.start : each.head]
    yield f"u{each.unit}"
    yield f"s{each.unit}{_size(each)}"
    yield f"w{each.unit}{words if len(words) < 3 else 0}"
    yield f"d{each.unit}{int(each.value != int(each.value))}"
    yield f"t{each.unit}{text[each.head : each.end]}"
    if len(words) > 2 and all(char in ONES for char in words):
        yield f"spelt{each.unit}"
    yield f"written{each.unit}{int(words[0].isascii())}{min(len(words), 6)}"


def _size(each: Candidate) -> int:
    return min(round(log2(each.value + 1)), 18)


def _around(text: str, each: Candidate) -> Iterator[str]:
    before, after = text[max(0, each.start - 16) : each.start], text[each.end : each.end + 16]
    unit, large = each.unit, min(len(str(int(each.value))), 5)
    led = [name for name, pattern in BEFORE if pattern.search(before)]
    next_ = next((name for name, pattern in AFTER if pattern.match(after)), "none")
    shape = SPELT.sub("d", text[each.start : each.head])
    yield f"S{unit}{shape}"
    yield f"SN{unit}{shape}{next_}"
    yield f"N{unit}{next_}{large}"
    yield f"N{unit}{next_}"
    for name in led or ["none"]:
        yield f"L{name}"
        yield f"L{unit}{name}"
        yield f"LN{unit}{name}{next_}"
    for size in (1, 2, 3):
        yield f"b{before[-size:] or '^'}"
        yield f"a{unit}{after[:size] or '$'}"
    yield f"bu{unit}{before[-1:] or '^'}"
    own = _clause(before, last=True)[-NEAR:]
    yield from (f"B{own[at : at + 2]}" for at in range(len(own) - 1))
    own = _clause(after, last=False)[:NEAR]
    yield from (f"A{own[at : at + 2]}" for at in range(len(own) - 1))


def _clause(words: str, *, last: bool) -> str:
    """The part of the words that is in the number's own clause."""
    for mark in BREAKS:
        words = words.rpartition(mark)[2] if last else words.partition(mark)[0]
    return words


def _among(candidates: Sequence[Candidate], at: int, chosen: Sequence[str]) -> Iterator[str]:
    own = candidates[at]
    like = [each for each in candidates if each.unit == own.unit]
    units = "".join(sorted({each.unit[0] for each in candidates}))
    after = sum(each.start > own.start for each in like)
    yield f"n{own.unit}{units}"
    yield f"l{own.unit}{min(after, 3)}"
    yield f"f{own.unit}{min(len(like) - after, 3)}"
    yield f"m{own.unit}{min(len(like), 3)}{int(own.value == max(each.value for each in like))}"
    yield f"r{chosen[at]}"
    yield f"r{chosen[at]}{own.unit}"
    yield f"R{own.unit}{''.join(sorted(set(''.join(chosen))))}"
    for step in (-1, 1):
        if 0 <= at + step < len(candidates):
            other = candidates[at + step]
            yield f"x{step}{own.unit}{other.unit}{int(other.value < own.value)}{chosen[at + step]}"
