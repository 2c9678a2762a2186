"""Fits a tagger to tagged texts: a conditional random field; the same texts give the same tagger."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from warmwatt.understanding._tagger import TAGS, Tagger, allowed_steps

FEWEST_USES = 3
FEATURES_KEPT = 12_000
AT_ONCE = 200
ROUNDS = 80
BIAS = "bias"
# Added to what speaks for a span's beginning: a span missed costs as much as a false one, and more are missed.
EAGERNESS = 0.75
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedText:
    """One text: the features of each letter, and its tag."""

    letters: Sequence[Sequence[str]]
    tags: Sequence[int]


def fitted_tagger(texts: Sequence[TaggedText], *, strength: float) -> Tagger:
    """This function will fit a tagger; `strength` is inverse regularisation."""
    texts = sorted((text for text in texts if text.letters), key=lambda text: len(text.letters))
    vocabulary = _vocabulary(texts)
    chain = _Chain(texts, vocabulary)
    weights, steps = chain.fitted(strength)
    return _pruned(vocabulary, weights, steps)


def _vocabulary(texts: Sequence[TaggedText]) -> dict[str, int]:
    uses: Counter[str] = Counter()
    for text in texts:
        for features in text.letters:
            uses.update(features)
    kept = sorted(feature for feature, count in uses.items() if count >= FEWEST_USES)
    return {feature: place for place, feature in enumerate([BIAS, *kept])}


def _pruned(vocabulary: dict[str, int], weights: Numbers, steps: Numbers) -> Tagger:
    """The tagger without the features that hardly matter; the bias keeps its place at the head."""
    told = np.abs(weights).max(axis=1)
    told[0] = np.inf
    names = list(vocabulary)
    weights[0, 1::2] += EAGERNESS
    kept = sorted(np.argsort(-told, kind="stable")[:FEATURES_KEPT].tolist())
    return Tagger(
        vocabulary={names[old]: new for new, old in enumerate(kept)},
        weights=weights[kept].astype(np.float32),
        steps=(steps + allowed_steps()).astype(np.float32),
    )


class _Chain:
    """The texts as one sparse matrix of letters by features, and as batches of texts about as long."""

    def __init__(self, texts: Sequence[TaggedText], vocabulary: dict[str, int]) -> None:
        self._tags = np.concatenate([np.array(text.tags, dtype=np.intp) for text in texts])
        self._seen = _sparse(texts, vocabulary)
        self._lengths = np.array([len(text.letters) for text in texts])
        self._starts = np.concatenate([[0], np.cumsum(self._lengths)[:-1]])
        self._allowed = allowed_steps().astype(np.float64)
        follows = np.ones(len(self._tags), dtype=bool)
        follows[self._starts] = False
        self._stepped = np.zeros((TAGS, TAGS))
        places = np.flatnonzero(follows)
        np.add.at(self._stepped, (self._tags[places - 1], self._tags[places]), 1)
        wanted = np.zeros((len(self._tags), TAGS))
        wanted[np.arange(len(self._tags)), self._tags] = 1
        self._wanted = self._seen.T @ wanted

    def fitted(self, strength: float) -> tuple[Numbers, Numbers]:
        from scipy.optimize import minimize  # type: ignore[import-untyped]  # noqa: PLC0415 - for training alone

        size = self._seen.shape[1] * TAGS
        found = minimize(
            self._loss,
            np.zeros(size + TAGS * TAGS),
            args=(1 / strength,),
            jac=True,
            method="L-BFGS-B",
            options={"maxiter": ROUNDS, "maxcor": 8},
        )
        return found.x[:size].reshape(-1, TAGS), found.x[size:].reshape(TAGS, TAGS)

    def _loss(self, values: Numbers, decay: float) -> tuple[float, Numbers]:
        size = self._seen.shape[1] * TAGS
        weights, steps = values[:size].reshape(-1, TAGS), values[size:].reshape(TAGS, TAGS)
        scores = self._seen @ weights
        shares, stepped, total = np.zeros_like(scores), np.zeros((TAGS, TAGS)), 0.0
        for at in range(0, len(self._lengths), AT_ONCE):
            some = slice(at, at + AT_ONCE)
            total += self._expect(scores, steps + self._allowed, some, shares, stepped)
        own = scores[np.arange(len(self._tags)), self._tags].sum() + (self._stepped * steps).sum()
        loss = total - own + decay / 2 * float(values @ values)
        slope = np.concatenate([(self._seen.T @ shares - self._wanted).ravel(), (stepped - self._stepped).ravel()])
        return float(loss), slope + decay * values

    def _expect(self, scores: Numbers, steps: Numbers, some: slice, shares: Numbers, stepped: Numbers) -> float:
        """Adds what a batch of texts expects to `shares` and `stepped`; returns the sum of its log partitions."""
        starts, lengths = self._starts[some], self._lengths[some]
        longest = int(lengths.max())
        places = np.minimum(starts[:, None] + np.arange(longest), (starts + lengths - 1)[:, None])
        live = np.arange(longest) < lengths[:, None]
        # Chances, each letter's scaled to sum to 1, are quicker than their logarithms and do not vanish either.
        most = scores[places].max(axis=2, keepdims=True)
        own, follows = np.exp(scores[places] - most), np.exp(steps)
        front, back, scales = np.empty_like(own), np.ones_like(own), np.ones(own.shape[:2])
        for at in range(longest):
            came = front[:, at - 1] @ follows if at else np.exp(self._allowed[0])
            front[:, at] = own[:, at] * came
            scales[:, at] = front[:, at].sum(axis=1)
            front[:, at] /= scales[:, at, None]
        for at in range(longest - 2, -1, -1):
            came = (own[:, at + 1] * back[:, at + 1] / scales[:, at + 1, None]) @ follows.T
            back[:, at] = np.where(live[:, at + 1, None], came, 1)
        shares[places[live]] = (front * back)[live]
        after = (own * back / scales[..., None])[:, 1:][live[:, 1:]]
        stepped += follows * (front[:, :-1][live[:, 1:]].T @ after)
        return float(np.log(scales[live]).sum() + most[live].sum())


def _sparse(texts: Sequence[TaggedText], vocabulary: dict[str, int]) -> Any:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # noqa: PLC0415 - for training alone

    places, ends = [], [0]
    for text in texts:
        for features in text.letters:
            places += [0, *(vocabulary[feature] for feature in features if feature in vocabulary)]
            ends.append(len(places))
    return csr_matrix((np.ones(len(places)), places, ends), shape=(len(ends) - 1, len(vocabulary)))
