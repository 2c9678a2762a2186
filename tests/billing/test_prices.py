"""Every price that ships recomputes its own worked examples, and the published worked bills, to the fen."""

from datetime import date
from decimal import Decimal

import pytest
from tests.billing._terms import on

from warmwatt.billing import PriceBook, Usage, rate, wrong_examples
from warmwatt.handbook import PriceSchedule, shipped_handbook
from warmwatt.quantities import DatePeriod

SCHEDULES = shipped_handbook("jiangzhou").of(PriceSchedule)


@pytest.mark.parametrize("schedule", SCHEDULES, ids=[schedule.id for schedule in SCHEDULES])
def test_a_schedule_recomputes_its_worked_examples(schedule):
    assert wrong_examples(schedule) == ()


def test_an_example_that_does_not_come_out_is_named():
    schedule = SCHEDULES[0]
    example = schedule.examples[0].model_copy(update={"total_yuan": Decimal("1.00"), "title": "错例"})
    assert "错例" in wrong_examples(schedule.model_copy(update={"examples": (example,)}))[0]


def test_at_least_eight_places_are_covered():
    assert len({schedule.place for schedule in SCHEDULES if schedule.category == "residential"}) >= 8


def test_a_price_names_its_document():
    assert all(schedule.source.name and schedule.valid_from for schedule in SCHEDULES)


def year(first: int = 2022, month: int = 1) -> DatePeriod:
    """A whole yearly cycle."""
    return DatePeriod(start=date(first, month, 1), end=date(first + 1, month, 1))


def month(number: int, first: int = 2024) -> DatePeriod:
    """One calendar month."""
    return DatePeriod(start=date(first, number, 1), end=date(first, number + 1, 1))


# Published worked bills: place, period, use, use of the year before, printed total, tolerance of the print.
PUBLISHED = {
    "北京 a year of 1800 kWh (本地宝)": ("beijing", year(), {"total": 1800}, 0, "878.94", "0"),
    "北京 a year of 5760 kWh, printed in whole yuan (国网北京)": ("beijing", year(), {"total": 5760}, 0, "3197", "0.5"),
    "山东 peak 95, valley 5 in summer": ("shandong", month(7), {"peak": 95, "valley": 5}, 0, "56.69", "0"),
    "福建 500 kWh in a month (闽南网)": ("fujian", month(3), {"total": 500}, 0, "282.65", "0"),
    "江苏 two months to February, printed in whole yuan": (
        "jiangsu",
        DatePeriod(start=date(2021, 12, 1), end=date(2022, 2, 1)),
        {"peak": 500, "valley": 700},
        0,
        "530",
        "0.5",
    ),
    "江苏 two months to August, 980 kWh above the limit": (
        "jiangsu",
        DatePeriod(start=date(2022, 6, 1), end=date(2022, 8, 1)),
        {"peak": 500, "valley": 740},
        2500,
        "593.3",
        "0.05",
    ),
    "辽宁 a year of 5000 kWh": ("liaoning", year(2023), {"total": 5000}, 0, "2938", "0"),
}


@pytest.mark.parametrize("case", PUBLISHED.values(), ids=PUBLISHED)
def test_a_published_bill_is_met(book, case):
    place, period, used, before, printed, tolerance = case
    bill = rate(
        contract=on(book.by_id(f"{place}.residential"), bands="peak" in used),
        usage=Usage.kwh(**used),
        period=period,
        accumulated=before * 100,
    )
    assert abs(bill.total.value.in_yuan - Decimal(printed)) <= Decimal(tolerance)


def adhoc(**fields) -> PriceSchedule:
    """A schedule for examples that are printed with prices of their own."""
    plain = {
        "id": "adhoc",
        "title": "例题价",
        "valid_from": date(2012, 7, 1),
        "source": {"name": "例题"},
        "status": "unverified",
        "place": "例",
        "category": "residential",
        "examples": [{"title": "-", "start": "2022-01-01", "end": "2022-02-01", "usage_kwh": {}, "total_yuan": 0}],
    }
    return PriceSchedule.model_validate(plain | fields)


def adhoc_total(schedule: PriceSchedule, **used) -> Decimal:
    """One month by that schedule."""
    period = DatePeriod(start=date(2022, 5, 1), end=date(2022, 6, 1))
    return rate(
        contract=on(PriceBook.of([schedule]).by_id("adhoc"), bands="peak" in used),
        usage=Usage.kwh(**used),
        period=period,
    ).total.value.in_yuan


def test_beijing_by_month_as_printed():
    monthly = adhoc(
        tier_rule="adder", cycle="month", price="0.4883", adds=["0.05", "0.30"], limits=[{"kwh": [240, 400]}]
    )
    assert adhoc_total(monthly, total=450) == Decimal("242.74")


def test_guangzhou_summer_with_prices_printed_in_fen():
    summer = adhoc(tier_rule="adder", cycle="month", price="0.59", adds=["0.05", "0.30"], limits=[{"kwh": [260, 600]}])
    assert adhoc_total(summer, total=500) == Decimal("307.00")


def test_hebei_by_month_as_printed():
    monthly = adhoc(tier_rule="adder", cycle="month", price="0.52", adds=["0.05", "0.30"], limits=[{"kwh": [180, 280]}])
    assert adhoc_total(monthly, total=360) == Decimal("216.20")


def test_time_of_use_saves_nineteen_yuan_against_the_flat_price():
    bands = [
        {"id": "peak", "title": "峰时", "hours": "08:00-22:00", "price": "0.55"},
        {"id": "valley", "title": "谷时", "hours": "22:00-08:00", "price": "0.35"},
    ]
    plain = adhoc(tier_rule="none", price="0.52", time_of_use=[{"bands": bands}])
    assert adhoc_total(plain, peak=75, valley=125) == Decimal("85.00")
    assert adhoc_total(plain, total=200) == Decimal("104.00")
