"""Spoken time limits: a duration in minutes, or a worded limit in the tokens of `quantities.resolve_limit`.

Of a range the upper end counts. A calendar duration becomes minutes (两天 → 2880); working days, clocks and named days
stay worded, as only the calendar can tell when they end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from warmwatt.quantities import WorkingCalendar
from warmwatt.quantities import resolve_limit as resolve_words
from warmwatt.understanding._numerals import CHINESE, number_of, upper_number_of
from warmwatt.understanding._reading import SpokenPromise

N = rf"(?:[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?|[{CHINESE}]{{1,5}}|半)"
MINUTES = {
    "分钟": 1, "刻钟": 15, "刻": 15, "小时": 60, "钟头": 60, "天": 1440, "日": 1440, "周": 10_080, "星期": 10_080,
    "礼拜": 10_080, "月": 43_200,
}  # fmt: skip
UNIT = "分钟|刻钟|小时|钟头|工作日|工作天|天|周|星期|礼拜|(?<=个)月|(?<=半)月"
DURATION = re.compile(
    rf"(?:{N}(?:个)?(?:{UNIT})?(?:到|至|-|~|、|或者?))?(?P<number>{N})(?:来|多)?(?:个)?(?P<half>半)?(?:多)?(?P<unit>{UNIT})(?P<tail>半)?(?![前份]?检修)"
)
PARTS = {
    "凌晨": "early", "一早": "early", "一大早": "early",
    "早上": "morning", "早晨": "morning", "早": "morning", "上午": "morning",
    "中午": "noon", "下午": "afternoon", "傍晚": "evening", "晚上": "evening", "晚": "evening",
    "夜里": "night", "半夜": "night",
}  # fmt: skip
PART = "|".join(sorted(PARTS, key=len, reverse=True))
WEEK = dict(
    zip(
        "一二三四五六日天",
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "sunday"],
        strict=True,
    )
)
DAYS = {
    "大后天": "3_days", "今天": "today", "今儿": "today", "今日": "today", "今": "today", "当天": "today",
    "当晚": "today", "明天": "tomorrow",
    "明儿": "tomorrow", "明日": "tomorrow", "次日": "tomorrow",
    "第二天": "tomorrow", "隔天": "tomorrow", "明": "tomorrow",
    "后天": "day_after_tomorrow", "后儿": "day_after_tomorrow",
}  # fmt: skip
NAMED = (
    "大后天|今天|今儿|今日|当天|明天|明儿|明日|次日|第二天|隔天|后天|后儿|今(?=晚|早|夜)|明(?=晚|早)|"
    "(?:下个?)?(?:这|本)?(?:周|星期|礼拜)[一二三四五六日天]"
)
CLOCK = re.compile(
    rf"(?P<day>{NAMED})?(?P<part>{PART})?(?P<hour>[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}})(?:点钟?|[:时](?=[0-9前]))"
    rf"(?P<minute>半|一刻|三刻|[0-9]{{1,2}}|[{CHINESE}]{{1,3}})?分?"
)
DAY = re.compile(rf"(?P<day>{NAMED})(?P<part>{PART}|晚|夜)?(?P<close>下班(?:之?前)?|上班)?")
DATE = re.compile(rf"(?P<month>[0-9]{{1,2}}|[{CHINESE}]{{1,2}})月(?P<day>[0-9]{{1,2}}|[{CHINESE}]{{1,3}})[号日]")
ENDS = (
    (re.compile(r"下班(?:之)?前|下班以前"), "end_of_business_day"),
    (re.compile(r"(?:这个|本)?月底(?:之)?前?|月末"), "end_of_month"),
    (
        re.compile(r"(?:这个?|本)?(?:周末|周内|礼拜内|星期内)|(?:这|本)(?:个)?(?:周|礼拜|星期)(?![一二三四五六日天])"),
        "end_of_week",
    ),
    (re.compile(r"年底|年前"), "end_of_year"),
    (re.compile(r"下个?月"), "next_month"),
    (re.compile(r"下(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天])"), "next_week"),
    (re.compile(r"今明两天|今明天"), "tomorrow"),
)
DELAY = re.compile(r"推迟|延(?:后|迟|长)|往后|晚(?=[0-9半一二两三])")
# 远一点 and 快一点 tell no time; 一点前 does.
ONE_O_CLOCK = re.compile("前|之前|以前|整|左右|到")
NOT_LIMIT = re.compile(
    r"(?:每隔?|提前|等了|打了|停了|停电|已经|过去|宽限|延期|晚交|满|近|连续|第|这|前|工作|修了|忙了|(?<!不)(?<!不会)(?<!不能)超过了?|距今|相隔|间隔|天数|共|用了|才|个月|有|多了|少了)$"
)
NOT_AFTER = re.compile(
    r"^(?:前(?!后?就能|会|就|到|恢复|来电)(?=已|打|停|报|有|我|您|申请|通知)|以前|了|没|共|的(?:电|量|费|记录|账|用)|里|服务|值班|热线|人工|在线|,?天数|第)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A limit as said: minutes or `until`, where in the text, and its words."""

    minutes: int | None
    until: str | None
    start: int
    words: str


def resolve_limit(promise: SpokenPromise, *, now: datetime, calendar: WorkingCalendar) -> datetime | None:
    """This function will return the aware time by which a promise is due, or None where no limit was said."""
    return resolve_words(minutes=promise.minutes, until=promise.until, now=now, calendar=calendar)


def limits_in(text: str) -> tuple[Limit, ...]:
    """This function will return every time limit of a text, in order; the upper end of each range."""
    found = [*_clocks(text), *_dates(text), *_days(text), *_ends(text), *_durations(text)]
    found.sort(key=lambda limit: (limit.start, -len(limit.words)))
    kept: list[Limit] = []
    for limit in found:
        if not kept or limit.start >= kept[-1].start + len(kept[-1].words):
            kept.append(limit)
    return _delayed(text, tuple(kept))


def longest(limits: tuple[Limit, ...]) -> Limit | None:
    """This function will return the limit to hold someone to: of several durations the longest, else the last said."""
    if limits and all(limit.minutes is not None for limit in limits):
        return max(limits, key=lambda limit: limit.minutes or 0)
    return limits[-1] if limits else None


def _delayed(text: str, limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """原定五点,推迟半小时到一小时 means six: a delay is added to the clock before it."""
    clocks = [limit for limit in limits if limit.until and ":" in limit.until]
    if not clocks or not (delay := DELAY.search(text, clocks[0].start)):
        return limits
    later = [limit for limit in limits if limit.start > delay.start()]
    if not later or later[0].minutes is None:
        return limits
    return (_postponed(clocks[0], later[0].minutes), *(limit for limit in later[1:]))


def _postponed(limit: Limit, minutes: int) -> Limit:
    head, _, clock = (limit.until or "").rpartition("_")
    hour, minute = map(int, clock.split(":"))
    late = hour * 60 + minute + minutes
    said = f"{late // 60 % 24:02d}:{late % 60:02d}"
    return Limit(minutes=None, until=f"{head}_{said}" if head else said, start=limit.start, words=limit.words)


def _durations(text: str) -> Iterator[Limit]:
    for match in DURATION.finditer(text):
        number = 0.5 if match["number"] == "半" else upper_number_of(match["number"])
        if number is None or NOT_LIMIT.search(text[max(0, match.start() - 4) : match.start()]):
            continue
        if not NOT_AFTER.match(text[match.end() : match.end() + 6]):
            yield _duration(match, number + (0.5 if match["half"] or match["tail"] else 0))


def _duration(match: re.Match[str], number: float) -> Limit:
    if "工作" in match["unit"]:
        return Limit(
            minutes=None, until=f"{max(1, round(number))}_working_days", start=match.start(), words=match.group()
        )
    return Limit(minutes=round(number * MINUTES[match["unit"]]), until=None, start=match.start(), words=match.group())


def _clocks(text: str) -> Iterator[Limit]:
    for match in CLOCK.finditer(text):
        hour = number_of(match["hour"])
        if hour is None or hour > 24 or text[match.end() : match.end() + 1] in {"公", "零", "多", "几", "建", "意"}:
            continue
        if match.group() == "一点" and not ONE_O_CLOCK.match(text[match.end() : match.end() + 2]):
            continue
        minute = _minute(match["minute"])
        clock = f"{_hour(int(hour), match['part'] or ''):02d}:{minute:02d}"
        day = _day(match["day"] or "今天")
        until = clock if day == "today" else f"{day}_{clock}"
        yield Limit(minutes=None, until=until, start=match.start(), words=match.group())


def _hour(hour: int, part: str) -> int:
    late = PARTS.get(part) in {"afternoon", "evening", "night"}
    if late and hour == 12:
        return 24
    if late and hour < 12 and not (part in {"夜里", "半夜"} and hour < 5):
        return hour + 12
    return hour + 12 if part == "中午" and hour < 5 else hour


def _minute(words: str | None) -> int:
    fixed = {None: 0, "半": 30, "一刻": 15, "三刻": 45}
    return fixed[words] if words in fixed else min(59, int(number_of(words or "") or 0))


def _day(words: str) -> str:
    if words[-1] in WEEK and any(week in words for week in ("周", "星期", "礼拜")):
        return ("next_" if words.startswith("下") else "") + WEEK[words[-1]]
    return DAYS[words]


def _days(text: str) -> Iterator[Limit]:
    for match in DAY.finditer(text):
        day, part = _day(match["day"]), PARTS.get(match["part"] or "", "night" if match["part"] == "夜" else "")
        if match["close"] and match["close"] != "上班":
            part = "end_of_business_day"
        elif match["close"]:
            part = "morning"
        yield Limit(minutes=None, until=_worded(day, part), start=match.start(), words=match.group())


def _worded(day: str, part: str) -> str:
    if day == "today" and part in {"evening", "night"}:
        return "tonight"
    if day == "today" and part == "end_of_business_day":
        return part
    return f"{day}_{part}" if part else day


def _dates(text: str) -> Iterator[Limit]:
    for match in DATE.finditer(text):
        month, day = number_of(match["month"]), number_of(match["day"])
        if month and day and month <= 12 and day <= 31:
            until = f"{int(month):02d}-{int(day):02d}"
            yield Limit(minutes=None, until=until, start=match.start(), words=match.group())


def _ends(text: str) -> Iterator[Limit]:
    for pattern, until in ENDS:
        for match in pattern.finditer(text):
            yield Limit(minutes=None, until=until, start=match.start(), words=match.group())
