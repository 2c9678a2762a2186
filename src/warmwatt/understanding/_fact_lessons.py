"""The handbook's utterances with facts, as the tagger and the chooser learn them."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmwatt.conversations import Turn
from warmwatt.handbook import Handbook, UtteranceSet
from warmwatt.understanding._align import aligned
from warmwatt.understanding._candidates import Candidate
from warmwatt.understanding._chooser import CHOSEN, NumberKey
from warmwatt.understanding._fact_heads import FactHeads
from warmwatt.understanding._facts import ruled_facts
from warmwatt.understanding._fit_chooser import NumberedText, fitted_chooser
from warmwatt.understanding._fit_tagger import TaggedText, fitted_tagger
from warmwatt.understanding._situation import Situation
from warmwatt.understanding._tagger import SPANNED, Span, tags_of

# Strengths (inverse regularisation), chosen on writers left out.
TAGGER_STRENGTH, CHOOSER_STRENGTH = 1.0, 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLesson:
    """One utterance with the facts it states and its writer's style; tagged where its values could be found in it."""

    text: str
    facts: dict[str, str | float]
    tagged: TaggedText | None
    numbered: NumberedText
    style: str


def fact_lessons(handbook: Handbook) -> tuple[FactLesson, ...]:
    """This function will return every utterance that is labelled with facts (with none, too), each text once."""
    found: dict[str, FactLesson] = {}
    for entry in handbook.of(UtteranceSet):
        for row in entry.rows:
            found.setdefault(row.text, fact_lesson(row.text, dict(row.facts), entry.style))
    return tuple(found[text] for text in sorted(found))


def fact_lesson(text: str, facts: dict[str, str | float], style: str) -> FactLesson:
    """This function will prepare one utterance."""
    ruled = ruled_facts(Turn(who="customer", text=text), Situation())
    spans = _spans(ruled.text, facts)
    candidates, numbers = ruled.numbers()
    right = {key: places for key in CHOSEN if (places := _places(candidates, key, facts)) is not None}
    return FactLesson(
        text=text,
        facts=facts,
        tagged=None if spans is None else TaggedText(letters=ruled.letters(), tags=tags_of(len(ruled.text), spans)),
        numbered=NumberedText(numbers=numbers, right=right),
        style=style,
    )


def trained_facts(lessons: Sequence[FactLesson]) -> FactHeads:
    """This function will fit the tagger and the chooser."""
    tagged = [lesson.tagged for lesson in lessons if lesson.tagged is not None]
    return FactHeads(
        tagger=fitted_tagger(tagged, strength=TAGGER_STRENGTH),
        chooser=fitted_chooser([lesson.numbered for lesson in lessons], strength=CHOOSER_STRENGTH),
    )


def _spans(text: str, facts: dict[str, str | float]) -> list[Span] | None:
    """Where the values stand in the text; of two that overlap (a shop that is both) the address goes before."""
    spans: list[Span] = []
    for key in SPANNED:
        stretches = aligned(text, str(facts[key])) if key in facts else ()
        if stretches is None:
            return None
        fresh = [Span(key=key, start=start, end=end) for start, end in stretches]
        spans += [one for one in fresh if not any(one.start < other.end and other.start < one.end for other in spans)]
    return spans


def _places(candidates: Sequence[Candidate], key: NumberKey, facts: dict[str, str | float]) -> frozenset[int] | None:
    if key not in facts:
        return frozenset()
    value = round(float(facts[key]), 4)
    places = frozenset(at for at, each in enumerate(candidates) if each.value == value)
    return places or None
