"""The best passage of an article for a question, and which of its words answer it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from warmwatt.handbook._article import Article

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
_MARKUP = re.compile(r"^[#>*\-\s|]+|[*`|]")
SHORTEST_WORD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence or two of an article; `highlights` are half-open character spans in `text`."""

    text: str
    highlights: tuple[tuple[int, int], ...]


def best_passage(article: Article, *, words: Sequence[str]) -> Passage:
    """This function will return the sentence that holds most of the words; the answer to read aloud wins a tie."""
    sought = sorted({word for word in words if len(word) >= SHORTEST_WORD and not word.startswith("_")})
    sentences = [article.say, *(_clean(found) for found in _SENTENCE.findall(article.body))]
    best = max((text for text in sentences if text), key=lambda text: sum(len(word) for word in sought if word in text))
    return Passage(text=best, highlights=_spans(best, sought))


def _clean(sentence: str) -> str:
    return _MARKUP.sub("", sentence.strip()).strip()


def _spans(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    found = sorted((at.start(), at.end()) for word in words for at in re.finditer(re.escape(word), text))
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
