"""Recomputes a schedule's worked examples: a price whose own examples do not come out is not to be trusted."""

from collections.abc import Iterator

from warmwatt.billing._bill import Bill
from warmwatt.billing._contract import Contract
from warmwatt.billing._household import Household
from warmwatt.billing._rate import rate
from warmwatt.billing._tariff import Tariff, tariff_of
from warmwatt.billing._usage import UnableToRate, Usage, centi_kwh
from warmwatt.handbook import PriceExample, PriceSchedule
from warmwatt.quantities import DatePeriod, Money


def wrong_examples(schedule: PriceSchedule) -> tuple[str, ...]:
    """This function will name every worked example of the schedule that does not come out, and by how much."""
    return tuple(_wrong(schedule))


def rate_example(tariff: Tariff, example: PriceExample) -> Bill:
    """This function will return the example's bill; raises UnableToRate where it cannot be computed."""
    usage = Usage.kwh(**example.usage_kwh.model_dump())
    household = Household(
        people=example.people, low_income=example.low_income, electric_heating=example.electric_heating
    )
    return rate(
        contract=Contract(tariffs=(tariff,), plan="tou" if usage.bands else "flat", household=household),
        usage=usage,
        period=DatePeriod(start=example.start, end=example.end),
        accumulated=centi_kwh(example.before_kwh),
    )


def _wrong(schedule: PriceSchedule) -> Iterator[str]:
    tariff = tariff_of(schedule)
    for example in schedule.examples:
        expected = Money.yuan(example.total_yuan)
        try:
            computed = rate_example(tariff, example).total.value
        except UnableToRate as refusal:
            yield f"{schedule.id}: {example.title}: {refusal}"
            continue
        if computed != expected:
            yield f"{schedule.id}: {example.title}: computed {computed}, written {expected}"
