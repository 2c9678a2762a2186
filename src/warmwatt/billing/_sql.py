"""Writes a price as ONE SQL text that rates a whole population, from the same stretches that `rate` reads.

The subset is what DuckDB, Spark and Polars do alike: 64-bit integers, + - * %, case, cast, coalesce, greatest, least.
No decimals (their types differ by engine) and no integer division (`//` and `div` differ below zero). What cannot be
billed gets a `finding` and no amount. docs/reference/rerate.md names the columns.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from warmwatt.billing._contract import Contract, PricePlan
from warmwatt.billing._household import Household
from warmwatt.billing._sql_layers import Layers, quotient, total
from warmwatt.billing._sql_source import BANDS, DEFAULTS, SourceRows
from warmwatt.billing._sql_stretch import StretchSum, Variants, freed, stretch_sums
from warmwatt.billing._stretch import Stretch, stretches_of
from warmwatt.billing._usage import UnableToRate
from warmwatt.quantities import DatePeriod


@dataclass(frozen=True, slots=True, kw_only=True)
class _Branch:
    """A way in which rows are rated: `when` picks them."""

    when: str
    variants: Variants
    sums: tuple[StretchSum, ...]


def sql_of(
    *,
    contract: Contract,
    period: DatePeriod,
    source: str = "meter_use",
    columns: Collection[str] | None = None,
    keep: Sequence[str] = ("account",),
) -> str:
    """This function will return the text that rates every row of `source`: the columns `keep`, `fen` and `finding`.

    `columns` are those that the source has; left out, all that the price reads. Rows bring their own plan, people and
    grants; the contract's are not read. Raises UnableToRate for a period without a price in force, and for a contract
    that is charged for more than energy.
    """
    if contract.supply is not None:
        raise UnableToRate("成批重算只算电度电费，基本电费和力调电费请逐户核算", field="basic")
    layers = Layers()
    branches = tuple(_branches(layers, contract, period))
    fen = _fen(layers, _exact(layers, branches), contract.scale)
    known = _known_bands(branches)
    has = frozenset(columns) if columns is not None else (frozenset(DEFAULTS) - frozenset(BANDS)) | known
    rows = SourceRows(columns=has, known=known)
    findings = tuple(rows.findings(shared=any(_divides(branch.variants.plain) for branch in branches)))
    kept = ", ".join(keep)
    steps = [f"used as (\n  select\n    {rows.selected(keep)}\n  from {source}\n)", *layers.written("used")]
    return "\n".join(
        (
            *_heading(contract, period),
            "with " + ",\n".join(steps),
            f"select {kept},",
            f"  case when {_any(findings)} then null else {fen} end as fen,",
            f"  case {_named(findings)} end as finding",
            "from rated",
        )
    )


def _heading(contract: Contract, period: DatePeriod) -> Iterator[str]:
    yield f"-- {period.start}/{period.end}, energy in 0.01 kWh, prices in 1/{contract.scale} yuan"
    for tariff in contract.tariffs:
        yield f"-- prices/{tariff.schedule.id}: {' '.join(tariff.schedule.source.cited().split())}"


def _branches(layers: Layers, contract: Contract, period: DatePeriod) -> Iterator[_Branch]:
    for plan, heating in _ways(contract):
        try:
            variants = _variants(replace(contract, plan=plan), period, heating=heating)
        except UnableToRate as refusal:
            if plan == "tou" and refusal.field == "plan":
                continue
            raise
        when = "time_of_use" if plan == "tou" else "not time_of_use"
        if heating is not None:
            when += " and electric_heating" if heating else " and not electric_heating"
        yield _Branch(when=when, variants=variants, sums=stretch_sums(layers, variants))


def _ways(contract: Contract) -> Iterator[tuple[PricePlan, bool | None]]:
    """The plans, each with and without electric heating where the price tells them apart."""
    untiered = {one.applies_to for tariff in contract.tariffs for one in tariff.schedule.untiered}
    plans: tuple[PricePlan, ...] = ("flat", "tou")
    for plan in plans:
        for heating in (True, False) if "electric_heating" in untiered else (None,):
            yield plan, heating


def _variants(contract: Contract, period: DatePeriod, *, heating: bool | None) -> Variants:
    def compiled(people: int = 0, *, low_income: bool = False) -> tuple[Stretch, ...]:
        home = Household(people=people, low_income=low_income, electric_heating=bool(heating))
        return stretches_of(replace(contract, household=home), period)

    grants = [tariff.policies.get("large_family") for tariff in contract.tariffs]
    sizes = sorted({grant.people for grant in grants if grant and grant.people})
    return Variants(
        plain=compiled(),
        large=tuple((people, compiled(people)) for people in sizes),
        low_income=compiled(low_income=True),
    )


def _known_bands(branches: Sequence[_Branch]) -> frozenset[str]:
    """The bands that every stretch has: energy of another could not be shared by days."""
    bands = [frozenset(one.bands) for branch in branches for one in branch.variants.plain if one.bands]
    return frozenset.intersection(*bands) if bands else frozenset()


def _divides(stretches: Sequence[Stretch]) -> bool:
    return len(stretches) > 1 or any(one.rule == "proportional" for one in stretches)


def _any(findings: Sequence[tuple[str, str]]) -> str:
    return " or ".join(f"({wrong})" for _, wrong in findings)


def _named(findings: Sequence[tuple[str, str]]) -> str:
    return " ".join(f"when {wrong} then '{name}'" for name, wrong in findings)


def _exact(layers: Layers, branches: Sequence[_Branch]) -> str:
    """The exact sum of each row; where the plans differ by their base alone, all else is computed once."""
    alike = {tuple(one.beside_base for one in branch.sums) for branch in branches}
    if len(alike) > 1:
        sums = [total([freed(layers, one) for one in branch.sums]) for branch in branches]
        return layers.column("summed", "exact", _chosen(branches, sums))
    merged = []
    for index, one in enumerate(branches[0].sums):
        base = _chosen(branches, [branch.sums[index].base for branch in branches])
        merged.append(freed(layers, replace(one, base=layers.column("based", "base", base))))
    return layers.column("summed", "exact", total(merged))


def _chosen(branches: Sequence[_Branch], expressions: Sequence[str]) -> str:
    chosen = zip(branches[:-1], expressions, strict=False)
    cases = " ".join(f"when {branch.when} then {expression}" for branch, expression in chosen)
    return f"case {cases} else {expressions[-1]} end" if cases else expressions[-1]


def _fen(layers: Layers, exact: str, scale: int) -> str:
    """The exact sum to the fen, half up, never below zero."""
    return quotient(layers.column("rounded", "twice", f"greatest({exact}, 0) * 2 + {scale}"), str(2 * scale))
