"""How the signals of search become one score: the words of an article and the meaning of its closest question."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Way = Literal["both", "words", "meaning"]
MEANING_SHARE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """One number for each article: `words` from BM25, `meaning` from the embedding or None where that is off."""

    words: Scores
    meaning: Scores | None = None


def scores_of(signals: Signals, *, way: Way = "both") -> Scores:
    """This function will return one score an article, about 0 (nothing alike) to 1 (asked in these very words)."""
    words: Scores = np.minimum(signals.words, np.float32(1.0))
    if signals.meaning is None or way == "words":
        return words
    meaning: Scores = np.maximum(signals.meaning, np.float32(0.0))
    if way == "meaning":
        return meaning
    both: Scores = (MEANING_SHARE * meaning + (1 - MEANING_SHARE) * words).astype(np.float32)
    return both
