"""Spoken limits: durations in minutes, worded limits resolved over holidays and make-up workdays."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.quantities import CHINA, WorkingCalendar
from warmwatt.understanding import SpokenPromise
from warmwatt.understanding._limits import limits_in, resolve_limit

CALENDAR = WorkingCalendar()


def limit(text: str) -> int | str | None:
    found = limits_in(text)
    return (found[0].minutes if found[0].minutes is not None else found[0].until) if found else None


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("半小时内", 30), ("一个半小时", 90), ("两个半小时之内", 150), ("两三天", 4320), ("48小时内", 2880),
        ("一刻钟", 15), ("三到五天", 7200), ("四十五分钟", 45), ("一周内", 10_080), ("二十来分钟", 20),
        ("半天", 720), ("一个月内", 43_200), ("3个工作日", "3_working_days"), ("五到七个工作日", "7_working_days"),
        ("一两个工作日", "2_working_days"), ("下午六点前", "18:00"), ("今晚九点", "21:00"), ("晚上八点半", "20:30"),
        ("明早九点", "tomorrow_09:00"), ("后天上午", "day_after_tomorrow_morning"),
        ("周三下午", "wednesday_afternoon"), ("周三下午两点", "wednesday_14:00"), ("下周一", "next_monday"),
        ("下礼拜三", "next_wednesday"), ("今天之内", "today"), ("今晚", "tonight"), ("月底", "end_of_month"),
        ("下班前", "end_of_business_day"), ("明天下班前", "tomorrow_end_of_business_day"), ("周五前", "friday"),
        ("12月1号之前", "12-01"), ("20:50前", "20:50"), ("凌晨两点", "02:00"), ("中午十二点", "12:00"),
        ("停了三个小时了", None), ("提前七天通知", None), ("24小时热线", None), ("第三天", None),
        ("每隔两天", None), ("这个月32天", None),
    ],
)  # fmt: skip
def test_limit_is_read_as_said(said: str, wanted: int | str | None) -> None:
    assert limit(said) == wanted


def test_delay_is_added_to_the_time_first_told() -> None:
    assert limit("原定下午五点送电，要推迟半个小时到一个小时") == "18:00"


@pytest.mark.parametrize(
    ("minutes", "until", "now", "due"),
    [
        (2880, None, "2026-09-30T16:00", "2026-10-02T16:00"),
        (None, "1_working_days", "2026-09-30T16:00", "2026-10-08T17:30"),
        (None, "3_working_days", "2026-02-13T10:00", "2026-02-25T17:30"),
        (None, "end_of_business_day", "2026-11-20T18:00", "2026-11-23T17:30"),
        (None, "tomorrow_09:00", "2026-11-20T18:00", "2026-11-21T09:00"),
        (None, "18:00", "2026-11-20T17:00", "2026-11-20T18:00"),
        (None, "next_monday", "2026-11-20T17:00", "2026-11-23T23:59"),
        (None, None, "2026-11-20T17:00", None),
    ],
)
def test_due_time_is_reckoned_over_holidays(minutes: int | None, until: str | None, now: str, due: str | None) -> None:
    promise = SpokenPromise(kind="callback", minutes=minutes, until=until)
    moment = datetime.fromisoformat(now).replace(tzinfo=CHINA)
    wanted = datetime.fromisoformat(due).replace(tzinfo=CHINA) if due else None
    assert resolve_limit(promise, now=moment, calendar=CALENDAR) == wanted


@given(st.text(max_size=300))
def test_reading_limits_never_raises(text: str) -> None:
    limits_in(text)
