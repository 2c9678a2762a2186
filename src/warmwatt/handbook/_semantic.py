"""Nearness in meaning: the closest question form of each article, and a linear head that tells articles apart."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from warmwatt.handbook._embedding import Vectors

Scores = NDArray[np.float32]
RIDGE = 0.3
EXACT_FOR = 400


class SemanticIndex:
    """One vector a question form, each owned by an article; articles belong to groups (their subjects)."""

    def __init__(self, vectors: Vectors, *, owners: Sequence[int], groups: Sequence[int]) -> None:
        # A sentence embedding of one domain points mostly one way; only what is left tells questions apart.
        self._mean = vectors.mean(axis=0)
        self._forms = _unit(vectors - self._mean)
        self._owners = np.array(owners, dtype=np.int64)
        self._groups = np.array(groups, dtype=np.int64)
        size = len(groups)
        self._firsts = np.searchsorted(self._owners, np.arange(size))
        counts = np.maximum(np.bincount(self._owners, minlength=size), 1)[:, None]
        sums = np.add.reduceat(self._forms, self._firsts, axis=0)
        self._middles = sums / counts
        gram = self._forms.T @ self._forms / len(self._forms) + RIDGE / vectors.shape[1] * np.eye(vectors.shape[1])
        self._head = np.linalg.solve(gram, self._middles.T).astype(np.float32)
        totals = np.zeros((int(self._groups.max()) + 1, vectors.shape[1]), dtype=np.float32)
        np.add.at(totals, self._groups, sums)
        per_group = np.bincount(self._groups, weights=counts[:, 0])[:, None]
        self._group_head = np.linalg.solve(gram, (totals / np.maximum(per_group, 1)).T).astype(np.float32)

    def scores(self, query: Vectors) -> tuple[Scores, Scores, Scores]:
        """This function will return for each article: its nearest form's cosine, its head's and its group's score."""
        query = query - self._mean
        query = query / max(float(np.linalg.norm(query)), 1e-9)
        head = query @ self._head
        group = query @ self._group_head
        return self._nearest(query), head, group[self._groups]

    def _nearest(self, query: Vectors) -> Scores:
        if len(self._middles) <= EXACT_FOR * 4:
            found: Scores = np.maximum.reduceat(self._forms @ query, self._firsts)
            return found
        coarse: Scores = self._middles @ query
        near = np.argpartition(-coarse, EXACT_FOR)[:EXACT_FOR]
        ends = np.append(self._firsts[1:], len(self._forms))
        for article in near:
            coarse[article] = float((self._forms[self._firsts[article] : ends[article]] @ query).max())
        return coarse


def _unit(rows: Vectors) -> Vectors:
    unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit
