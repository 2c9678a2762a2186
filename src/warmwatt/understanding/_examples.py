"""The handbook's example utterances, and which of them a text is nearest to.

Nearness is the cosine of rarity-weighed character n-grams of the mended texts: no model, so that it can be checked by
eye. A text is weighed against the examples that share an n-gram with it alone.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from warmwatt.handbook import Handbook, PhraseList, UtteranceSet
from warmwatt.understanding._features import grams_of
from warmwatt.understanding._hear import Ear

NEAREST_KEPT = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An utterance of the handbook with its labels, where it stands, and how like the asked text it is (0 to 1)."""

    text: str
    topics: tuple[str, ...]
    state: str
    entry: str
    title: str
    likeness: float = 0.0

    def carries(self, label: str) -> bool:
        """This function will tell whether the label is one of the example's."""
        return label == self.state or label in self.topics


class Examples:
    """Every labelled utterance of a handbook, indexed by n-gram once."""

    def __init__(self, *, handbook: Handbook) -> None:
        self.ear = Ear(handbook=handbook)
        self.titles = {entry.id: entry.title for entry in handbook.of(PhraseList)}
        self._examples = tuple({example.text: example for example in _examples(handbook)}.values())
        counted = [grams_of(self.ear.heard(example.text).text) for example in self._examples]
        uses = Counter(chain.from_iterable(counted))
        self._places = {gram: place for place, gram in enumerate(uses)}
        self._rarity = np.array([log((1 + len(counted)) / (1 + count)) + 1 for count in uses.values()])
        self._begins, self._owners, self._weights = self._index(counted, uses)

    def __len__(self) -> int:
        return len(self._examples)

    def nearest(self, heard: str) -> tuple[Example, ...]:
        """This function will return the examples most like a mended text, the likest first."""
        if not self._examples:
            return ()
        likeness = self._likeness(heard)
        order = np.argsort(-likeness, kind="stable")[:NEAREST_KEPT]
        return tuple(
            replace(self._examples[place], likeness=round(min(float(likeness[place]), 1.0), 4))
            for place in order
            if likeness[place] > 0
        )

    def _likeness(self, heard: str) -> NDArray[np.float64]:
        grams = {self._places[gram]: count for gram, count in grams_of(heard).items() if gram in self._places}
        weights = {place: (1 + log(count)) * self._rarity[place] for place, count in grams.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        total: NDArray[np.float64] = np.zeros(len(self._examples))
        for place, weight in weights.items():
            found = slice(self._begins[place], self._begins[place + 1])
            total[self._owners[found]] += self._weights[found] * (weight / length)
        return total

    def _index(
        self, counted: list[Counter[str]], uses: Counter[str]
    ) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float64]]:
        """For each n-gram the examples that hold it, with the weight it has in them; each example has unit length."""
        places = np.fromiter((self._places[gram] for grams in counted for gram in grams), dtype=np.int32)
        counts = np.fromiter((count for grams in counted for count in grams.values()), dtype=np.float64)
        owners = np.repeat(np.arange(len(counted), dtype=np.int32), [len(grams) for grams in counted])
        weights = (1 + np.log(counts)) * self._rarity[places] if len(places) else counts
        lengths = np.sqrt(np.bincount(owners, weights=weights**2, minlength=len(counted)))
        order = np.argsort(places, kind="stable")
        begins = np.concatenate([[0], np.cumsum(np.bincount(places, minlength=len(uses)))]).astype(np.int64)
        return begins, owners[order], (weights / lengths[owners])[order] if len(places) else weights


def _examples(handbook: Handbook) -> Iterator[Example]:
    for entry in handbook.of(UtteranceSet):
        for group in entry.groups:
            for text in group.texts:
                yield Example(text=text, topics=group.topics, state=group.state, entry=entry.id, title=entry.title)
        for row in entry.rows:
            yield Example(text=row.text, topics=row.topics, state=row.state, entry=entry.id, title=entry.title)
