"""What a conversation is about, as the criteria see it."""

from functools import lru_cache

from warmwatt.skills._cues import Cue
from warmwatt.skills._skill import Moment
from warmwatt.understanding import Situation, Topic

MATTERS = {
    "outage.report": "outage",
    "hazard.report": "hazard",
    "bill.query": "bill",
    "bill.dispute": "bill",
    "business.new": "business",
    "business.capacity": "business",
    "business.transfer": "business",
    "business.close": "business",
    "business.tou": "business",
    "business.charger": "business",
    "business.solar": "business",
    "complaint": "complaint",
    "case.progress": "progress",
    "arrears.restore": "arrears",
}
SURE = 0.5
# What a conversation opens with is mostly its matter; what a later turn sounds like must be surer.
SURE_FIRST, SURE_LATER = 0.4, 0.7
# Anger late in a conversation sounds like a complaint; only a plain one counts, except about a case that drags on.
SURE_COMPLAINT, SURE_ABOUT_PROGRESS = 0.8, 0.5
SUBSTANTIVE = 6


def matters_of(situation: Situation) -> frozenset[str]:
    """This function will return the matters that the customer has raised so far."""
    return _matters(situation.topics)


@lru_cache(maxsize=64)
def _matters(topics: tuple[Topic, ...]) -> frozenset[str]:
    drags_on = any(topic.label == "case.progress" for topic in topics)
    return frozenset(
        MATTERS[topic.label]
        for place, topic in enumerate(topics)
        if topic.label in MATTERS and topic.confidence >= _needed(topic.label, place, drags_on=drags_on)
    )


def _needed(label: str, place: int, *, drags_on: bool) -> float:
    if place == 0:
        return SURE_FIRST
    if label == "complaint":
        return SURE_ABOUT_PROGRESS if drags_on else SURE_COMPLAINT
    return SURE_LATER


def opens_case(moment: Moment, opened: Cue) -> bool:
    """This function will tell whether the agent's turn opens a case, or sends a crew, for this customer."""
    if moment.turn.who != "agent":
        return False
    if opened.words(moment.turn):
        return True
    crew = any(promise.kind == "arrive" and not promise.conditional for promise in moment.reading.promises)
    return crew and bool(matters_of(moment.after) & {"outage", "hazard"})


def is_substantive(moment: Moment) -> bool:
    """This function will tell whether an agent's turn says more than a mere 嗯嗯 or 好的."""
    return moment.turn.who == "agent" and len(moment.turn.text.strip("。，！？~ ")) > SUBSTANTIVE
