"""Clock times as said: 明早九点 → tomorrow_09:00, 两点到四点 → 16:00.

A bare hour from one to seven is of the afternoon, as desks speak at work: 三点前到 → 15:00. From eight on it stays as
said; what is promised settles it later (`at_its_half`). Both are marked as of either half of the day.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from warmwatt.understanding._day_names import NAMED, PART, PARTS, day_of
from warmwatt.understanding._limit import Limit
from warmwatt.understanding._numerals import CHINESE, number_of

CLOCK = re.compile(
    rf"(?P<day>{NAMED})?(?P<part>{PART})?(?P<hour>[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}})(?:点钟?|[:时](?=[0-9前]))"
    rf"(?P<minute>半|一刻|三刻|[0-9]{{1,2}}|[{CHINESE}]{{1,3}})?分?"
)
# 远一点 and 快一点 tell no time; 一点前 does.
ONE_O_CLOCK = re.compile("前|之前|以前|整|左右|到|来钟|钟")
NO_CLOCK_AFTER = frozenset("公零几建意")
TO = re.compile(r"(?:钟|整)?(?:到|至|-|~|、)$")
NIGHT = re.compile("夜班|半夜|凌晨|深夜|后半夜|夜里")
# Crews work and power returns until late; what a customer stays at home for, or an office does, begins early.
LATE = {"restore": range(8, 12), "arrive": range(8, 10), "callback": range(8, 10)}


def clocks(text: str) -> Iterator[Limit]:
    """This function will yield the clock times of a text; both ends of a range are of one day and part."""
    night = NIGHT.search(text) is not None
    lower: tuple[re.Match[str], str, str] | None = None
    for match in CLOCK.finditer(text):
        hour = number_of(match["hour"])
        if hour is None or hour > 24 or not _is_clock(text, match):
            continue
        day, part = match["day"] or "", match["part"] or ""
        if lower and TO.search(text[lower[0].end() : match.start()]):
            day, part = day or lower[1], part or lower[2]
        lower = (match, day, part)
        yield _clock(match, int(hour), day=day, part=part, night=night)


def at_its_half(limit: Limit | None, kind: str) -> Limit | None:
    """This function will move a bare hour of a kind of promise that is kept late into the evening: 九点来电 → 21:00."""
    if limit is None or not limit.either_half or limit.until is None:
        return limit
    hour, minute = limit.until.split(":")
    if int(hour) not in LATE.get(kind, ()):
        return limit
    return replace(limit, until=f"{int(hour) + 12:02d}:{minute}")


def _is_clock(text: str, match: re.Match[str]) -> bool:
    if match.group() == "一点" and not ONE_O_CLOCK.match(text[match.end() : match.end() + 2]):
        return False
    return text[match.end() : match.end() + 1] not in NO_CLOCK_AFTER


def _clock(match: re.Match[str], hour: int, *, day: str, part: str, night: bool) -> Limit:
    named = day_of(day) if day else "today"
    bare = not part and 1 <= hour <= 11 and not match["hour"].startswith("0")
    late = _bare_hour(hour, tomorrow=named != "today", night=night) if bare else _hour(hour, part)
    clock = f"{late:02d}:{_minute(match['minute']):02d}"
    return Limit(
        until=clock if named == "today" else f"{named}_{clock}",
        start=match.start(),
        words=match.group(),
        either_half=bare and named == "today",
    )


def _bare_hour(hour: int, *, tomorrow: bool, night: bool) -> int:
    if night:
        return hour + 12 if hour >= 6 else hour
    return hour + 12 if hour <= (5 if tomorrow else 7) else hour


def _hour(hour: int, part: str) -> int:
    late = PARTS.get(part) in {"afternoon", "evening", "night"}
    if late and hour == 12 and part != "白天":
        return 24
    if late and hour < 12 and not (PARTS[part] == "night" and hour < 5):
        return hour + 12
    return hour + 12 if PARTS.get(part) == "noon" and hour < 5 else hour


def _minute(words: str | None) -> int:
    fixed = {None: 0, "半": 30, "一刻": 15, "三刻": 45}
    return fixed[words] if words in fixed else min(59, int(number_of(words or "") or 0))
