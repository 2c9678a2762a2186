"""Nearness in meaning: how close each article's closest question form is to what was asked."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from warmwatt.handbook._embedding import Vectors

Scores = NDArray[np.float32]
EXACT_FOR = 300


class SemanticIndex:
    """One vector a question form, in the order of the articles that own them."""

    def __init__(self, vectors: Vectors, *, owners: Sequence[int]) -> None:
        # A sentence embedding of one domain points mostly one way; only what is left tells questions apart.
        self._mean = vectors.mean(axis=0)
        self._forms = _unit(vectors - self._mean)
        counts = np.bincount(np.array(owners, dtype=np.int64))
        self._firsts = np.cumsum([0, *counts])[:-1]
        self._ends = np.cumsum(counts)
        self._middles = (np.add.reduceat(self._forms, self._firsts, axis=0) / counts[:, None]).astype(np.float32)

    def scores(self, query: Vectors) -> Scores:
        """This function will return for each article the cosine of its nearest form.

        Among very many articles it is exact for those whose forms lie near on average, and that average for the rest.
        """
        asked = query - self._mean
        asked = asked / max(float(np.linalg.norm(asked)), 1e-9)
        if len(self._middles) <= EXACT_FOR * 4:
            nearest: Scores = np.maximum.reduceat(self._forms @ asked, self._firsts)
            return nearest
        return self._near_the_middle(asked)

    def _near_the_middle(self, asked: Vectors) -> Scores:
        scores: Scores = self._middles @ asked
        near = np.sort(np.argpartition(-scores, EXACT_FOR)[:EXACT_FOR])
        sizes = self._ends[near] - self._firsts[near]
        begins = np.cumsum([0, *sizes])[:-1]
        rows = np.arange(int(sizes.sum())) + np.repeat(self._firsts[near] - begins, sizes)
        scores[near] = np.maximum.reduceat(self._forms[rows] @ asked, begins)
        return scores


def _unit(rows: Vectors) -> Vectors:
    unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit
