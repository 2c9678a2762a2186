"""The charges of one stretch as SQL: what `_charge` does for a bill, for a column of bills."""

from dataclasses import dataclass
from itertools import pairwise

from warmwatt.billing._sql_layers import Layers, product, quotient, total
from warmwatt.billing._stretch import Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    """The stretches of a period for a plain household, for `large` ones by number of people, and for one on low income.

    They differ in limits and in free energy alone.
    """

    plain: tuple[Stretch, ...]
    large: tuple[tuple[int, tuple[Stretch, ...]], ...]
    low_income: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchSum:
    """A stretch's charges as expressions: `base` by its prices, `rest` what tiers add; free energy takes `off`."""

    used: str
    base: str
    rest: str
    free: int
    off: int

    @property
    def beside_base(self) -> tuple[str, str, int, int]:
        """All but the base: plans that share it are told apart by their base alone."""
        return self.used, self.rest, self.free, self.off


def stretch_sums(layers: Layers, variants: Variants) -> tuple[StretchSum, ...]:
    """This function will return the charges of every stretch of a period."""
    return tuple(_stretch_sum(layers, variants, index) for index in range(len(variants.plain)))


def freed(layers: Layers, one: StretchSum) -> str:
    """This function will return the column of a stretch's exact amount, its free energy taken off.

    It goes off at the first tier's flat price, never below zero; a use within it is free.
    """
    amount = layers.column("charged", "amount", total([one.base, *filter(None, [one.rest])]))
    if not one.free:
        return amount
    rest = f"greatest({amount} - {one.off}, 0)"
    written = f"case when not low_income then {amount} when {one.used} <= {one.free} then 0 else {rest} end"
    return layers.column("freed", "freed", written)


def _stretch_sum(layers: Layers, variants: Variants, index: int) -> StretchSum:
    stretch, free = variants.plain[index], variants.low_income[index].free
    used = used_in(layers, variants.plain, "total", index)
    base, rest = _charges(layers, variants, index, used)
    return StretchSum(used=used, base=base, rest=rest, free=free, off=free * stretch.price)


def _charges(layers: Layers, variants: Variants, index: int, used: str) -> tuple[str, str]:
    stretch = variants.plain[index]
    above = [_above(layers, variants, index, tier) for tier in range(len(stretch.limits))]
    surcharges = total(_surcharges(stretch, above)) if above else ""
    if not stretch.bands:
        fixed = sum(price for _, price, _ in stretch.parts) if stretch.parts else stretch.price
        return product(used, fixed), surcharges
    bands = {band: used_in(layers, variants.plain, band, index) for band in stretch.bands}
    base = [product(bands[band], price.price) for band, price in stretch.bands.items()]
    fixed = sum(price for _, price, floats in stretch.parts if not floats)
    base += [product(used, fixed)] if fixed else []
    if stretch.rule == "proportional":
        return total(base + _shared_out(layers, stretch, bands, used, _by_tier(above))), ""
    if stretch.rule == "band_adder":
        return _whole_tiers(stretch, bands, used, above, total([*base, surcharges])), ""
    return total(base), surcharges


def used_in(layers: Layers, stretches: tuple[Stretch, ...], column: str, index: int) -> str:
    """This function will return the column of what was used in a stretch: shared by days where there are several."""
    if len(stretches) == 1:
        return column
    if column == "total" and stretches[0].bands:
        parts = [used_in(layers, stretches, band, index) for band in _all_bands(stretches)]
        return layers.column("placed", "total", total(parts))
    whole = sum(one.days for one in stretches)
    until = sum(one.days for one in stretches[:index])
    ends = [
        quotient(f"({column} * {days * 2} + {whole})", str(whole * 2)) if 0 < days < whole else ("0", column)[days > 0]
        for days in (until, until + stretches[index].days)
    ]
    return layers.column("shared", column, ends[1] if ends[0] == "0" else f"{ends[1]} - {ends[0]}")


def _all_bands(stretches: tuple[Stretch, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(band for one in stretches for band in one.bands))


def _above(layers: Layers, variants: Variants, index: int, tier: int) -> str:
    """How much of the stretch's use lies above a limit."""
    stretches = variants.plain
    begun = ["accumulated"] if stretches[0].carried else []
    begun += [
        used_in(layers, stretches, "total", earlier)
        for earlier, one in enumerate(stretches[:index])
        if one.carried and not one.suspended
    ]
    limit = layers.column("shared", "limit", _limit(variants, index, tier))
    used = used_in(layers, stretches, "total", index)
    after = f"greatest({total([*begun, used])} - {limit}, 0)"
    written = f"{after} - greatest({total(begun)} - {limit}, 0)" if begun else after
    return layers.column("tiered", "above", written)


def _limit(variants: Variants, index: int, tier: int) -> str:
    plain = variants.plain[index].limits[tier]
    larger = [(people, one[index].limits[tier]) for people, one in variants.large if one[index].limits[tier] != plain]
    if not larger:
        return str(plain)
    cases = " ".join(f"when people >= {people} then {limit}" for people, limit in sorted(larger, reverse=True))
    return f"case {cases} else {plain} end"


def _by_tier(above: list[str]) -> list[str]:
    return [f"({one} - {higher})" for one, higher in pairwise(above)] + above[-1:]


def _surcharges(stretch: Stretch, above: list[str]) -> list[str]:
    """Each limit adds what its tier costs more than the one below."""
    steps = (add - below for add, below in zip(stretch.adds, (0, *stretch.adds), strict=False))
    return [product(used, step) for used, step in zip(above, steps, strict=True)]


def _whole_tiers(stretch: Stretch, bands: dict[str, str], used: str, above: list[str], otherwise: str) -> str:
    """上海: where all of the use lies in one upper tier, each band has that tier's own price."""
    cases = []
    for tier, part in enumerate(_by_tier(above)):
        own = [product(bands[band], price.price + price.adds[tier]) for band, price in stretch.bands.items()]
        cases.append(f"when {part} = {used} then {total(own)}")
    return f"case {' '.join(cases)} else {otherwise} end" if cases else otherwise


def _shared_out(layers: Layers, stretch: Stretch, bands: dict[str, str], used: str, tiers: list[str]) -> list[str]:
    """四川: the use of a tier shared among the bands by their use, by differences of rounded running shares."""
    whole = f"greatest({used}, 1)"
    names = list(bands)
    terms = []
    for tier, part in enumerate(tiers):
        adds = [stretch.bands[name].adds[tier] for name in names]
        for place in range(len(names) - 1):
            running = total([bands[name] for name in names[: place + 1]])
            end = quotient(f"({part} * ({running}) * 2 + {whole})", f"({whole} * 2)")
            if adds[place] != adds[place + 1]:
                terms.append(product(layers.column("split", "end", end), adds[place] - adds[place + 1]))
        terms += [product(part, adds[-1])] if adds[-1] else []
    return terms
