"""Telling a bill: the words carry the numbers, and the causes of a change add up to it."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.billing._terms import on

from warmwatt.billing import Household, PriceBook, Usage, explain_bill, rate, why_changed
from warmwatt.handbook import PriceSchedule, shipped_handbook
from warmwatt.quantities import DatePeriod, unexplained_parts

TARIFF = PriceBook.of(shipped_handbook("jiangzhou").of(PriceSchedule)).by_id("jiangzhou.residential")
AUGUST = DatePeriod(start=date(2026, 8, 1), end=date(2026, 9, 1))
SEPTEMBER = DatePeriod(start=date(2026, 9, 1), end=date(2026, 10, 1))


def bill(period, accumulated, household=None, **used):
    """A Jiangzhou bill."""
    return rate(
        contract=on(TARIFF, bands="peak" in used, household=household),
        usage=Usage.kwh(**used),
        period=period,
        accumulated=accumulated * 100,
    )


def test_a_bill_that_crosses_a_tier_is_told_by_part():
    told = explain_bill(bill(SEPTEMBER, 2700, peak=300, valley=120))
    for said in (
        "9月1日到9月30日",
        "峰时300度",
        "谷时120度",
        "累计用到3120度",
        "360度进入第二档",
        "每度多5分钱",
        "228.49元",
    ):
        assert said in told
    assert "《江州市居民生活用电价格表（演示）》" in told


def test_a_bill_within_the_first_tier_says_so():
    assert "还在第一档" in explain_bill(bill(AUGUST, 100, total=300))


def test_an_unverified_price_is_not_told_as_official(book):
    guess = rate(contract=on(book.by_id("sichuan.residential")), usage=Usage.kwh(total=300), period=SEPTEMBER)
    assert "还在核实" in explain_bill(guess)


def test_crossing_a_tier_is_named_among_the_causes():
    change = why_changed(bill(AUGUST, 2070, total=430), bill(SEPTEMBER, 2500, total=612))
    assert change.value.in_yuan == Decimal("113.75")
    assert {cause.name for cause in change.inputs} == {
        "billing.change.daily",
        "billing.change.days",
        "billing.change.position",
    }


def test_the_same_bill_twice_has_no_causes():
    same = bill(AUGUST, 0, total=300)
    assert why_changed(same, same).value.units == 0


USED = st.integers(0, 5_000)


@given(first=USED, peak=USED, valley=USED, before=USED, later=USED, people=st.integers(0, 7), poor=st.booleans())
def test_causes_add_up_to_the_difference_to_the_fen(*, first, peak, valley, before, later, people, poor):
    ours = bill(AUGUST, before, total=first)
    theirs = bill(SEPTEMBER, later, Household(people=people, low_income=poor), peak=peak, valley=valley)
    change = why_changed(ours, theirs)
    assert unexplained_parts(change) == ()
    assert change.value == theirs.total.value - ours.total.value
    assert why_changed(theirs, ours).value == -change.value
