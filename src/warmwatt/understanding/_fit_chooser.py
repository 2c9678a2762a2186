"""Fits a chooser of numbers: how likely each of a text's numbers, or none, is what the text is about."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from warmwatt.understanding._chooser import CHOSEN, Chooser, NumberKey

FEWEST_USES = 2
ROUNDS = 150
# Added to what speaks for an amount: one missed costs as much as a false one, and more are missed.
EAGERNESS = {"amount_yuan": 0.4, "usage_kwh": 0.0}
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedText:
    """One text: the features of each of its numbers, and for each key the places of the numbers that are right.

    A key that the text does not tell has no place; one whose number cannot be found is left out of `right`.
    """

    numbers: Sequence[Sequence[str]]
    right: dict[NumberKey, frozenset[int]]


def fitted_chooser(texts: Sequence[NumberedText], *, strength: float) -> Chooser:
    """This function will fit a chooser; `strength` is inverse regularisation."""
    uses = Counter(feature for text in texts for features in text.numbers for feature in features)
    kept = sorted(feature for feature, count in uses.items() if count >= FEWEST_USES)
    vocabulary = {feature: place for place, feature in enumerate(kept)}
    columns = [_column(texts, key, vocabulary, strength) for key in CHOSEN]
    return Chooser(
        vocabulary=vocabulary,
        weights=np.array(columns, dtype=np.float32).T,
        bias=np.array([EAGERNESS[key] for key in CHOSEN], dtype=np.float32),
    )


def _column(texts: Sequence[NumberedText], key: NumberKey, vocabulary: dict[str, int], strength: float) -> Numbers:
    from scipy.optimize import minimize  # type: ignore[import-untyped]  # noqa: PLC0415 - for training alone

    texts = [text for text in texts if text.numbers and key in text.right]
    if not texts:
        return np.zeros(len(vocabulary))
    lengths = np.array([len(text.numbers) for text in texts])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    group = np.repeat(np.arange(len(texts)), lengths)
    right = np.array([at in text.right[key] for text in texts for at in range(len(text.numbers))])
    told = np.logical_or.reduceat(right, starts)
    seen = _sparse(texts, vocabulary)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        powers = np.exp(np.clip(seen @ weights, -30, 30))
        every = 1 + np.add.reduceat(powers, starts)
        wanted = np.where(told, np.add.reduceat(powers * right, starts), 1)
        slope = powers / every[group] - np.where(right, powers / wanted[group], 0)
        value = np.log(every).sum() - np.log(wanted).sum() + weights @ weights / (2 * strength)
        return float(value), seen.T @ slope + weights / strength

    found: Numbers = minimize(
        loss, np.zeros(len(vocabulary)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}
    ).x
    return found


def _sparse(texts: Sequence[NumberedText], vocabulary: dict[str, int]) -> Any:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # noqa: PLC0415 - for training alone

    places, ends = [], [0]
    for text in texts:
        for features in text.numbers:
            places += [vocabulary[feature] for feature in features if feature in vocabulary]
            ends.append(len(places))
    return csr_matrix((np.ones(len(places)), places, ends), shape=(len(ends) - 1, len(vocabulary)))
