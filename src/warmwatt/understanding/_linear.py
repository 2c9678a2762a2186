"""A linear head over a text's character n-grams and a few other numbers; numpy alone reads it, in microseconds.

Being a sum, it can tell which words speak for a label: each n-gram's share falls on the letters it covers.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from warmwatt.understanding._features import gram_places, grams_of, weighed

Matrix = NDArray[np.float32]
Logits = NDArray[np.float32]
SHORTEST_WORDS = 2
LONGEST_WORDS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearHead:
    """Trained weights: a column for each label; rows for n-grams, for the extra numbers, and a bias."""

    labels: tuple[str, ...]
    vocabulary: Mapping[str, int]
    rarity: list[float]
    grams: Matrix
    extra: Matrix
    bias: Matrix

    def logits(self, text: str, extra: Matrix) -> Logits:
        """This function will return a logit for each label; `extra` has one number for each row of `self.extra`."""
        grams = weighed(grams_of(text), vocabulary=self.vocabulary, rarity=self.rarity)
        logits: Logits = grams.weights @ self.grams[grams.places] + extra @ self.extra + self.bias
        return logits

    def words(self, text: str, label: str) -> str:
        """This function will return the stretch of the text that speaks most for the label, or an empty text."""
        heard = [(gram, start, self.vocabulary[gram]) for gram, start in gram_places(text) if gram in self.vocabulary]
        column = self.grams[[place for _gram, _start, place in heard], self.labels.index(label)].tolist()
        shares = [0.0] * (len(text) + 2)
        for (gram, start, place), weight in zip(heard, column, strict=True):
            share = weight * self.rarity[place] / len(gram)
            for letter in range(start, start + len(gram)):
                shares[letter] += share
        start, end = _heaviest(np.array(shares[1:-1], dtype=np.float32))
        words = text[start:end].strip(",。!?;:、 ")
        return words if len(words) >= SHORTEST_WORDS else ""


def chances(logits: Logits) -> Logits:
    """This function will turn logits into independent chances, 0 to 1."""
    found: Logits = (1 / (1 + np.exp(-np.clip(logits, -30, 30)))).astype(np.float32)
    return found


def shares_of_one(logits: Logits) -> Logits:
    """This function will turn logits into chances that sum to 1."""
    powers = np.exp(logits - logits.max())
    found: Logits = (powers / powers.sum()).astype(np.float32)
    return found


def _heaviest(shares: Matrix) -> tuple[int, int]:
    """The run of letters whose shares sum highest; letters that say nothing cost a little, so that it stays short."""
    best, best_sum, start, run = (0, 0), 0.0, 0, 0.0
    toll = float(np.abs(shares).mean()) * 0.5 if len(shares) else 0.0
    for place, share in enumerate(shares.tolist()):
        if run <= 0 or place - start >= LONGEST_WORDS:
            start, run = place, 0.0
        run += share - toll
        if run > best_sum:
            best, best_sum = (start, place + 1), run
    return best
