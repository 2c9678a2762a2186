"""Fills a flow's slots from what was said and from what the records know; nothing known is asked again."""

import re
from collections.abc import Mapping
from functools import cache

from warmwatt.conversations import Known, Turn
from warmwatt.handbook import Flow, Slot
from warmwatt.understanding import HeardTurn, Reading, Situation

YES = re.compile(
    r"^[\s，。！]*(是的?|对的?|嗯+|有的?|好的?|没错|亮着|亮的?|正常|合着|都有|行|可以)([，。！\s的呢啊嘛呀吧了]|$)"
)
NO = re.compile(r"^[\s，。！]*(不是|没有?|不对|没亮|不亮|都没|黑的?|停了|也没|也停|没显示|不可以|不行)")
UNKNOWN = re.compile(r"不知道|不清楚|看不(到|见|了)|不晓得|没注意|不会看|说不(好|清)|没法看|够不着")


def filled(
    slots: Mapping[str, str],
    *,
    flow: Flow,
    turn: Turn,
    reading: Reading,
    before: Situation,
    after: Situation,
    known: Known,
) -> dict[str, str]:
    """This function will return the slots with what this turn adds; what was answered may be corrected later."""
    now = dict(slots)
    for slot in flow.slots:
        told = _told(slot, turn) or _stated(slot, after) or now.get(slot.id)
        value = told or _elided(slot, turn, before.previous) or _recorded(slot, known)
        if value:
            now[slot.id] = value
    return now | _done_acts(turn, reading, now)


def _done_acts(turn: Turn, reading: Reading, slots: Mapping[str, str]) -> dict[str, str]:
    if turn.who != "agent":
        return {}
    acts = {f"act.{act.kind}" for act in reading.acts} | {f"promise.{each.kind}" for each in reading.promises}
    return {act: "done" for act in acts if act not in slots}


def _stated(slot: Slot, after: Situation) -> str | None:
    return after.fact(slot.fact) if slot.fact else None


def _recorded(slot: Slot, known: Known) -> str | None:
    value = getattr(known, slot.known, None) if slot.known else None
    if slot.known == "arrears_yuan":
        return None if value is None else ("owing" if value > 0 else "none")
    return str(value) if value else None


def _told(slot: Slot, turn: Turn) -> str | None:
    if turn.who != "customer":
        return None
    for value, patterns in slot.answers.items():
        if any(_pattern(pattern).search(turn.text) for pattern in patterns):
            return value
    return None


def _elided(slot: Slot, turn: Turn, asked: HeardTurn | None) -> str | None:
    """A bare answer means what the agent's last question made of it."""
    words = turn.text
    if (
        turn.who != "customer"
        or asked is None
        or asked.who != "agent"
        or not any(_pattern(p).search(asked.text) for p in slot.asked_by)
    ):
        return None
    if UNKNOWN.search(words):
        return "unknown"
    if NO.search(words):
        return slot.if_no or None
    return (slot.if_yes or None) if YES.search(words) else None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
