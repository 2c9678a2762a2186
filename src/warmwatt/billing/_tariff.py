"""A price schedule made ready for sums: integers in one scale, by calendar month.

Energy is in hundredths of a kWh, prices in 1/`scale` yuan a kWh, so that every product is exact.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from warmwatt.billing._usage import CENTI
from warmwatt.handbook import Band, HouseholdPolicy, PriceSchedule, TierLimits

FINEST = Decimal("0.00000001")


@dataclass(frozen=True, slots=True, kw_only=True)
class BandPrice:
    """A band's first-tier price, and what tiers add within it where the tariff adds by band."""

    title: str
    hours: str
    price: int
    adds: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthTiers:
    """The tiers of a calendar month: limits in hundredths of a kWh a cycle, and what each tier adds to the price."""

    limits: tuple[int, ...]
    adds: tuple[int, ...]


# Tariffs are equal only where they are the same object: they are keys of what is compiled from them.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tariff:
    """The sums of one schedule; `tiers` and `bands` are by calendar month (1 to 12), empty where there are none."""

    schedule: PriceSchedule
    scale: int
    price: int
    tiers: Mapping[int, MonthTiers]
    bands: Mapping[int, Mapping[str, BandPrice]]
    policies: Mapping[str, HouseholdPolicy]

    @property
    def yearly(self) -> bool:
        """Whether use is added up over a year."""
        return self.schedule.cycle == "year"

    def band_title(self, band: str) -> str:
        """This function will return what the place calls the band."""
        return next((bands[band].title for bands in self.bands.values() if band in bands), band)


def tariff_of(schedule: PriceSchedule) -> Tariff:
    """This function will return the schedule with every price as an integer of one scale."""
    bands = {season.months: _band_prices(schedule, season.bands) for season in schedule.time_of_use}
    prices = [schedule.price, *schedule.adds, *(add for limit in schedule.limits for add in limit.adds)]
    prices += [part.price for part in schedule.parts]
    prices += [price for season in bands.values() for band, price in season.values() for price in (price, *band.adds)]
    scale = 10 ** max(4, *(_decimals(price) for price in prices))
    return Tariff(
        schedule=schedule,
        scale=scale,
        price=int(schedule.price * scale),
        tiers={month: _tiers(schedule, limit, scale) for limit in schedule.limits for month in limit.months},
        bands={month: _scaled(season, scale) for months, season in bands.items() for month in months},
        policies={policy.id: policy for policy in schedule.households},
    )


def cycle_start(*, tariff: Tariff, on: date) -> date:
    """This function will return the first day of the price cycle that `on` lies in: use is added up from there."""
    if not tariff.yearly:
        return on.replace(day=1)
    month = tariff.schedule.cycle_starts_in
    return date(on.year if on.month >= month else on.year - 1, month, 1)


def _tiers(schedule: PriceSchedule, limit: TierLimits, scale: int) -> MonthTiers:
    adds = tuple(int(add * scale) for add in limit.adds or schedule.adds)
    return MonthTiers(limits=tuple(kwh * CENTI for kwh in limit.kwh), adds=adds)


def _band_prices(schedule: PriceSchedule, bands: tuple[Band, ...]) -> dict[str, tuple[Band, Decimal]]:
    """Each band with its price; a ratio multiplies the parts that float, or the whole price where there are none."""
    fixed = sum((part.price for part in schedule.parts if not part.floats), Decimal(0))
    return {band.id: (band, _own_price(band, schedule.price - fixed)) for band in bands}


def _own_price(band: Band, floating: Decimal) -> Decimal:
    if band.price is not None:
        return band.price
    assert band.ratio is not None  # a band has one of the two
    return (floating * band.ratio).quantize(FINEST, rounding=ROUND_HALF_UP).normalize()


def _scaled(bands: Mapping[str, tuple[Band, Decimal]], scale: int) -> dict[str, BandPrice]:
    return {
        name: BandPrice(
            title=band.title,
            hours=band.hours,
            price=int(price * scale),
            adds=tuple(int(add * scale) for add in band.adds),
        )
        for name, (band, price) in bands.items()
    }


def _decimals(price: Decimal) -> int:
    return max(0, -int(price.as_tuple().exponent))
