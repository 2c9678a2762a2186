"""When power will be back: told late rather than early, and never in the past."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.desk.demo._history import CAUSES, demo_history
from warmwatt.handbook import RestorationHistory, shipped_handbook
from warmwatt.outages import (
    ClosedOutage,
    estimate_restoration,
    learn_restoration,
    promised_restoration,
    round_as_spoken,
    say_time,
)
from warmwatt.quantities import CHINA, unexplained_parts

HANDBOOK = shipped_handbook("jiangzhou")
HISTORY = HANDBOOK.one(RestorationHistory, "jiangzhou.history")
PROMISED = promised_restoration(handbook=HANDBOOK)
NOW = datetime(2026, 11, 23, 19, 42, tzinfo=CHINA)


def estimate(*, out=20, history=HISTORY, **known):
    """The estimate for an outage that began `out` minutes ago."""
    began_at = NOW - timedelta(minutes=out)
    return estimate_restoration(now=NOW, began_at=began_at, promised=PROMISED, history=history, **known)


@given(
    out=st.integers(-600, 10_000),
    cause=st.sampled_from(["", "不明", *CAUSES]),
    customers=st.integers(1, 10_000),
    history=st.sampled_from([None, HISTORY]),
    area=st.sampled_from(["city", "rural", "remote"]),
)
def test_quantiles_rise_and_what_is_told_lies_ahead(out, cause, customers, history, area):
    found = estimate(out=out, cause=cause, customers=customers, history=history, area=area)
    assert found.p50 <= found.p80 <= found.p95
    assert found.told.value >= NOW
    assert found.told.value >= found.p80
    assert unexplained_parts(found.told) == ()


def test_as_time_passes_the_expected_end_never_moves_earlier():
    ends = [
        estimate_restoration(
            now=NOW + timedelta(minutes=passed),
            began_at=NOW,
            promised=PROMISED,
            history=HISTORY,
            cause="树木碰线",
            customers=300,
        ).p80
        for passed in (0, 60, 120, 240, 480, 960)
    ]
    assert ends == sorted(ends)


def test_without_history_the_promise_of_the_area_is_told():
    city, rural = estimate(out=0, history=None), estimate(out=0, history=None, area="rural")
    assert city.p80 - NOW == pytest.approx(timedelta(minutes=225), abs=timedelta(seconds=1))
    assert rural.p80 - NOW == pytest.approx(timedelta(minutes=330), abs=timedelta(seconds=1))
    assert city.basis == "restoration/standards/restoration.promise#city"


def test_an_unknown_cause_falls_back_to_all_outages_of_the_size():
    found = estimate(cause="从没见过", customers=30)
    assert HISTORY.rows[int(found.basis.split("#")[1])].cause == ""


def test_eight_in_ten_later_outages_end_by_the_p80():
    """Learned from two thirds of the synthetic history, tried on the last third."""
    outages = sorted(demo_history(), key=lambda one: one.began_at)
    cut = len(outages) * 2 // 3
    learned = HISTORY.model_copy(update={"rows": learn_restoration(outages[:cut])})
    kept = [
        one.ended_at
        <= estimate_restoration(
            now=one.began_at, began_at=one.began_at, promised=PROMISED, history=learned, cause=one.cause,
            customers=one.customers,
        ).p80
        for one in outages[cut:]
    ]  # fmt: skip
    assert 0.77 <= sum(kept) / len(kept) <= 0.84


def test_the_shipped_table_is_what_the_synthetic_history_teaches():
    assert learn_restoration(demo_history()) == HISTORY.rows


def test_restored_before_started_is_passed_over():
    wrong = ClosedOutage(cause="", customers=1, began_at=NOW, ended_at=NOW - timedelta(hours=1))
    assert learn_restoration([wrong]) == ()


@pytest.mark.parametrize(
    ("hour", "minute", "days", "said"),
    [
        (21, 30, 0, "今天晚上9点半"),
        (10, 0, 1, "明天上午10点"),
        (15, 20, 2, "后天下午3点20分"),
        (0, 0, 1, "今天晚上12点"),
        (0, 30, 1, "今天晚上12点半"),
        (12, 0, 1, "明天中午12点"),
        (8, 0, 9, "12月2日上午8点"),
    ],
)
def test_a_time_is_said_as_people_say_it(hour, minute, days, said):
    moment = NOW.replace(hour=hour, minute=minute) + timedelta(days=days)
    assert say_time(moment, now=NOW) == said


@given(st.integers(0, 3_000))
def test_rounding_never_promises_earlier(minutes):
    moment = NOW + timedelta(minutes=minutes, seconds=7)
    spoken = round_as_spoken(moment, now=NOW)
    assert timedelta(0) <= spoken - moment < timedelta(hours=1)
