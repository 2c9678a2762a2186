"""The one rating path: a bill is a sum of quantity × price, in whole numbers.

`energy_charges` is all the arithmetic that kWh take; explained lines, totals and change causes read what it returns.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise, zip_longest
from typing import NamedTuple

from warmwatt.billing._stretch import Stretch
from warmwatt.billing._tariff import BandPrice
from warmwatt.billing._usage import UnableToRate, Usage
from warmwatt.handbook import PowerFactorTable


class Charge(NamedTuple):
    """`quantity` (0.01 kWh) at `price` (1/scale yuan a kWh) is `amount` (1/(100 × scale) yuan).

    `kind` is energy, part, tier, band, surcharge or free; or what a business pays besides, with its own `words` and the
    power-factor `table` that it rests on. `tier` counts from 1, 0 where it has none; `part` is the stretch's index. An
    amount that is no product (all of a small use being free) has the price 0.
    """

    kind: str
    quantity: int
    price: int
    amount: int
    tier: int = 0
    band: str = ""
    part: int = 0
    words: str = ""
    table: PowerFactorTable | None = None


def energy_charges(stretches: Sequence[Stretch], usage: Usage, accumulated: int) -> tuple[Charge, ...]:
    """This function will return what is charged; `accumulated` is the cycle's use before the period, in 0.01 kWh.

    Raises UnableToRate where a band was read that the price lacks, or was not read.
    """
    if len(stretches) == 1:
        one = stretches[0]
        return tuple(_charges(one, usage.total, usage.bands, accumulated if one.carried else 0, 0))
    found: list[Charge] = []
    before = accumulated if stretches[0].carried else 0
    for part, (stretch, (total, bands)) in enumerate(zip(stretches, shared_use(stretches, usage), strict=True)):
        found += _charges(stretch, total, bands, before, part)
        before += total if stretch.carried and not stretch.suspended else 0
    return tuple(found)


def tier_use(stretches: Sequence[Stretch], usage: Usage, accumulated: int) -> tuple[tuple[int, ...], int]:
    """This function will return how much of the use lay in each tier, and what the cycle's use stands at after it.

    Use in a stretch without tiers lies in the first and is not added up.
    """
    before = accumulated if stretches[0].carried else 0
    summed: list[int] = []
    for stretch, (total, _bands) in zip(stretches, shared_use(stretches, usage), strict=True):
        tiers = _tiers(stretch.limits, total, before) if stretch.limits else [total]
        summed = [sum(pair) for pair in zip_longest(summed, tiers, fillvalue=0)]
        before += 0 if stretch.suspended else total
    return tuple(summed), before


def shared_use(stretches: Sequence[Stretch], usage: Usage) -> tuple[tuple[int, Mapping[str, int]], ...]:
    """This function will share a usage among stretches by their days, each band to the last 0.01 kWh."""
    if not usage.bands:
        return tuple((share, {}) for share in _by_days(stretches, usage.total))
    bands = {band: _by_days(stretches, used) for band, used in usage.bands.items()}
    parts = [{band: shares[index] for band, shares in bands.items()} for index in range(len(stretches))]
    return tuple((sum(part.values()), part) for part in parts)


def total_fen(charges: Sequence[Charge], scale: int) -> int:
    """This function will return the sum rounded half up to the fen, never below zero."""
    exact = sum(one.amount for one in charges)
    return max(0, (exact * 2 + scale) // (2 * scale))


def _by_days(stretches: Sequence[Stretch], energy: int) -> list[int]:
    """Differences of rounded running shares, so that they add up exactly."""
    days = [stretch.days for stretch in stretches]
    whole = sum(days)
    ends = [(energy * until * 2 + whole) // (2 * whole) for until in accumulate(days)]
    return [end - start for start, end in pairwise([0, *ends])]


def _charges(stretch: Stretch, total: int, bands: Mapping[str, int], before: int, part: int) -> list[Charge]:
    tiers = _tiers(stretch.limits, total, before) if stretch.limits else (total,)
    if stretch.parts:
        return _by_part(stretch, total, bands, part)
    found = _by_band(stretch, bands, tiers, part) if stretch.bands else _by_tier(stretch, tiers, part)
    if stretch.free:
        found += _free(stretch, total, sum(one.amount for one in found), part)
    return found


def _tiers(limits: tuple[int, ...], total: int, before: int) -> list[int]:
    after = before + total
    lower = 0
    parts = []
    for upper in limits:
        parts.append(max(0, min(after, upper) - max(before, lower)))
        lower = upper
    parts.append(max(0, after - max(before, lower)))
    return parts


def _by_tier(stretch: Stretch, tiers: Sequence[int], part: int) -> list[Charge]:
    price = stretch.price
    if len(tiers) == 1:
        return [Charge("energy", tiers[0], price, tiers[0] * price, 0, "", part)]
    found = [Charge("tier", tiers[0], price, tiers[0] * price, 1, "", part)] if tiers[0] else []
    for tier, add in enumerate(stretch.adds, start=1):
        if used := tiers[tier]:
            found.append(Charge("tier", used, price + add, used * (price + add), tier + 1, "", part))
    return found or [Charge("tier", 0, price, 0, 1, "", part)]


def _by_band(stretch: Stretch, bands: Mapping[str, int], tiers: Sequence[int], part: int) -> list[Charge]:
    prices = stretch.bands
    if not bands.keys() <= prices.keys():
        raise UnableToRate(_missed(stretch, bands), field="usage_kwh")
    if not bands:
        raise UnableToRate(f"{stretch.tariff.schedule.title}按峰谷计费，需要各时段的电量", field="usage_kwh")
    above = [tier for tier in range(1, len(tiers)) if tiers[tier]]
    if stretch.rule == "band_adder" and above and tiers[above[0]] == sum(bands.values()):
        return _within_tier(prices, bands, above[0], part)
    found = [Charge("band", used, prices[b].price, used * prices[b].price, 0, b, part) for b, used in bands.items()]
    if stretch.rule == "proportional":
        return found + [charge for tier in above for charge in _proportional(prices, bands, tiers[tier], tier, part)]
    for tier in above:
        used, add = tiers[tier], stretch.adds[tier - 1]
        found.append(Charge("surcharge", used, add, used * add, tier + 1, "", part))
    return found


def _within_tier(prices: Mapping[str, BandPrice], bands: Mapping[str, int], tier: int, part: int) -> list[Charge]:
    """All of the use lies in one upper tier: each band has that tier's own price."""
    found = []
    for band, used in bands.items():
        price = prices[band].price + prices[band].adds[tier - 1]
        found.append(Charge("band", used, price, used * price, tier + 1, band, part))
    return found


def _proportional(
    prices: Mapping[str, BandPrice], bands: Mapping[str, int], used: int, tier: int, part: int
) -> list[Charge]:
    """The use above a limit is shared among the bands by their use, to the last 0.01 kWh."""
    whole = sum(bands.values())
    ends = [(used * until * 2 + whole) // (2 * whole) for until in accumulate(bands.values())]
    shares = [end - start for start, end in pairwise([0, *ends])]
    return [
        Charge(
            "surcharge", share, prices[band].adds[tier - 1], share * prices[band].adds[tier - 1], tier + 1, band, part
        )
        for band, share in zip(bands, shares, strict=True)
        if share and prices[band].adds[tier - 1]
    ]


def _by_part(stretch: Stretch, total: int, bands: Mapping[str, int], part: int) -> list[Charge]:
    """Business energy: by band what floats, by part what does not; by part alone on the flat plan."""
    found = _by_band(stretch, bands, (total,), part) if stretch.bands else []
    for name, price, floats in stretch.parts:
        if not (floats and stretch.bands):
            found.append(Charge("part", total, price, total * price, 0, name, part))
    return found


def _free(stretch: Stretch, total: int, amount: int, part: int) -> list[Charge]:
    """Free energy is taken off at the first tier's flat price, and no more than was charged.

    A use within what is free costs nothing at all, whatever its bands.
    """
    if total <= stretch.free:
        return [Charge("free", total, 0, -amount, 0, "", part)] if total else []
    off = min(stretch.free * stretch.price, amount)
    return [Charge("free", stretch.free, -stretch.price, -off, 0, "", part)]


def _missed(stretch: Stretch, bands: Mapping[str, int]) -> str:
    unknown = "、".join(sorted(set(bands) - set(stretch.bands)))
    known = "、".join(f"{band.title}（{name}）" for name, band in stretch.bands.items())
    return f"{stretch.tariff.schedule.title}没有{unknown}时段，它的时段是{known}"
