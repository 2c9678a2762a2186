"""Why a turn was read as it was: the words, the turns, the phrase lists heard, and the examples nearest to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from warmwatt.understanding._examples import Example, Examples
from warmwatt.understanding._features import STATES, TOPICS
from warmwatt.understanding._patterns import Hit
from warmwatt.understanding._reading import Reading
from warmwatt.understanding._situation import HeardState, Situation

FEWEST, MOST = 2, 4
# Beneath it an example shares little more than common characters with the turn.
LIKE_ENOUGH = 0.12
Sort = Literal["topic", "state"]


class NotRead(LookupError):
    """The turn was not read as the label that is asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardPhrases:
    """A phrase list of the handbook that was heard in the turn, and the words that it was heard in."""

    entry: str
    title: str
    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The answer to "why this label". An empty `label` asks why no topic was read.

    `turns` are the turn itself and, for a state, the earlier turn whose state still counts. `phrases` speak for the
    label, `others` for another one of its sort. `examples` carry the label; `nearest` is the likest of all where it
    carries another.
    """

    label: str
    sort: Sort
    confidence: float
    words: tuple[str, ...]
    turns: tuple[int, ...]
    before: HeardState | None
    phrases: tuple[HeardPhrases, ...]
    others: tuple[HeardPhrases, ...]
    examples: tuple[Example, ...]
    nearest: Example | None


def why(text: str, *, label: str, reading: Reading, situation: Situation, examples: Examples) -> Why:
    """This function will explain why `text`, heard in `situation`, was read as `label`; it raises NotRead."""
    sort: Sort = "state" if label in STATES else "topic"
    confidence, words = _read_as(label, reading)
    heard = examples.ear.heard(text)
    hits = [_phrases(hit, examples) for hit in heard.hits if hit.label in (STATES if sort == "state" else TOPICS)]
    near = examples.nearest(heard.text)
    before = _before(situation) if sort == "state" else None
    return Why(
        label=label,
        sort=sort,
        confidence=confidence,
        words=words,
        turns=(*((before.turn,) if before else ()), situation.turns),
        before=before,
        phrases=tuple(hit for hit in hits if hit.label == label),
        others=tuple(hit for hit in hits if hit.label != label),
        examples=_carrying(label, near),
        nearest=_at_odds(label, near),
    )


def labels_of(reading: Reading) -> tuple[str, ...]:
    """This function will return every label that can be asked about: the state, then the topics."""
    state = (reading.state.label,) if reading.state else ()
    return (*state, *(topic.label for topic in reading.topics))


def _read_as(label: str, reading: Reading) -> tuple[float, tuple[str, ...]]:
    if not label and not reading.topics:
        return 0.0, ()
    state = (reading.state,) if reading.state else ()
    for item in (*state, *reading.topics):
        if item.label == label:
            return item.confidence, tuple(filter(None, item.words.split("、")))
    raise NotRead(label)


def _phrases(hit: Hit, examples: Examples) -> HeardPhrases:
    title = examples.titles.get(hit.entry, hit.entry)
    return HeardPhrases(entry=hit.entry, title=title, label=hit.label, words=hit.words)


def _before(situation: Situation) -> HeardState | None:
    """The state before, where it was one that lingers."""
    latest = situation.states[-1] if situation.states else None
    return latest if latest and latest.label not in {"calm", "grateful"} else None


def _carrying(label: str, near: Sequence[Example]) -> tuple[Example, ...]:
    carrying = [example for example in near if not label or example.carries(label)]
    like = sum(example.likeness >= LIKE_ENOUGH for example in carrying[:MOST])
    return tuple(carrying[: max(FEWEST, like)])


def _at_odds(label: str, near: Sequence[Example]) -> Example | None:
    return near[0] if label and near and not near[0].carries(label) else None
