"""Spoken time limits: a duration in minutes, or a worded limit in the tokens of `quantities.resolve_limit`.

Of a range the upper end counts. A calendar duration becomes minutes (两天 → 2880); working days, clocks and named days
stay worded, as only the calendar can tell when they end.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from warmwatt.quantities import WorkingCalendar
from warmwatt.quantities import resolve_limit as resolve_words
from warmwatt.understanding._clocks import at_its_half, clocks
from warmwatt.understanding._day_names import dates, ends, named_days, parts_alone
from warmwatt.understanding._durations import durations
from warmwatt.understanding._limit import Limit
from warmwatt.understanding._reading import SpokenPromise

__all__ = ["Limit", "at_its_half", "limits_in", "longest", "resolve_limit"]

DELAY = re.compile(r"推迟|延(?:后|迟|长)|顺延|往后|晚(?=[0-9半一二两三])(?!一[分秒])")
RANGE = re.compile(r"(?:钟|整)?(?:到|至|-|~)$")
# How far a day carries on to the hours and parts said after it: 明天上午我去问，中午给您回话.
DAY_REACHES = 40
LATER_DAY = re.compile(r"(?:tomorrow|day_after_tomorrow|(?:next_)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?=_|$)")
OF_TODAY = {"12:00": "12:00", "this_morning": "morning", "this_afternoon": "afternoon", "this_evening": "evening"}


def resolve_limit(promise: SpokenPromise, *, now: datetime, calendar: WorkingCalendar) -> datetime | None:
    """This function will return the aware time by which a promise is due, or None where no limit was said."""
    return resolve_words(
        minutes=promise.minutes, until=promise.until, now=now, calendar=calendar, either_half=promise.either_half
    )


def limits_in(text: str) -> tuple[Limit, ...]:
    """This function will return every time limit of a text, in order; the upper end of each range."""
    found = [
        *clocks(text), *dates(text), *named_days(text), *parts_alone(text), *ends(text), *durations(text),
    ]  # fmt: skip
    found.sort(key=lambda limit: (limit.start, -len(limit.words)))
    kept: list[Limit] = []
    for limit in found:
        if not kept or limit.start >= kept[-1].end:
            kept.append(limit)
    return _delayed(text, tuple(_of_its_day(tuple(_upper_ends(text, kept)), text)))


def longest(limits: tuple[Limit, ...]) -> Limit | None:
    """This function will return the limit to hold someone to: of several durations the longest, else the last said."""
    if limits and all(limit.minutes is not None for limit in limits):
        return max(limits, key=lambda limit: limit.minutes or 0)
    return limits[-1] if limits else None


def _upper_ends(text: str, limits: list[Limit]) -> Iterator[Limit]:
    """两点到四点 is one limit, four o'clock."""
    for place, limit in enumerate(limits):
        after = limits[place + 1] if place + 1 < len(limits) else None
        is_lower = after and limit.until and after.until and RANGE.search(text[limit.end : after.start])
        if not is_lower:
            yield limit


def _of_its_day(limits: tuple[Limit, ...], text: str) -> Iterator[Limit]:
    """An hour or a part of the day without a day of its own is of the later day named just before it."""
    day, since = "", 0
    for limit in limits:
        until = limit.until or ""
        if named := LATER_DAY.match(until):
            day, since = named.group(), limit.end
        elif until in {"today", "tonight"} or "今" in limit.words:
            day = ""
        elif day and limit.start - since <= DAY_REACHES and not re.search("[。!?;]", text[since : limit.start]):
            yield _on(day, limit)
            continue
        yield limit


def _on(day: str, limit: Limit) -> Limit:
    until = limit.until or ""
    if ":" in until:
        hour, minute = until.split(":")
        morning = limit.either_half and int(hour) in {18, 19}
        clock = f"{int(hour) - 12:02d}:{minute}" if morning else until
        return replace(limit, until=f"{day}_{clock}", either_half=False)
    return replace(limit, until=f"{day}_{OF_TODAY[until]}") if until in OF_TODAY else limit


def _delayed(text: str, limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """原定五点,推迟半小时到一小时 means six: a delay is added to the clock before it."""
    clocked = [limit for limit in limits if limit.until and ":" in limit.until]
    if not clocked or not (delay := DELAY.search(text, clocked[0].start)):
        return limits
    later = [limit for limit in limits if limit.start > delay.start()]
    if not later or later[0].minutes is None:
        return limits
    return (_postponed(clocked[0], later[0].minutes), *(limit for limit in later[1:]))


def _postponed(limit: Limit, minutes: int) -> Limit:
    head, _, clock = (limit.until or "").rpartition("_")
    hour, minute = map(int, clock.split(":"))
    late = hour * 60 + minute + minutes
    said = f"{late // 60 % 24:02d}:{late % 60:02d}"
    return replace(limit, until=f"{head}_{said}" if head else said)
