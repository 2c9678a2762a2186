"""Spoken time limits: a duration in minutes, or a worded limit in the tokens of `quantities.resolve_limit`."""

import re
from dataclasses import dataclass

from warmwatt.understanding._numerals import CHINESE, number_of

N = rf"(?:[0-9]+(?:\.[0-9]+)?|[{CHINESE}]+|几|半)"
MINUTES = {
    "分钟": 1,
    "分": 1,
    "刻钟": 15,
    "刻": 15,
    "小时": 60,
    "钟头": 60,
    "天": 1440,
    "日": 1440,
    "周": 10080,
    "星期": 10080,
    "礼拜": 10080,
}
UNIT = "分钟|刻钟|小时|钟头|个工作日|工作日|工作天|天|周|星期|礼拜|个月|月"
DURATION = re.compile(
    rf"(?:(?P<low>{N})(?:个)?(?:{UNIT})?(?:到|至|-|~|、|或者?))?(?P<number>{N})(?:个)?(?P<half>半)?(?:多)?(?P<unit>{UNIT})(?P<tail>半)?"
)
PAIRED = re.compile(r"^(一两|两三|三四|三五|四五|五六|七八|八九|六七)$")
CLOCK = re.compile(
    rf"(?P<day>今天|今晚|今夜|明天|明早|明晚|明儿|后天|当天|当晚)?(?P<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|早|夜里)?"
    rf"(?P<hour>[0-9]{{1,2}}|[{CHINESE}]{{1,3}})(?:点钟?|:|时)(?P<minute>半|一刻|三刻|[0-9]{{1,2}}|[{CHINESE}]{{1,3}})?(?:分)?"
)
DAYS = {
    "今天": "today",
    "今晚": "today",
    "今夜": "today",
    "当天": "today",
    "当晚": "today",
    "明天": "tomorrow",
    "明早": "tomorrow",
    "明晚": "tomorrow",
    "明儿": "tomorrow",
    "后天": "day_after_tomorrow",
    "大后天": "3_days",
}
WEEK = {
    "一": "monday",
    "二": "tuesday",
    "三": "wednesday",
    "四": "thursday",
    "五": "friday",
    "六": "saturday",
    "日": "sunday",
    "天": "sunday",
}
PARTS = {
    "上午": "morning",
    "早上": "morning",
    "中午": "noon",
    "下午": "afternoon",
    "晚上": "evening",
    "傍晚": "evening",
    "夜里": "night",
}
DAY = re.compile(rf"(?P<next>下(?:个)?)?(?:周|星期|礼拜)(?P<week>[一二三四五六日天])(?P<part>{'|'.join(PARTS)})?")
PLAIN_DAY = re.compile(rf"(?P<day>大后天|今天|今晚|明天|明早|明晚|后天|当天)(?P<part>{'|'.join(PARTS)})?")
ENDS = (
    (re.compile(r"下班(之)?前|下班以前"), "end_of_business_day"),
    (re.compile(r"(这个|本)?月底(之)?前?|月末"), "end_of_month"),
    (re.compile(r"(这个|本)?(周末|周内|礼拜内|星期内)"), "end_of_week"),
    (re.compile(r"年底"), "end_of_year"),
    (re.compile(r"下个?月"), "next_month"),
    (re.compile(r"下(个)?(周|星期|礼拜)(?![一二三四五六日天])"), "next_week"),
)
DELAY = re.compile(r"(推迟|延(后|迟|长)|晚|往后)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A limit as said: minutes or `until`, where in the text, and its words."""

    minutes: int | None
    until: str | None
    start: int
    words: str


def limits_in(text: str) -> tuple[Limit, ...]:
    """This function will return every time limit of a sentence, in order; the upper end of each range."""
    found = [*_clocks(text), *_days(text), *_ends(text), *_durations(text)]
    found.sort(key=lambda limit: (limit.start, -len(limit.words)))
    kept: list[Limit] = []
    for limit in found:
        if not kept or limit.start >= kept[-1].start + len(kept[-1].words):
            kept.append(limit)
    return _delayed(text, tuple(kept))


def _delayed(text: str, limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """原定五点，推迟半小时到一小时 means six: a delay is added to the clock before it."""
    if len(limits) >= 2 and limits[0].until and ":" in limits[0].until and limits[1].minutes and DELAY.search(text):
        head, _, clock = limits[0].until.rpartition("_")
        hour, minute = map(int, clock.split(":"))
        late = hour * 60 + minute + limits[1].minutes
        said = f"{late // 60 % 24:02d}:{late % 60:02d}"
        until = f"{head}_{said}" if head else said
        return (Limit(minutes=None, until=until, start=limits[0].start, words=limits[0].words), *limits[2:])
    return limits


def _durations(text: str) -> list[Limit]:
    found = []
    for match in DURATION.finditer(text):
        number = _count(match["number"])
        if number is None or _is_frequency(text, match):
            continue
        if match["half"] or match["tail"]:
            number += 0.5
        found.append(_duration(match, number))
    return found


def _is_frequency(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 3) : match.start()]
    return bool(re.search(r"(每|提前|等了|打了|停了|已经|过去|这|前)$", before)) or "第" in before[-1:]


def _duration(match: re.Match[str], number: float) -> Limit:
    unit = match["unit"]
    if "工作" in unit:
        return Limit(minutes=None, until=f"{int(number)}_working_days", start=match.start(), words=match.group())
    if "月" in unit:
        return Limit(minutes=None, until=f"{max(1, int(number))}_months", start=match.start(), words=match.group())
    return Limit(minutes=round(number * MINUTES[unit]), until=None, start=match.start(), words=match.group())


def _count(words: str) -> float | None:
    if words == "半":
        return 0.5
    if words == "几":
        return None
    if PAIRED.match(words):
        return number_of(words[-1])
    return number_of(words)


def _clocks(text: str) -> list[Limit]:
    found = []
    for match in CLOCK.finditer(text):
        hour = number_of(match["hour"])
        if hour is None or hour > 24 or text[match.end() : match.end() + 1] in {"公", "零", "多"}:
            continue
        clock = f"{_hour(int(hour), (match['part'] or '') + (match['day'] or '')):02d}:{_minute(match['minute']):02d}"
        day = DAYS.get(match["day"] or "", "today")
        until = clock if day == "today" else f"{day}_{clock}"
        found.append(Limit(minutes=None, until=until, start=match.start(), words=match.group()))
    return found


def _hour(hour: int, part: str) -> int:
    late = any(word in part for word in ("下午", "傍晚", "晚", "夜"))
    if late and hour < 12 and not ("夜" in part and hour < 5):
        return hour + 12
    return hour + 12 if "中午" in part and hour < 5 else hour % 24


def _minute(words: str | None) -> int:
    if not words:
        return 0
    fixed = {"半": 30, "一刻": 15, "三刻": 45}
    return fixed.get(words) if words in fixed else int(number_of(words) or 0)  # type: ignore[return-value]


def _days(text: str) -> list[Limit]:
    found = []
    for match in DAY.finditer(text):
        part = f"_{PARTS[match['part']]}" if match["part"] else ""
        day = ("next_" if match["next"] else "") + WEEK[match["week"]]
        found.append(Limit(minutes=None, until=day + part, start=match.start(), words=match.group()))
    for match in PLAIN_DAY.finditer(text):
        part = f"_{PARTS[match['part']]}" if match["part"] else ""
        if match["day"] == "今晚":
            part = "_evening"
        found.append(Limit(minutes=None, until=DAYS[match["day"]] + part, start=match.start(), words=match.group()))
    return found


def _ends(text: str) -> list[Limit]:
    return [
        Limit(minutes=None, until=until, start=match.start(), words=match.group())
        for pattern, until in ENDS
        for match in pattern.finditer(text)
    ]
