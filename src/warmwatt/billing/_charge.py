"""The one rating path: a bill is a sum of quantity × price, in whole numbers.

`charge` is all the arithmetic there is; explained lines, totals in bulk and change causes read what it returns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from warmwatt.billing._household import Household
from warmwatt.billing._tariff import BandPrice, Tariff
from warmwatt.billing._usage import UnableToRate, Usage, calendar_months
from warmwatt.quantities import DatePeriod


@dataclass(frozen=True, slots=True)
class Charge:
    """`quantity` (hundredths of a kWh) at `price` (1/scale yuan a kWh); `tier` counts from 1, 0 where it has none."""

    kind: Literal["energy", "tier", "band", "surcharge", "free"]
    quantity: int
    price: int
    tier: int = 0
    band: str = ""

    @property
    def amount(self) -> int:
        """The product, in 1/(100 × scale) yuan."""
        return self.quantity * self.price


def charge(
    *, tariff: Tariff, usage: Usage, period: DatePeriod, household: Household, accumulated: int
) -> tuple[Charge, ...]:
    """This function will return what is charged; `accumulated` is the cycle's use before the period, in 0.01 kWh.

    Raises UnableToRate where the schedule has no such bands, or the period spans seasons of different bands.
    """
    months = calendar_months(period)
    _check_in_force(tariff, usage, period)
    tiers = _tiers(tariff, usage.total, months, household, accumulated)
    charges = _by_band(tariff, usage, tiers, _bands(tariff, months)) if usage.bands else _by_tier(tariff, tiers)
    free = min(tariff.free_over(months, household), usage.total)
    return (*charges, Charge("free", free, -tariff.price)) if free else charges


def total_fen(charges: Sequence[Charge], scale: int) -> int:
    """This function will return the sum rounded half up to the fen, never below zero."""
    exact = sum(one.amount for one in charges)
    return max(0, (exact * 2 + scale) // (2 * scale))


def _check_in_force(tariff: Tariff, usage: Usage, period: DatePeriod) -> None:
    schedule = tariff.schedule
    if not schedule.in_force(period.start):
        raise UnableToRate(f"{schedule.title}在{period.start}没有生效")
    begun = schedule.time_of_use_from
    if usage.bands and begun and period.start < begun:
        raise UnableToRate(f"{schedule.title}的峰谷电价自{begun}起才有")


def _tiers(
    tariff: Tariff, total: int, months: tuple[int, ...], household: Household, accumulated: int
) -> tuple[int, ...]:
    before = accumulated if tariff.schedule.cycle == "year" else 0
    edges = (0, *tariff.limits_over(months, household))
    parts = [max(0, min(before + total, upper) - max(before, lower)) for lower, upper in pairwise(edges)]
    return (*parts, max(0, before + total - max(before, edges[-1])))


def _by_tier(tariff: Tariff, tiers: tuple[int, ...]) -> tuple[Charge, ...]:
    if len(tiers) == 1:
        return (Charge("energy", tiers[0], tariff.price),)
    prices = (tariff.price, *(tariff.price + add for add in tariff.adds))
    lines = (
        Charge("tier", used, price, tier) for tier, (used, price) in enumerate(zip(tiers, prices, strict=True), start=1)
    )
    return tuple(line for line in lines if line.quantity) or (Charge("tier", 0, tariff.price, 1),)


def _by_band(tariff: Tariff, usage: Usage, tiers: tuple[int, ...], bands: dict[str, BandPrice]) -> tuple[Charge, ...]:
    unknown = set(usage.bands) - set(bands)
    if unknown:
        raise UnableToRate(f"{tariff.schedule.title}没有{'、'.join(sorted(unknown))}时段")
    filled = [tier for tier, used in enumerate(tiers) if used]
    if tariff.schedule.tier_rule == "band_adder" and len(filled) == 1 and filled[0] > 0:
        tier = filled[0]
        return tuple(
            Charge("band", used, bands[band].price + bands[band].adds[tier - 1], tier + 1, band)
            for band, used in usage.bands.items()
        )
    base = tuple(Charge("band", used, bands[band].price, 0, band) for band, used in usage.bands.items())
    above = (
        Charge("surcharge", used, add, tier)
        for tier, (used, add) in enumerate(zip(tiers[1:], tariff.adds, strict=True), start=2)
    )
    return base + tuple(line for line in above if line.quantity)


def _bands(tariff: Tariff, months: tuple[int, ...]) -> dict[str, BandPrice]:
    if not tariff.bands:
        raise UnableToRate(f"{tariff.schedule.title}没有可用的峰谷分时价格")
    first = tariff.bands[months[0]]
    if any(tariff.bands[month] != first for month in months):
        raise UnableToRate("计费周期跨了两个分时季节，请按季节分别抄见电量")
    return dict(first)
