"""Fits a linear head to examples; the same examples give the same head, number for number."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from warmwatt.understanding._features import Grams, grams_of, weighed
from warmwatt.understanding._linear import LinearHead, Matrix

FEWEST_USES = 2
GRAMS_KEPT = 40_000
NEVER = -6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One text with its extra numbers and the labels that hold of it."""

    text: str
    extra: NDArray[np.float32]
    labels: frozenset[str]


def fitted(
    examples: Sequence[Example],
    *,
    strength: Mapping[str, float],
    unseen: Callable[[str], frozenset[int]] = lambda _label: frozenset(),
) -> LinearHead:
    """This function will fit one logistic regression a label; `strength` (inverse regularisation) names the labels.

    `unseen` tells which of the extra numbers a label is fitted without.
    """
    counted = [grams_of(example.text) for example in examples]
    vocabulary, rarity = _vocabulary(counted)
    grams = [weighed(one, vocabulary=vocabulary, rarity=rarity) for one in counted]
    size = len(vocabulary)
    weights, bias = _columns(
        _sparse(grams, examples, size), examples, strength, lambda label: _hidden(unseen, label, size)
    )
    return LinearHead(
        labels=tuple(strength),
        vocabulary=vocabulary,
        rarity=rarity,
        grams=weights[:size],
        extra=weights[size:],
        bias=bias,
    )


def _vocabulary(counted: Sequence[Counter[str]]) -> tuple[dict[str, int], list[float]]:
    uses: Counter[str] = Counter()
    for grams in counted:
        uses.update(grams.keys())
    ranked = sorted(uses.items(), key=lambda item: (-item[1], item[0]))
    kept = sorted(gram for gram, count in ranked[:GRAMS_KEPT] if count >= FEWEST_USES)
    rarity = [float(np.float16(log((1 + len(counted)) / (1 + uses[gram])) + 1)) for gram in kept]
    return {gram: place for place, gram in enumerate(kept)}, rarity


def _sparse(grams: Sequence[Grams], examples: Sequence[Example], width: int) -> Any:
    from scipy.sparse import csr_matrix, hstack  # type: ignore[import-untyped]  # noqa: PLC0415 - for training alone

    ends = np.cumsum([0, *(len(one.places) for one in grams)])
    values = np.concatenate([one.weights for one in grams])
    places = np.concatenate([one.places for one in grams])
    counted = csr_matrix((values, places, ends), shape=(len(grams), width))
    return hstack([counted, csr_matrix(np.array([example.extra for example in examples]))]).tocsr()


def _hidden(unseen: Callable[[str], frozenset[int]], label: str, size: int) -> tuple[int, ...]:
    return tuple(size + place for place in sorted(unseen(label)))


def _without(features: Any, columns: tuple[int, ...]) -> Any:
    from scipy.sparse import diags  # noqa: PLC0415 - for training alone

    kept = np.ones(features.shape[1])
    kept[list(columns)] = 0
    return features @ diags(kept)


def _columns(
    features: Any,
    examples: Sequence[Example],
    strength: Mapping[str, float],
    hidden: Callable[[str], tuple[int, ...]],
) -> tuple[Matrix, Matrix]:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - training alone needs it

    weights, biases = [], []
    seen = {columns: _without(features, columns) for columns in {hidden(label) for label in strength}}
    for label, much in strength.items():
        wanted = np.array([label in example.labels for example in examples])
        if wanted.all() or not wanted.any():
            weights.append(np.zeros(features.shape[1]))
            biases.append(np.array([NEVER]))
            continue
        model = LogisticRegression(C=much, solver="liblinear", random_state=0, max_iter=400, tol=1e-3)
        model.fit(seen[hidden(label)], wanted)
        weights.append(model.coef_[0])
        biases.append(model.intercept_)
    return np.array(weights, dtype=np.float32).T, np.concatenate(biases).astype(np.float32)
