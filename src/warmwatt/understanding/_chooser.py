"""Chooses among the numbers of a text the one amount and the one usage that it is about, or none of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
NumberKey = Literal["amount_yuan", "usage_kwh"]
CHOSEN: tuple[NumberKey, ...] = ("amount_yuan", "usage_kwh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """Trained weights: a row for each feature of a number, a column for each key; the bias speaks for choosing any."""

    vocabulary: Mapping[str, int]
    weights: Matrix
    bias: Matrix

    def choice(self, numbers: Sequence[Sequence[str]]) -> dict[NumberKey, int]:
        """This function will return for each key the place of the number that it is, where it is any."""
        if not numbers:
            return {}
        scores = np.array([self._score(features) for features in numbers])
        best = scores.argmax(axis=0)
        # To choose none scores 0, as it does in training.
        return {key: int(best[at]) for at, key in enumerate(CHOSEN) if scores[best[at], at] > 0}

    def _score(self, features: Sequence[str]) -> Matrix:
        known = [self.vocabulary[feature] for feature in features if feature in self.vocabulary]
        score: Matrix = self.weights[known].sum(axis=0) + self.bias
        return score
