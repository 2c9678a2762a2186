"""A price schedule made ready for sums: integers in one scale, by calendar month.

Energy is in hundredths of a kWh, prices in 1/`scale` yuan a kWh, so that every product is exact.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from warmwatt.billing._household import Household
from warmwatt.handbook import HouseholdPolicy, PriceSchedule

CENTI = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class BandPrice:
    """A band's first-tier price, and what tiers add within it where the tariff adds by band."""

    title: str
    hours: str
    price: int
    adds: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """The sums of one schedule; `limits` and `bands` are by calendar month (1 to 12)."""

    schedule: PriceSchedule
    scale: int
    price: int
    adds: tuple[int, ...]
    limits: Mapping[int, tuple[int, ...]]
    bands: Mapping[int, Mapping[str, BandPrice]]
    policies: Mapping[str, HouseholdPolicy]

    def limits_over(self, months: tuple[int, ...], household: Household) -> tuple[int, ...]:
        """This function will return the tier limits for those calendar months, in hundredths of a kWh."""
        if not self.limits:
            return ()
        yearly = self.schedule.cycle == "year"
        bases = [self.limits[months[0]]] if yearly else [self.limits[month] for month in months]
        granted = self._granted(household)
        count = 12 if yearly else len(months)
        return tuple(
            sum(base[tier] for base in bases) + granted[tier] * count * CENTI for tier in range(len(self.adds))
        )

    def free_over(self, months: tuple[int, ...], household: Household) -> int:
        """This function will return the free energy of those months, in hundredths of a kWh."""
        policy = self.policies.get("low_income")
        return policy.free_kwh_a_month * len(months) * CENTI if policy and household.low_income else 0

    def large_family(self, household: Household) -> HouseholdPolicy | None:
        """This function will return the many-people policy where the household is large enough for it."""
        policy = self.policies.get("large_family")
        return policy if policy and household.people >= policy.people else None

    def _granted(self, household: Household) -> tuple[int, ...]:
        policy = self.large_family(household)
        return policy.adds_kwh_a_month if policy else (0,) * len(self.adds)


def tariff_of(schedule: PriceSchedule) -> Tariff:
    """This function will return the schedule with every price as an integer of one scale."""
    prices = [schedule.price, *schedule.adds]
    prices += [price for season in schedule.time_of_use for band in season.bands for price in (band.price, *band.adds)]
    scale = 10 ** max(4, *(_decimals(price) for price in prices))
    return Tariff(
        schedule=schedule,
        scale=scale,
        price=int(schedule.price * scale),
        adds=tuple(int(add * scale) for add in schedule.adds),
        limits={month: tuple(kwh * CENTI for kwh in limit.kwh) for limit in schedule.limits for month in limit.months},
        bands=_bands(schedule, scale),
        policies={policy.id: policy for policy in schedule.households},
    )


def _bands(schedule: PriceSchedule, scale: int) -> dict[int, Mapping[str, BandPrice]]:
    by_month: dict[int, Mapping[str, BandPrice]] = {}
    for season in schedule.time_of_use:
        bands: Mapping[str, BandPrice] = {
            band.id: BandPrice(
                title=band.title,
                hours=band.hours,
                price=int(band.price * scale),
                adds=tuple(int(add * scale) for add in band.adds),
            )
            for band in season.bands
        }
        by_month |= dict.fromkeys(season.months, bands)
    return by_month


def _decimals(price: Decimal) -> int:
    return max(0, -int(price.as_tuple().exponent))


def cycle_start(*, tariff: Tariff, on: date) -> date:
    """This function will return the first day of the price cycle that `on` lies in: use is added up from there."""
    if tariff.schedule.cycle == "month":
        return on.replace(day=1)
    month = tariff.schedule.cycle_starts_in
    return date(on.year if on.month >= month else on.year - 1, month, 1)
