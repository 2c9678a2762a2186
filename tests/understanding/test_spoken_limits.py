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
        ("三点前", "15:00"), ("六点半左右", "18:30"), ("明天七点半", "tomorrow_07:30"), ("九点", "09:00"),
        ("两点到四点之间", "16:00"), ("周四下午两点到四点", "thursday_16:00"),
        ("周六上午九点到十一点", "saturday_11:00"),
        ("明天中午前", "tomorrow_12:00"), ("傍晚前", "this_evening"), ("天黑前", "this_evening"),
        ("后半夜能好", "tonight"),
        ("今天下午", "this_afternoon"), ("这周之内", "this_week"), ("一个工作日内", "1_working_day"),
        ("约在二十号", "20th"), ("下个月一号", "1st_of_next_month"), ("排在十月", "october"), ("下期账单", "next_bill"),
        ("一小时二十分钟", 80), ("每两小时跟您说一次", 120), ("要是半小时没到", 30), ("再有一个钟头", 60),
        ("差一分钟", None), ("昨天下午", None), ("每天晚上", None), ("八年前", None), ("3号楼", None),
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


def test_day_carries_on_to_the_hour_said_after_it() -> None:
    assert [found.until for found in limits_in("明天上午我去问审核,中午给您回话")] == [
        "tomorrow_morning",
        "tomorrow_12:00",
    ]


def test_today_ends_the_day_before_it() -> None:
    assert [found.until for found in limits_in("明天再换,今晚八点前先送上")] == ["tomorrow", "20:00"]


def test_length_without_a_unit_takes_the_one_before() -> None:
    assert [found.minutes for found in limits_in("快的话二十分钟,最慢不超过四十")] == [20, 40]


def test_bare_hour_knows_that_it_may_be_of_either_half() -> None:
    assert [found.either_half for found in limits_in("八点前,晚上九点前,明天十点前,13点前")] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(("at", "due"), [("10:00", "20:00"), ("06:30", "08:00"), ("21:00", "08:00")])
def test_bare_hour_is_due_at_the_next_such_hour(at: str, due: str) -> None:
    promise = SpokenPromise(kind="callback", until="20:00", either_half=True)
    now = datetime.fromisoformat(f"2026-11-20T{at}").replace(tzinfo=CHINA)
    found = resolve_limit(promise, now=now, calendar=CALENDAR)
    assert found is not None
    assert found.strftime("%H:%M") == due


DAYS = ["", "今天", "明天", "后天", "大后天", "周四", "下周一", "礼拜天", "明", "今", "本周五", "第二天", "当天"]
PARTS = ["", "凌晨", "一早", "上午", "中午", "下午", "傍晚", "晚上", "夜里", "早", "晚", "下班前", "上班"]
HOURS = ["", "三点", "八点半", "十二点", "两点到四点", "11点一刻", "20:45", "二十四点"]
ALONE = [
    "月底前", "年底", "春节前", "下周", "下个月", "下个月五号", "二十号", "排在三月", "下期账单", "周末", "这周内",
    "三个工作日内", "一个工作日", "半个月", "两天", "天亮前", "后半夜才能", "明年", "12月1号", "2月30号", "下班前",
]  # fmt: skip


@given(
    st.one_of(st.tuples(st.sampled_from(DAYS), st.sampled_from(PARTS), st.sampled_from(HOURS)).map("".join),
              st.sampled_from(ALONE)),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),
)  # fmt: skip
def test_every_limit_that_is_read_has_a_due_time(said: str, wall: datetime) -> None:
    now = wall.replace(tzinfo=CHINA)
    for found in limits_in(f"{said},给您回话"):
        promise = SpokenPromise(kind="callback", minutes=found.minutes, until=found.until)
        assert resolve_limit(promise, now=now, calendar=CALENDAR) is not None, (said, found)


@given(st.text(max_size=300))
def test_reading_limits_never_raises(text: str) -> None:
    limits_in(text)
