"""From a raw text to what layers 1 and 2 start from: mended words, sentences, hits and evidence."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from warmwatt.handbook import Handbook
from warmwatt.understanding._features import evidence
from warmwatt.understanding._patterns import (
    Hit,
    Homophones,
    Patterns,
    compiled_homophones,
    compiled_patterns,
    plain,
    sentences_of,
)


@dataclass(frozen=True, kw_only=True)
class HeardText:
    """A text made plain and mended, with the phrase lists heard in it."""

    text: str
    hits: tuple[Hit, ...]

    @cached_property
    def evidence(self) -> NDArray[np.float32]:
        """What layer 1 heard, summed by label."""
        return evidence(self.hits)

    def words(self, label: str) -> str:
        """This function will return the words that layer 1 heard the label in, each once."""
        return "、".join(dict.fromkeys(hit.words for hit in self.hits if hit.label == label and hit.words))


class Ear:
    """Hears texts by one handbook's phrase and homophone lists."""

    def __init__(self, *, handbook: Handbook) -> None:
        self._homophones: Homophones = compiled_homophones(handbook)
        self._topics: Patterns = compiled_patterns(handbook, sort="topic")
        self._states: Patterns = compiled_patterns(handbook, sort="state")

    def heard(self, text: str) -> HeardText:
        """This function will make the text plain, undo recogniser errors and hear every phrase list in it."""
        mended = self._homophones.mended(plain(text)).strip()
        sentences = sentences_of(mended)
        return HeardText(text=mended, hits=self._topics.hits(sentences) + self._states.hits(sentences))
