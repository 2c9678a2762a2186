"""Time limits as people say them: minutes, or words such as "by the end of business", made into a due time.

A worded limit is written in plain tokens, joined by underscores: a day (`today`, `tomorrow`, `day_after_tomorrow`,
`friday`, `next_monday`, `2026-11-30`, `11-30`), a part of the day (`morning`, `noon`, `afternoon`, `evening`, `night`,
`end_of_business_day`, `18:00`), or both (`tomorrow_09:00`); a count (`3_working_days`, `2_days`, `2_weeks`,
`1_months`); or an end (`end_of_week`, `end_of_month`, `end_of_year`, `next_week`, `next_month`).
"""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from warmwatt.quantities._calendar import CHINA, WorkingCalendar

LAST_MINUTE = time(23, 59)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CLOSE = "end_of_business_day"
PARTS = {
    "early": time(9),
    "morning": time(12),
    "noon": time(14),
    "afternoon": time(18),
    "evening": time(22),
    "night": LAST_MINUTE,
    "tonight": LAST_MINUTE,
    "end_of_day": LAST_MINUTE,
    "midnight": LAST_MINUTE,
}
SPOKEN_PARTS = {
    "early": "一早",
    "morning": "上午",
    "noon": "中午",
    "afternoon": "下午",
    "evening": "晚上",
    "night": "夜里",
    "tonight": "今晚",
    "end_of_day": "当天",
    "midnight": "半夜十二点",
    CLOSE: "下班前",
}
SPOKEN_DAYS = {
    "today": "今天",
    "tomorrow": "明天",
    "day_after_tomorrow": "后天",
    "end_of_week": "本周末",
    "this_week": "本周内",
    "next_week": "下周内",
    "end_of_month": "本月底",
    "next_month": "下个月",
    "end_of_year": "年底",
    **{name: f"周{day}" for name, day in zip(WEEKDAYS, "一二三四五六日", strict=True)},
    **{f"next_{name}": f"下周{day}" for name, day in zip(WEEKDAYS, "一二三四五六日", strict=True)},
}
COUNT = re.compile(r"(\d+)_(working_days|workdays|days|hours|weeks|months)")
SPOKEN_UNITS = {
    "working_days": "个工作日",
    "workdays": "个工作日",
    "days": "天",
    "hours": "小时",
    "weeks": "周",
    "months": "个月",
}
CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
DATE = re.compile(r"(?:(\d{4})-)?(\d{1,2})-(\d{1,2})")


def resolve_limit(
    *, minutes: int | None, until: str | None, now: datetime, calendar: WorkingCalendar
) -> datetime | None:
    """This function will return the aware time at which a limit ends, or None where none was said or understood.

    Minutes count from `now`; worded limits are of China time, and a day without an hour ends with the day.
    """
    words = (until or "").strip().lower()
    if minutes is None and not words:
        return None
    try:
        if minutes is not None:
            return now + timedelta(minutes=minutes)
        return _counted(words, now, calendar) or _dated(words, now, calendar)
    except (ValueError, OverflowError):
        return None


def spoken_limit(*, minutes: int | None, until: str | None) -> str:
    """This function will return the limit as one says it in Chinese (48小时内, 周五上午); empty where there is none."""
    if minutes is not None:
        return f"{minutes // 60}小时内" if minutes % 60 == 0 and minutes else f"{minutes}分钟内"
    words = (until or "").strip().lower()
    if found := COUNT.fullmatch(words):
        return f"{found[1]}{SPOKEN_UNITS[found[2]]}内"
    day, part = _split(words)
    dated = DATE.fullmatch(day)
    spoken_day = f"{int(dated[2])}月{int(dated[3])}日" if dated else SPOKEN_DAYS.get(day, "")
    clock = CLOCK.fullmatch(part)
    return spoken_day + (_spoken_clock(clock) if clock else SPOKEN_PARTS.get(part, ""))


def _spoken_clock(clock: re.Match[str]) -> str:
    return f"{int(clock[1])}点前" if clock[2] == "00" else f"{int(clock[1])}点{clock[2]}分前"


def _counted(words: str, now: datetime, calendar: WorkingCalendar) -> datetime | None:
    found = COUNT.fullmatch(words)
    if found is None:
        return None
    count, unit = int(found[1]), found[2]
    if unit in {"working_days", "workdays"}:
        return calendar.add_working_days(now, min(count, 1000))
    if unit == "months":
        return _end_of_month(now.astimezone(CHINA).date(), months=count)
    spans = {"days": timedelta(days=count), "hours": timedelta(hours=count), "weeks": timedelta(weeks=count)}
    return now + spans[unit]


def _dated(words: str, now: datetime, calendar: WorkingCalendar) -> datetime | None:
    if words == CLOSE:
        return calendar.next_close(now)
    if re.match(r"\d{4}-\d{2}-\d{2}t", words):
        return _aware(datetime.fromisoformat(words.upper()))
    day_words, part = _split(words)
    day = _day(day_words, now)
    if day is None:
        return None
    if part == CLOSE:
        return calendar.close_of(day)
    due = datetime.combine(day, _hour(part), CHINA)
    # A bare clock time that is already past means tomorrow's.
    return due + timedelta(days=1) if not day_words and due <= now else due


def _split(words: str) -> tuple[str, str]:
    """The day and the part of the day; either may be empty."""
    if words in SPOKEN_DAYS or DATE.fullmatch(words):
        return words, ""
    for part in (*PARTS, CLOSE):
        if words == part or words.endswith(f"_{part}"):
            return words[: -len(part)].rstrip("_"), part
    found = re.fullmatch(r"(?:(.*)_)?(\d{1,2}:\d{2})", words)
    return (found[1] or "", found[2]) if found else (words, "")


def _hour(part: str) -> time:
    if found := CLOCK.fullmatch(part):
        hour, minute = int(found[1]), int(found[2])
        return LAST_MINUTE if hour == 24 else time(hour, minute)
    return PARTS.get(part, LAST_MINUTE)


def _day(words: str, now: datetime) -> date | None:
    today = now.astimezone(CHINA).date()
    if words.removeprefix("next_") in WEEKDAYS:
        return _weekday(words, today)
    if found := DATE.fullmatch(words):
        return _named_date(found, today)
    sunday = today + timedelta(days=6 - today.weekday())
    return {
        "": today,
        "today": today,
        "tomorrow": today + timedelta(days=1),
        "day_after_tomorrow": today + timedelta(days=2),
        "this_week": sunday,
        "end_of_week": sunday,
        "next_week": sunday + timedelta(days=7),
        "end_of_month": _end_of_month(today, months=0).date(),
        "next_month": _end_of_month(today, months=1).date(),
        "end_of_year": date(today.year, 12, 31),
    }.get(words)


def _weekday(words: str, today: date) -> date:
    """下周一 is Monday of the next calendar week; a bare 周五 is the coming one, today's included."""
    target = WEEKDAYS.index(words.removeprefix("next_"))
    if words.startswith("next_"):
        return today + timedelta(days=7 - today.weekday() + target)
    return today + timedelta(days=(target - today.weekday()) % 7)


def _named_date(found: re.Match[str], today: date) -> date:
    month, day = int(found[2]), int(found[3])
    if found[1]:
        return date(int(found[1]), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _end_of_month(today: date, *, months: int) -> datetime:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return datetime.combine(date(year, month + 1, last), LAST_MINUTE, CHINA)


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=CHINA)
