"""Reviews a whole conversation by the same coach that would have advised in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from warmwatt.conversations import Conversation
from warmwatt.handbook import ReviewForm
from warmwatt.skills._coach import Coach
from warmwatt.skills._resolved import resolved_facts
from warmwatt.skills._scorecard import Scorecard, score
from warmwatt.skills._verdict import Verdict
from warmwatt.understanding import Reading, SpokenPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a review finds: verdicts, score, the readings of all turns, and what follows from them."""

    scorecard: Scorecard
    verdicts: tuple[Verdict, ...]
    titles: Mapping[str, str]
    readings: tuple[Reading, ...]
    states: Mapping[int, str]
    facts: Mapping[str, str]
    promises: tuple[tuple[int, SpokenPromise], ...]


def review(conversation: Conversation, *, coach: Coach, form: ReviewForm) -> Review:
    """This function will hear the whole conversation and judge it."""
    session, heard = coach.listen(conversation)
    readings = tuple(each.reading for each in heard)
    verdicts = coach.judge(session)
    return Review(
        scorecard=score(verdicts, form),
        verdicts=verdicts,
        titles={skill.criterion: skill.title for skill in coach.skills},
        readings=readings,
        states={index: reading.state.label for index, reading in enumerate(readings) if reading.state},
        facts=resolved_facts(session.situation, readings),
        promises=distinct_promises(readings),
    )


def distinct_promises(readings: tuple[Reading, ...]) -> tuple[tuple[int, SpokenPromise], ...]:
    """This function will return each distinct promise once, and again only when its limit changes."""
    kept: list[tuple[int, SpokenPromise]] = []
    latest: dict[str, tuple[int | None, str | None]] = {}
    for index, reading in enumerate(readings):
        for promise in reading.promises:
            limit = (promise.minutes, promise.until)
            if promise.kind not in latest or (limit != (None, None) and limit != latest[promise.kind]):
                kept.append((index, promise))
                latest[promise.kind] = limit
    return tuple(kept)
