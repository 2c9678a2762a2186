"""Rating: exact, the same however the year is cut, and refused in words where it cannot be done."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.billing._terms import on

from warmwatt.billing import Household, PriceBook, UnableToRate, Usage, cycle_start, plain_lines, rate, rate_fen
from warmwatt.handbook import PriceSchedule, shipped_handbook
from warmwatt.quantities import DatePeriod, unexplained_parts

BOOK = PriceBook.of(shipped_handbook("jiangzhou").of(PriceSchedule))
MONTH = DatePeriod(start=date(2026, 9, 1), end=date(2026, 10, 1))
CENTI_KWH = st.integers(0, 900_000)
TARIFFS = st.sampled_from([tariff for tariff in BOOK.tariffs.values() if tariff.schedule.in_force(MONTH.start)])
HOUSEHOLDS = st.builds(Household, people=st.integers(0, 8), low_income=st.booleans())


@given(tariff=TARIFFS, used=CENTI_KWH, before=CENTI_KWH, household=HOUSEHOLDS)
def test_every_bill_is_explained_and_its_lines_add_up(tariff, used, before, household):
    bill = rate(contract=on(tariff, household=household), usage=Usage(total=used), period=MONTH, accumulated=before)
    assert unexplained_parts(bill.total) == ()
    assert bill.total.value.units % 100 == 0


@given(tariff=TARIFFS, used=st.lists(CENTI_KWH, min_size=5, max_size=5), before=CENTI_KWH, household=HOUSEHOLDS)
def test_every_bill_by_bands_adds_up_to_the_short_total(tariff, used, before, household):
    if not tariff.bands:
        with pytest.raises(UnableToRate, match="没有可用的峰谷"):
            rate(contract=on(tariff, bands=True), usage=Usage.kwh(peak=1), period=MONTH)
        return
    bands = dict(zip(tariff.bands[MONTH.start.month], used, strict=False))
    whole = {
        "contract": on(tariff, bands=True, household=household),
        "usage": Usage(total=sum(bands.values()), bands=bands),
        "period": MONTH,
        "accumulated": before,
    }
    bill = rate(**whole)
    assert unexplained_parts(bill.total) == ()
    assert rate_fen(**whole) * 100 == bill.total.value.units


@given(tariff=TARIFFS, used=CENTI_KWH, more=CENTI_KWH, before=CENTI_KWH)
def test_more_use_never_costs_less(tariff, used, more, before):
    less_fen = rate_fen(contract=on(tariff), usage=Usage(total=used), period=MONTH, accumulated=before)
    more_fen = rate_fen(contract=on(tariff), usage=Usage(total=used + more), period=MONTH, accumulated=before)
    assert less_fen <= more_fen


@given(first=CENTI_KWH, second=CENTI_KWH, before=CENTI_KWH)
def test_a_year_of_tiers_does_not_care_how_often_it_is_read(first, second, before):
    tariff = BOOK.by_id("jiangzhou.residential")
    whole = rate_fen(contract=on(tariff), usage=Usage(total=first + second), period=MONTH, accumulated=before)
    parts = rate_fen(contract=on(tariff), usage=Usage(total=first), period=MONTH, accumulated=before) + rate_fen(
        contract=on(tariff), usage=Usage(total=second), period=MONTH, accumulated=before + first
    )
    assert abs(whole - parts) <= 1


def test_a_large_family_has_higher_limits(jiangzhou, september):
    small = rate(contract=on(jiangzhou), usage=Usage.kwh(total=420), period=september, accumulated=270_000)
    large = rate(
        contract=on(jiangzhou, household=Household(people=5)),
        usage=Usage.kwh(total=420),
        period=september,
        accumulated=270_000,
    )
    assert small.total.value.in_yuan - large.total.value.in_yuan == Decimal("18.00")
    assert large.limits == (396_000, 600_000)


def test_free_energy_never_exceeds_what_was_used(jiangzhou, september):
    bill = rate(
        contract=on(jiangzhou, household=Household(low_income=True)), usage=Usage.kwh(total=9), period=september
    )
    assert bill.total.value.units == 0


def test_two_months_in_one_reading_have_two_months_of_monthly_limits(book):
    two = DatePeriod(start=date(2024, 3, 1), end=date(2024, 5, 1))
    assert rate(contract=on(book.by_id("fujian.residential")), usage=Usage.kwh(total=460), period=two).limits == (
        46_000,
        84_000,
    )


def test_shanghai_adds_by_band_once_the_crossing_month_is_over(book, september):
    tariff = book.by_id("shanghai.residential")
    crossing = rate(
        contract=on(tariff, bands=True), usage=Usage.kwh(peak=200, valley=100), period=september, accumulated=292_000
    )
    after = rate(
        contract=on(tariff, bands=True), usage=Usage.kwh(peak=200, valley=100), period=september, accumulated=322_000
    )
    assert [line.name for line in crossing.lines] == ["billing.band.peak", "billing.band.valley", "billing.surcharge.2"]
    assert [line.name for line in after.lines] == ["billing.band.peak", "billing.band.valley"]
    assert after.lines[0].value.in_yuan == 200 * Decimal("0.677")


def test_lines_become_plain_data(jiangzhou, september):
    lines = plain_lines(rate(contract=on(jiangzhou), usage=Usage.kwh(total=300), period=september))
    assert lines[0]["sentence"] == "第一档300度，每度0.5283元，是158.49元"
    assert lines[0]["rule"] == "prices/jiangzhou.residential#tiers.1"


def test_what_nearly_applied_is_set_aside_with_its_reason(jiangzhou, september):
    bill = rate(contract=on(jiangzhou, household=Household(people=4)), usage=Usage.kwh(total=300), period=september)
    assert [one.why_not for one in bill.total.set_aside] == [
        "登记人口不足5人",
        "没有登记低保或五保",
        "没有开通峰谷电价",
    ]


@pytest.mark.parametrize(
    ("schedule", "start"),
    [
        ("jiangzhou.residential", date(2026, 1, 1)),
        ("shaanxi.residential", date(2025, 7, 1)),
        ("fujian.residential", date(2026, 3, 1)),
    ],
    ids=["calendar year", "July to June", "month"],
)
def test_use_is_added_up_from_the_start_of_its_cycle(book, schedule, start):
    assert cycle_start(tariff=book.by_id(schedule), on=date(2026, 3, 14)) == start


class TestRefusals:
    def test_negative_use(self):
        with pytest.raises(UnableToRate, match="为负"):
            Usage.kwh(total=-1)

    def test_no_use_at_all(self):
        with pytest.raises(UnableToRate, match="没有用电量"):
            Usage.kwh()

    def test_bands_that_do_not_add_up(self):
        with pytest.raises(UnableToRate, match="不符"):
            Usage.kwh(total=100, peak=60, valley=50)

    def test_a_period_still_running(self, jiangzhou):
        with pytest.raises(UnableToRate, match="没有结束日期"):
            rate(contract=on(jiangzhou), usage=Usage.kwh(total=1), period=DatePeriod(start=date(2026, 1, 1)))

    def test_a_day_before_the_price_was_in_force(self, jiangzhou):
        long_ago = DatePeriod(start=date(2011, 1, 1), end=date(2011, 2, 1))
        with pytest.raises(UnableToRate, match="没有生效"):
            rate(contract=on(jiangzhou), usage=Usage.kwh(total=1), period=long_ago)

    def test_a_place_without_a_price(self, book):
        with pytest.raises(UnableToRate, match="没有生效"):
            book.find(place="火星", on=date(2026, 1, 1))


@given(
    st.builds(
        Household,
        people=st.integers(0, 20),
        low_income=st.booleans(),
        people_since=st.none() | st.dates(),
        shared=st.booleans(),
        electric_heating=st.booleans(),
    )
)
def test_a_household_reads_back_as_it_was_written(household):
    assert Household.read(household.written()) == household
