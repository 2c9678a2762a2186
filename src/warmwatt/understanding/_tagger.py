"""A tagger of letters: which of them are an address or a name; numpy alone reads it, in a fraction of a millisecond.

It is a linear chain: what is seen around a letter speaks for its tag, and a tag for the one that follows it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
SpanKey = Literal["address", "name"]
SPANNED: tuple[SpanKey, ...] = ("address", "name")
# Outside, then the first and the further letters of each kind of span.
OUTSIDE = 0
TAGS = 1 + 2 * len(SPANNED)
# Within half precision, in which the steps are kept.
FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of letters, half-open."""

    key: SpanKey
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagger:
    """Trained weights: a row of tags for each feature seen, and a matrix from each tag to the next."""

    vocabulary: Mapping[str, int]
    weights: Matrix
    steps: Matrix

    def spans(self, letters: Sequence[Sequence[str]]) -> tuple[Span, ...]:
        """This function will return the likeliest spans of a text whose letters have these features."""
        return spans_of(best_tags(self._scores(letters), self.steps)) if letters else ()

    def _scores(self, letters: Sequence[Sequence[str]]) -> Matrix:
        known = self.vocabulary.get
        places, ends = [], []
        for features in letters:
            # Row 0 is the bias: it keeps the stretch of a letter of which nothing is known from being empty.
            places.append(0)
            places += [place for feature in features if (place := known(feature)) is not None]
            ends.append(len(places))
        scores: Matrix = np.add.reduceat(self.weights[places], [0, *ends[:-1]], axis=0)
        return scores


def best_tags(scores: Matrix, steps: Matrix) -> list[int]:
    """This function will return the sequence of tags with the highest sum of scores and steps."""
    best = scores[0] + _first()
    came: list[NDArray[np.intp]] = []
    for own in scores[1:]:
        through = best[:, None] + steps
        came.append(through.argmax(axis=0))
        best = through.max(axis=0) + own
    tags = [int(best.argmax())]
    for back in reversed(came):
        tags.append(int(back[tags[-1]]))
    return tags[::-1]


def allowed_steps() -> Matrix:
    """This function will return 0 where a tag may follow another and FORBIDDEN where it may not."""
    steps = np.zeros((TAGS, TAGS), dtype=np.float32)
    for kind in range(len(SPANNED)):
        begin, within = 1 + 2 * kind, 2 + 2 * kind
        steps[:, within] = FORBIDDEN
        steps[[begin, within], within] = 0
    return steps


def _first() -> Matrix:
    """A text is entered as if after a letter outside."""
    first: Matrix = allowed_steps()[OUTSIDE]
    return first


def spans_of(tags: Sequence[int]) -> tuple[Span, ...]:
    """This function will return the spans that a sequence of tags marks."""
    spans: list[Span] = []
    start = kind = 0
    for place, tag in enumerate([*tags, OUTSIDE]):
        if kind and tag != 2 * kind:
            spans.append(Span(key=SPANNED[kind - 1], start=start, end=place))
            kind = 0
        if tag % 2:
            start, kind = place, (tag + 1) // 2
    return tuple(spans)


def tags_of(length: int, spans: Iterable[Span]) -> list[int]:
    """This function will return the tags that mark the spans in a text of so many letters."""
    tags = [OUTSIDE] * length
    for span in spans:
        begin = 1 + 2 * SPANNED.index(span.key)
        tags[span.start : span.end] = [begin, *([begin + 1] * (span.end - span.start - 1))]
    return tags
