"""What the linear heads see of a text: its character n-grams, weighted, and what layer 1 heard."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from warmwatt.understanding._patterns import Hit

DIGITS = re.compile(r"[0-9]+(\.[0-9]+)?")
SINGLE_DIGIT = re.compile(r"[0-9]")
SPACES = re.compile(r"\s+")
LONGEST_GRAM = 4
MOST_EVIDENCE = 6.0
TOPICS: tuple[str, ...] = (
    "outage.report",
    "outage.query",
    "hazard.report",
    "voltage.report",
    "bill.query",
    "bill.dispute",
    "payment",
    "arrears.restore",
    "tariff.query",
    "meter.check",
    "business.new",
    "business.capacity",
    "business.transfer",
    "business.close",
    "business.tou",
    "business.charger",
    "business.solar",
    "invoice",
    "case.progress",
    "complaint",
    "suggestion",
    "praise",
    "safety.advice",
    "other",
)
STATES = ("calm", "anxious", "confused", "dissatisfied", "angry", "grateful")
LABELS: tuple[str, ...] = TOPICS + STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Grams:
    """The n-grams of one text that the vocabulary knows: their places and weights (unit length together)."""

    places: NDArray[np.int32]
    weights: NDArray[np.float32]


def grams_of(text: str) -> Counter[str]:
    """This function will count the text's character n-grams (1 to 4); a number counts as one character."""
    text = "^" + SPACES.sub(" ", DIGITS.sub("0", text)) + "$"
    return Counter(
        text[start : start + size] for size in range(1, LONGEST_GRAM + 1) for start in range(len(text) - size + 1)
    )


def gram_places(text: str) -> Iterator[tuple[str, int]]:
    """This function will yield each n-gram with its place in ^text$, digit by digit, so that places stay true."""
    text = "^" + SINGLE_DIGIT.sub("0", text) + "$"
    for size in range(1, LONGEST_GRAM + 1):
        yield from ((text[start : start + size], start) for start in range(len(text) - size + 1))


def weighed(grams: Mapping[str, int], *, vocabulary: Mapping[str, int], rarity: Sequence[float]) -> Grams:
    """This function will weigh n-grams by how often and how rarely they are used, to unit length."""
    found = [(vocabulary[gram], count) for gram, count in grams.items() if gram in vocabulary]
    weights = [(1 + log(count)) * rarity[place] for place, count in found]
    length = sqrt(sum(weight * weight for weight in weights)) or 1.0
    return Grams(
        places=np.array([place for place, _ in found], dtype=np.int32),
        weights=np.array([weight / length for weight in weights], dtype=np.float32),
    )


def evidence(hits: Iterable[Hit], labels: Sequence[str] = LABELS) -> NDArray[np.float32]:
    """This function will sum the weights of layer 1's hits by label, in the order of `labels`, about 0 to 2."""
    sums = dict.fromkeys(labels, 0.0)
    for hit in hits:
        if hit.label in sums:
            sums[hit.label] += hit.weight
    return np.array([min(value, MOST_EVIDENCE) / 3 for value in sums.values()], dtype=np.float32)
