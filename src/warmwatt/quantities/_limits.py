"""Time limits as people say them: minutes, or words such as "by the end of business", made into a due time."""

import re
from datetime import date, datetime, time, timedelta

from warmwatt.quantities._calendar import CHINA, WorkingCalendar
from warmwatt.quantities._limit_days import day_named, end_of_month
from warmwatt.quantities._limit_tokens import CLOCK, CLOSE, COUNT, LAST_MINUTE, PARTS, day_and_part, unit_of

MOST_WORKING_DAYS = 1000
HALF_A_DAY = timedelta(hours=12)


def resolve_limit(
    *, minutes: int | None, until: str | None, now: datetime, calendar: WorkingCalendar, either_half: bool = False
) -> datetime | None:
    """This function will return the aware time at which a limit ends, or None where none was said or understood.

    Minutes count from `now`; worded limits are of China time, and a day without an hour ends with the day. A bare clock
    hour of `either_half` of the day (八点) is the next such hour after `now`.
    """
    words = (until or "").strip().lower()
    if minutes is None and not words:
        return None
    try:
        if minutes is not None:
            return now + timedelta(minutes=minutes)
        if either_half and (clock := CLOCK.fullmatch(words)):
            return _next_of_either_half(_clock_time(clock), now)
        return _counted(words, now, calendar) or _dated(words, now, calendar)
    except (ValueError, OverflowError):
        return None


def _next_of_either_half(clock: time, now: datetime) -> datetime:
    due = datetime.combine(now.astimezone(CHINA).date(), clock, CHINA) - HALF_A_DAY
    while due <= now:
        due += HALF_A_DAY
    return due


def _counted(words: str, now: datetime, calendar: WorkingCalendar) -> datetime | None:
    found = COUNT.fullmatch(words)
    if found is None:
        return None
    count, unit = int(found[1]), unit_of(found)
    if unit == "working_days":
        return calendar.add_working_days(now, min(count, MOST_WORKING_DAYS))
    if unit == "months":
        return _last_minute_of(end_of_month(now.astimezone(CHINA).date(), months=count))
    spans = {"days": timedelta(days=count), "hours": timedelta(hours=count), "weeks": timedelta(weeks=count)}
    return now + spans[unit]


def _dated(words: str, now: datetime, calendar: WorkingCalendar) -> datetime | None:
    if words == CLOSE:
        return calendar.next_close(now)
    if re.match(r"\d{4}-\d{2}-\d{2}t", words):
        return _aware(datetime.fromisoformat(words.upper()))
    whole = day_named(words, now)
    if whole is not None:
        return _last_minute_of(whole)
    day_words, part = day_and_part(words)
    day = day_named(day_words, now)
    if day is None:
        return None
    if part == CLOSE:
        return calendar.close_of(day)
    due = datetime.combine(day, _hour(part), CHINA)
    # A bare clock time that is already past means tomorrow's.
    return due + timedelta(days=1) if not day_words and due <= now else due


def _hour(part: str) -> time:
    found = CLOCK.fullmatch(part)
    return _clock_time(found) if found else PARTS[part]


def _clock_time(clock: re.Match[str]) -> time:
    hour, minute = int(clock[1]), int(clock[2])
    return LAST_MINUTE if hour == 24 else time(hour, minute)


def _last_minute_of(day: date) -> datetime:
    return datetime.combine(day, LAST_MINUTE, CHINA)


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=CHINA)
