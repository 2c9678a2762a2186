"""The one rating path: a bill is a sum of quantity × price, in whole numbers.

`energy_charges` is all the arithmetic that kWh take; explained lines, totals and change causes read what it returns.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise, zip_longest
from typing import NamedTuple

from warmwatt.billing._clause import Clause
from warmwatt.billing._stretch import Stretch
from warmwatt.billing._usage import UnableToRate, Usage


class Charge(NamedTuple):
    """`quantity` (0.01 kWh) at the clause's price is `amount` (1/(100 × scale) yuan); `part` is the stretch's index.

    An amount that is no product (all of a small use being free, a power-factor adjustment) has its own rounding.
    """

    clause: Clause
    quantity: int
    amount: int
    part: int = 0


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
        tiers = _tiers(stretch.limits, total, before)
        summed = [sum(pair) for pair in zip_longest(summed, tiers, fillvalue=0)]
        before += total if stretch.carried and not stretch.suspended else 0
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
    exact = 0
    for one in charges:
        exact += one.amount
    return (exact * 2 + scale) // (2 * scale) if exact > 0 else 0


def _by_days(stretches: Sequence[Stretch], energy: int) -> list[int]:
    """Differences of rounded running shares, so that they add up exactly."""
    return _shares(energy, [stretch.days for stretch in stretches])


def _shares(energy: int, weights: Sequence[int]) -> list[int]:
    whole = sum(weights)
    ends = [(energy * until * 2 + whole) // (2 * whole) for until in accumulate(weights)]
    return [end - start for start, end in pairwise([0, *ends])]


def _charges(stretch: Stretch, total: int, bands: Mapping[str, int], before: int, part: int) -> list[Charge]:
    if stretch.parts:
        return _by_part(stretch, total, bands, part)
    tiers = _tiers(stretch.limits, total, before)
    found = _by_band(stretch, bands, tiers, part) if stretch.bands else _by_tier(stretch, tiers, part)
    if stretch.free:
        found += _free(stretch, total, sum(one.amount for one in found), part)
    return found


def _tiers(limits: tuple[int, ...], total: int, before: int) -> Sequence[int]:
    """How much lies in each tier, as far as any does."""
    after = before + total
    if not limits or after <= limits[0]:
        return (total,)
    parts, lower = [], 0
    for upper in limits:
        parts.append(max(0, min(after, upper) - max(before, lower)))
        if after <= upper:
            return parts
        lower = upper
    parts.append(after - max(before, lower))
    return parts


def _by_tier(stretch: Stretch, tiers: Sequence[int], part: int) -> list[Charge]:
    clauses = stretch.clauses.tiers
    if len(tiers) == 1:
        return [Charge(clauses[0], tiers[0], tiers[0] * clauses[0].price, part)]
    filled = zip(clauses, tiers, strict=False)
    return [Charge(clause, used, used * clause.price, part) for clause, used in filled if used] or [
        Charge(clauses[0], 0, 0, part)
    ]


def _by_band(stretch: Stretch, bands: Mapping[str, int], tiers: Sequence[int], part: int) -> list[Charge]:
    clauses = stretch.clauses
    if not bands or not bands.keys() <= clauses.bands.keys():
        raise UnableToRate(_missed(stretch, bands), field="usage_kwh")
    above = [tier for tier in range(1, len(tiers)) if tiers[tier]]
    if above and stretch.rule == "band_adder" and tiers[above[0]] == sum(bands.values()):
        # All of the use lies in one upper tier: each band has that tier's own price.
        priced = [(clauses.within[band][above[0] - 1], used) for band, used in bands.items()]
        return [Charge(clause, used, used * clause.price, part) for clause, used in priced]
    found = []
    for band, used in bands.items():
        clause = clauses.bands[band]
        found.append(Charge(clause, used, used * clause.price, part))
    for tier in above:
        found += _above(stretch, bands, tiers[tier], tier, part)
    return found


def _above(stretch: Stretch, bands: Mapping[str, int], used: int, tier: int, part: int) -> list[Charge]:
    """The surcharge on the use above a limit; shared among the bands by their use where each has its own adder."""
    if stretch.rule != "proportional":
        clause = stretch.clauses.surcharges[tier - 1]
        return [Charge(clause, used, used * clause.price, part)]
    shares = _shares(used, list(bands.values()))
    priced = [(stretch.clauses.above[band][tier - 1], share) for band, share in zip(bands, shares, strict=True)]
    return [Charge(clause, share, share * clause.price, part) for clause, share in priced if share and clause.price]


def _by_part(stretch: Stretch, total: int, bands: Mapping[str, int], part: int) -> list[Charge]:
    """Business energy: by band what floats, by part what does not; by part alone on the flat plan."""
    found = _by_band(stretch, bands, (total,), part) if stretch.bands else []
    parts = [clause for clause, floats in stretch.clauses.parts if not (floats and stretch.bands)]
    return found + [Charge(clause, total, total * clause.price, part) for clause in parts]


def _free(stretch: Stretch, total: int, amount: int, part: int) -> list[Charge]:
    """Free energy is taken off at the first tier's flat price, and no more than was charged.

    A use within what is free costs nothing at all, whatever its bands.
    """
    if total <= stretch.free:
        return [Charge(stretch.clauses.all_free, total, -amount, part)] if total else []
    off = min(stretch.free * stretch.price, amount)
    return [Charge(stretch.clauses.free, stretch.free, -off, part)]


def _missed(stretch: Stretch, bands: Mapping[str, int]) -> str:
    known = "、".join(f"{band.title}（{name}）" for name, band in stretch.bands.items())
    if not bands:
        return f"{stretch.tariff.schedule.title}按峰谷计费，需要{known}各自的电量"
    unknown = "、".join(sorted(set(bands) - set(stretch.bands)))
    return f"{stretch.tariff.schedule.title}没有{unknown}时段，它的时段是{known}"
