"""The day that a token names, reckoned from today in China."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

import chinese_calendar

from warmwatt.quantities._calendar import CHINA
from warmwatt.quantities._limit_tokens import COUNT, DATE, MONTHS, NTH, WEEKDAYS, unit_of

SPRING_FESTIVAL = "Spring Festival"
# Where the year's calendar is not yet published, the earliest day on which the festival can fall.
EARLIEST_FESTIVAL = (1, 21)


def day_named(words: str, now: datetime) -> date | None:
    """This function will return the day that a token names, or None where it names none."""
    today = now.astimezone(CHINA).date()
    if words.removeprefix("next_") in WEEKDAYS:
        return _weekday(words, today)
    if found := DATE.fullmatch(words):
        return _dated(found, today)
    if found := NTH.fullmatch(words):
        return _nth(int(found[1]), today, months=1 if found[2] else 0)
    if words in MONTHS:
        return end_of_month(today, months=(MONTHS.index(words) + 1 - today.month) % 12)
    if (found := COUNT.fullmatch(words)) and unit_of(found) == "days":
        return today + timedelta(days=int(found[1]))
    return _period(words, today)


def end_of_month(today: date, *, months: int) -> date:
    """This function will return the last day of the month, so many months from now."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _period(words: str, today: date) -> date | None:
    sunday = today + timedelta(days=6 - today.weekday())
    days = {
        "": today,
        "today": today,
        "tomorrow": today + timedelta(days=1),
        "next_day": today + timedelta(days=1),
        "day_after_tomorrow": today + timedelta(days=2),
        "this_week": sunday,
        "weekend": sunday,
        "end_of_week": sunday,
        "next_week": sunday + timedelta(days=7),
        "end_of_month": end_of_month(today, months=0),
        "next_month": end_of_month(today, months=1),
        "next_bill": end_of_month(today, months=1),
        "end_of_year": date(today.year, 12, 31),
        "next_year": date(today.year + 1, 12, 31),
    }
    return _before_spring_festival(today) if words == "before_new_year" else days.get(words)


def _weekday(words: str, today: date) -> date:
    """下周一 is Monday of the next calendar week; a bare 周五 is the coming one, today's included."""
    target = WEEKDAYS.index(words.removeprefix("next_"))
    if words.startswith("next_"):
        return today + timedelta(days=7 - today.weekday() + target)
    return today + timedelta(days=(target - today.weekday()) % 7)


def _dated(found: re.Match[str], today: date) -> date:
    month, day = int(found[2]), int(found[3])
    if found[1]:
        return date(int(found[1]), month, day)
    this_year = _within_month(today.year, month, day)
    return this_year if this_year >= today else _within_month(today.year + 1, month, day)


def _nth(day: int, today: date, *, months: int) -> date:
    """二十号 is of this month, or of the next where it is past; a month too short ends with its last day."""
    last = end_of_month(today, months=months)
    found = _within_month(last.year, last.month, day)
    return found if found >= today else _nth(day, today, months=months + 1)


def _within_month(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _before_spring_festival(today: date) -> date:
    for year in (today.year, today.year + 1):
        eve = _festival(year) - timedelta(days=1)
        if eve >= today:
            return eve
    return date(today.year + 1, *EARLIEST_FESTIVAL)


def _festival(year: int) -> date:
    days = (date(year, 1, 15) + timedelta(days=count) for count in range(45))
    try:
        found = (day for day in days if chinese_calendar.get_holiday_detail(day)[1] == SPRING_FESTIVAL)
        return next(found, date(year, *EARLIEST_FESTIVAL))
    except NotImplementedError:
        return date(year, *EARLIEST_FESTIVAL)
