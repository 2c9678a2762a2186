"""Time limits as people say them."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.quantities import CHINA, WorkingCalendar, resolve_limit, spoken_limit

TUESDAY = datetime(2026, 2, 24, 11, 15, tzinfo=CHINA)  # the first working day after the Spring Festival holiday
CALENDAR = WorkingCalendar()


def due(until: str | None, minutes: int | None = None, now: datetime = TUESDAY) -> str | None:
    found = resolve_limit(minutes=minutes, until=until, now=now, calendar=CALENDAR)
    return found.astimezone(CHINA).strftime("%m-%d %H:%M") if found else None


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("end_of_business_day", "02-24 17:30"),
        ("today", "02-24 23:59"),
        ("tonight", "02-24 23:59"),
        ("18:00", "02-24 18:00"),
        ("09:00", "02-25 09:00"),
        ("24:00", "02-24 23:59"),
        ("tomorrow", "02-25 23:59"),
        ("tomorrow_09:00", "02-25 09:00"),
        ("tomorrow_morning", "02-25 12:00"),
        ("tomorrow_end_of_business_day", "02-25 17:30"),
        ("day_after_tomorrow_morning", "02-26 12:00"),
        ("friday", "02-27 23:59"),
        ("tuesday", "02-24 23:59"),
        ("wednesday_morning", "02-25 12:00"),
        ("next_monday", "03-02 23:59"),
        ("3_working_days", "02-27 17:30"),
        ("1_working_day", "02-25 17:30"),
        ("tomorrow_12:00", "02-25 12:00"),
        ("tomorrow_early_morning", "02-25 06:00"),
        ("this_afternoon", "02-24 18:00"),
        ("this_evening", "02-24 22:00"),
        ("3_days_morning", "02-27 12:00"),
        ("this_week", "03-01 23:59"),
        ("weekend", "03-01 23:59"),
        ("20th", "03-20 23:59"),
        ("31st_of_next_month", "03-31 23:59"),
        ("october", "10-31 23:59"),
        ("february", "02-28 23:59"),
        ("next_bill", "03-31 23:59"),
        ("next_year", "12-31 23:59"),
        ("before_new_year", "01-20 23:59"),
        ("2_days", "02-26 11:15"),
        ("end_of_week", "03-01 23:59"),
        ("end_of_month", "02-28 23:59"),
        ("next_month", "03-31 23:59"),
        ("2026-03-05", "03-05 23:59"),
        ("03-05_14:30", "03-05 14:30"),
        ("2026-03-05T14:30:00+08:00", "03-05 14:30"),
    ],
)
def test_worded_limit_ends_at_its_time(until: str, expected: str) -> None:
    assert due(until) == expected


def test_minutes_count_from_now() -> None:
    assert due(None, minutes=45) == "02-24 12:00"


def test_holidays_are_no_working_days() -> None:
    eve_of_national_day = datetime(2025, 9, 30, 10, tzinfo=CHINA)
    assert due("1_working_days", now=eve_of_national_day) == "10-09 17:30"


def test_end_of_business_after_hours_is_the_next_working_day() -> None:
    friday_evening = datetime(2026, 11, 20, 19, tzinfo=CHINA)
    assert due("end_of_business_day", now=friday_evening) == "11-23 17:30"


@pytest.mark.parametrize("until", [None, "", "soon", "99:99", "13-45", "february_30"])
def test_unknown_limit_has_no_due_time(until: str | None) -> None:
    assert due(until) is None


@given(st.text(max_size=30))
def test_any_words_are_survived(words: str) -> None:
    resolve_limit(minutes=None, until=words, now=TUESDAY, calendar=CALENDAR)
    spoken_limit(minutes=None, until=words)


@pytest.mark.parametrize(
    ("minutes", "until", "spoken"),
    [
        (45, None, "45分钟内"),
        (2880, None, "48小时内"),
        (None, "3_working_days", "3个工作日内"),
        (None, "tomorrow_09:00", "明天9点前"),
        (None, "wednesday_morning", "周三上午"),
        (None, "end_of_business_day", "下班前"),
        (None, None, ""),
    ],
)
def test_limit_is_said_in_plain_chinese(minutes: int | None, until: str | None, spoken: str) -> None:
    assert spoken_limit(minutes=minutes, until=until) == spoken


@pytest.mark.parametrize(
    ("hour", "at", "expected"),
    [
        ("08:00", "07:10", "02-24 08:00"),
        ("08:00", "11:15", "02-24 20:00"),
        ("20:00", "21:30", "02-25 08:00"),
        ("15:00", "14:00", "02-24 15:00"),
        ("15:00", "01:00", "02-24 03:00"),
        ("11:00", "23:30", "02-25 11:00"),
    ],
)
def test_bare_hour_of_either_half_is_the_next_such_hour(hour: str, at: str, expected: str) -> None:
    now = datetime.fromisoformat(f"2026-02-24T{at}").replace(tzinfo=CHINA)
    found = resolve_limit(minutes=None, until=hour, now=now, calendar=CALENDAR, either_half=True)
    assert found is not None
    assert found.strftime("%m-%d %H:%M") == expected


@given(st.integers(0, 23), st.integers(0, 59), st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)))
def test_either_half_is_within_twelve_hours(hour: int, minute: int, wall: datetime) -> None:
    now = wall.replace(tzinfo=CHINA)
    found = resolve_limit(minutes=None, until=f"{hour:02d}:{minute:02d}", now=now, calendar=CALENDAR, either_half=True)
    assert found is not None
    assert now < found <= now + timedelta(hours=12)
