"""BM25 over tokens, held as sparse arrays: a query touches only the documents that hold its words."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
SATURATION = 1.2
LENGTH_SHARE = 0.5


class LexicalIndex:
    """Documents given as tokens with weights (a title counts more than a body); scores run from 0 to about 1."""

    def __init__(self, documents: Sequence[Mapping[str, float]]) -> None:
        self.size = len(documents)
        self._ids: dict[str, int] = {}
        rows, terms, counts = self._triples(documents)
        lengths = np.bincount(rows, weights=counts, minlength=self.size)
        order = np.argsort(terms, kind="stable")
        self._rows, terms = rows[order], terms[order]
        self._starts = np.searchsorted(terms, np.arange(len(self._ids) + 1))
        held = np.diff(self._starts)
        self._idf = np.log1p((self.size - held + 0.5) / (held + 0.5)).astype(np.float32)
        norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * lengths / max(lengths.mean(), 1e-9))
        counts = counts[order]
        saturated = counts * (SATURATION + 1) / (counts + norm[self._rows])
        self._weights = (self._idf[terms] * saturated).astype(np.float32)

    def scores(self, tokens: Sequence[str]) -> Scores:
        """This function will return each document's share of what a perfect match of the tokens would score."""
        wanted = Counter(token for token in tokens)
        known = [(self._ids[token], times) for token, times in wanted.items() if token in self._ids]
        if not known:
            return np.zeros(self.size, dtype=np.float32)
        spans = [slice(self._starts[term], self._starts[term + 1]) for term, _ in known]
        rows = np.concatenate([self._rows[span] for span in spans])
        weights = np.concatenate([self._weights[span] for span in spans])
        rare = float(np.log1p(self.size + 0.5))
        perfect = sum(float(self._idf[term]) for term, _ in known) + rare * 0.5 * (len(wanted) - len(known))
        total = np.bincount(rows, weights=weights, minlength=self.size)
        return (total / max(perfect, 1e-9)).astype(np.float32)

    def _triples(
        self, documents: Sequence[Mapping[str, float]]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        rows: list[int] = []
        terms: list[int] = []
        counts: list[float] = []
        for row, document in enumerate(documents):
            for token, count in document.items():
                rows.append(row)
                terms.append(self._ids.setdefault(token, len(self._ids)))
                counts.append(count)
        return np.array(rows, dtype=np.int64), np.array(terms, dtype=np.int64), np.array(counts, dtype=np.float64)
