"""Finds the articles that answer a spoken question, on a day and at a place; nothing good found is an answer too."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from warmwatt.handbook._article import Article
from warmwatt.handbook._embedding import Embed, EmbeddingMissing, embed, embedded_soon
from warmwatt.handbook._handbook import Handbook
from warmwatt.handbook._lexical import LexicalIndex
from warmwatt.handbook._passage import best_passage
from warmwatt.handbook._rank import Signals, Way, scores_of
from warmwatt.handbook._semantic import SemanticIndex
from warmwatt.handbook._vectors import KeptVectors, kept_by, shipped_vectors, vectors_of
from warmwatt.handbook._words import Words

LONGEST_QUERY = 400
GOOD_ENOUGH = 0.27
FIELD_WEIGHTS = {"title": 2.0, "questions": 1.5, "say": 1.0, "body": 0.6}
ELSEWHERE = 0.85
HERE = 1.2
SHORTEST_SAID = 6
CONFIDENT = 0.5
CLEAR_MARGIN = 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article found: its score from 0 to 1, its best passage, and the spans of the passage to highlight."""

    article: Article
    score: float
    passage: str
    highlights: tuple[tuple[int, int], ...] = ()


class Search:
    """The index of a handbook's articles. It is built once and never changes; an edited handbook gets a new one.

    `kept` are the vectors of texts met before; a new search built with the `kept` of the last embeds only what changed.
    Without `embed`, or where the engine is missing, articles are found by their words alone.
    """

    def __init__(self, handbook: Handbook, *, embed: Embed | None = embed, kept: KeptVectors | None = None) -> None:
        self.articles = handbook.of(Article)
        self._words = Words(handbook)
        self._embed = embed
        self._begins = np.array([article.valid_from.toordinal() for article in self.articles])
        self._ends = np.array([(article.valid_until or date.max).toordinal() for article in self.articles])
        self._local = {
            places: np.flatnonzero([article.places == places for article in self.articles])
            for places in sorted({article.places for article in self.articles if article.places})
        }
        self._places = tuple(sorted({place for places in self._local for place in places}))
        self._index = LexicalIndex([self._weighted(article) for article in self.articles])
        self.kept = shipped_vectors() if kept is None else kept
        self._meaning = self._semantic()

    @property
    def by_meaning(self) -> bool:
        """Whether the embedding takes part."""
        return self._meaning is not None

    def find(
        self, query: str, *, on: date, place: str | None = None, limit: int = 5, way: Way = "both"
    ) -> tuple[Hit, ...]:
        """This function will return the best articles in force on the day `on` that hold at `place`, best first.

        A query that names another place is answered for that place. Nothing good enough gives an empty answer.
        """
        query = self._words.heard(query[:LONGEST_QUERY].strip())
        if not query or not self.articles or self._words.is_elsewhere(query):
            return ()
        scores = scores_of(self._signals(query), way=way) * self._fits(query, on=on, place=place)
        best = np.argsort(-scores, kind="stable")[:limit]
        words = self._words.tokens(query)
        return tuple(self._hit(at, float(scores[at]), words) for at in best if scores[at] >= GOOD_ENOUGH)

    def _hit(self, at: int, score: float, words: list[str]) -> Hit:
        article = self.articles[at]
        passage = best_passage(article, words=words)
        return Hit(article=article, score=min(score, 1.0), passage=passage.text, highlights=passage.highlights)

    def _signals(self, query: str) -> Signals:
        words = self._index.scores(self._words.tokens(query))
        if self._meaning is None or self._embed is None:
            return Signals(words=words)
        try:
            asked = embedded_soon(query) if self._embed is embed else self._embed([query])[0]
        except EmbeddingMissing:
            return Signals(words=words)
        return Signals(words=words, meaning=self._meaning.scores(asked))

    def _fits(self, query: str, *, on: date, place: str | None) -> NDArray[np.float32]:
        day = on.toordinal()
        fits = ((self._begins <= day) & (day < self._ends)).astype(np.float32)
        named = next((known for known in self._places if known in query), place)
        for held_at in self._local.values():
            here = self.articles[held_at[0]].holds_at(named)
            fits[held_at] *= ELSEWHERE if named is None else HERE * here
        return fits

    def _weighted(self, article: Article) -> Counter[str]:
        counts: Counter[str] = Counter()
        for field, weight in FIELD_WEIGHTS.items():
            value = getattr(article, field)
            for text in (value,) if isinstance(value, str) else value:
                for token in self._words.tokens(text):
                    counts[token] += weight  # type: ignore[assignment]
        return counts

    def _semantic(self) -> SemanticIndex | None:
        forms = [(at, form) for at, article in enumerate(self.articles) for form in forms_of(article)]
        if self._embed is None or not forms:
            return None
        texts = [self._words.plain(form) for _, form in forms]
        try:
            vectors = vectors_of(texts, kept=self.kept, embed=self._embed)
        except EmbeddingMissing:
            return None
        self.kept = {**self.kept, **kept_by(texts, vectors)}
        return SemanticIndex(vectors, owners=[at for at, _ in forms])


def forms_of(article: Article) -> tuple[str, ...]:
    """This function will return the wordings by which an article is found: its questions and its title."""
    return (*article.questions, article.title)


def embedded_texts(handbook: Handbook) -> tuple[str, ...]:
    """This function will return every text that search embeds, once each, in order."""
    words = Words(handbook)
    return tuple(dict.fromkeys(words.plain(form) for each in handbook.of(Article) for form in forms_of(each)))


def live_suggestion(words: str, *, search: Search, on: date, place: str | None = None) -> Hit | None:
    """This function will return the article that answers what a customer said, only where that is clear."""
    if len(words.strip()) < SHORTEST_SAID:
        return None
    hits = search.find(words, on=on, place=place, limit=4)
    if not hits or hits[0].score < CONFIDENT:
        return None
    others = [hit.score for hit in hits[1:] if hit.article.subject != hits[0].article.subject]
    return hits[0] if not others or hits[0].score - others[0] >= CLEAR_MARGIN else None
