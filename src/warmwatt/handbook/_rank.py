"""How the signals of search become one score: words and meaning, of the whole article and of its closest question."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Way = Literal["both", "words", "meaning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """One number for each article. Where meaning is off, its three are None."""

    article: Scores
    form: Scores
    near: Scores | None = None
    head: Scores | None = None
    group: Scores | None = None


def scores_of(signals: Signals, *, way: Way = "both") -> Scores:
    """This function will return one score an article, about 0 (nothing alike) to 1 (asked in these very words)."""
    words = words_score(signals)
    meaning = meaning_score(signals)
    if meaning is None or way == "words":
        return words
    if way == "meaning":
        return meaning
    both: Scores = 0.45 * words + 0.55 * meaning
    return both


def words_score(signals: Signals) -> Scores:
    """This function will weigh the match with the whole article against the match with its closest question."""
    words: Scores = np.minimum(0.5 * signals.article + 0.6 * signals.form, 1.0)
    return words


def meaning_score(signals: Signals) -> Scores | None:
    """This function will weigh the nearest question form with what tells articles and subjects apart."""
    if signals.near is None or signals.head is None or signals.group is None:
        return None
    meaning: Scores = 0.6 * signals.near + 0.2 * signals.head + 0.2 * signals.group
    return meaning
