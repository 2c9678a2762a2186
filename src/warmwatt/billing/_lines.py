"""Explains charges: each line with its sentence, its rule, the document and the reading it rests on."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from warmwatt.billing._charge import Charge
from warmwatt.billing._contract import Contract
from warmwatt.billing._say import say_number, say_signed, say_span, say_units
from warmwatt.billing._stretch import Stretch
from warmwatt.billing._tariff import Tariff
from warmwatt.billing._usage import CENTI, Usage, in_kwh
from warmwatt.quantities import Evidence, Explained, Money, SetAside

UNITS_A_FEN = 100
UNITS_A_YUAN = 10_000
ROUNDING_LINE = "billing.rounding"
TIER_NAMES = ("", "第一档", "第二档", "第三档", "第四档")


def explained_total(
    *, contract: Contract, stretches: Sequence[Stretch], usage: Usage, charges: Sequence[Charge], fen: int
) -> Explained[Money]:
    """This function will return the total of the charges with a line for each, and one for what rounding changed."""
    total = Money(fen * UNITS_A_FEN)
    tariff = stretches[-1].tariff
    lines = tuple(_lines(stretches, usage, charges, total))
    return Explained(
        name="billing.total",
        value=total,
        sentence=f"用电{in_kwh(usage.total)}度，电费合计{say_units(total.units)}元",
        rule=f"prices/{tariff.schedule.id}",
        source=tariff.schedule.source,
        inputs=lines,
        set_aside=_set_aside(contract, tariff, stretches[-1]),
    )


def _lines(
    stretches: Sequence[Stretch], usage: Usage, charges: Sequence[Charge], total: Money
) -> Iterator[Explained[Money]]:
    readings = usage.evidence or (Evidence(kind="reading", ref="stated", words=f"所述用电量{in_kwh(usage.total)}度"),)
    summed = 0
    for one in charges:
        stretch = stretches[one.part]
        units = _units(one.amount, stretch.scale)
        summed += units
        span = say_span(stretch.start, stretch.end) if len(stretches) > 1 else ""
        yield _line(stretch, readings, one, units, span)
    if summed != total.units:
        yield _rounding(stretches[-1].tariff, summed, total)


def _line(stretch: Stretch, readings: tuple[Evidence, ...], one: Charge, units: int, span: str) -> Explained[Money]:
    if one.words:
        return _business_line(stretch, readings, one, units)
    title, rule, price, evidence = _named(stretch.tariff, (one.kind, one.tier, one.band), one.price, stretch.scale)
    less = "减" if units < 0 else ""
    return Explained(
        name=f"billing.{one.kind}.{one.band or one.tier}" if one.band or one.tier else f"billing.{one.kind}",
        value=Money(units),
        sentence=f"{span}{title}{in_kwh(one.quantity)}度，{price}{less}{say_units(units)}元",
        rule=rule,
        source=stretch.tariff.schedule.source,
        inputs=(*readings, evidence),
    )


def _business_line(stretch: Stretch, readings: tuple[Evidence, ...], one: Charge, units: int) -> Explained[Money]:
    """Basic charges rest on the price, the adjustment on the power-factor table."""
    rule = f"prices/{stretch.tariff.schedule.id}#basic"
    source = stretch.tariff.schedule.source
    if table := one.table:
        rule, source = f"power_factors/{table.id}", table.source
    less = "减" if units < 0 else ""
    return Explained(
        name=f"billing.{one.kind}",
        value=Money(units),
        sentence=f"{one.words}{less}{say_units(units)}元",
        rule=rule,
        source=source,
        inputs=(*readings, Evidence(kind="rule", ref=rule, words=source.cited())),
    )


@lru_cache(maxsize=4096)
def _named(tariff: Tariff, what: tuple[str, int, str], price: int, scale: int) -> tuple[str, str, str, Evidence]:
    """The words of a charge that do not depend on how much was used: title, rule, price, and the rule as evidence."""
    title, clause = _title(tariff, *what)
    rule = f"prices/{tariff.schedule.id}#{clause}"
    said = f"每度{say_number(Decimal(abs(price)) / scale)}元，" if price else ""
    return title, rule, said, _rule(tariff, rule)


def _title(tariff: Tariff, kind: str, tier: int, band: str) -> tuple[str, str]:
    if kind == "band":
        return f"{TIER_NAMES[tier]}{tariff.band_title(band)}", f"time_of_use.{band}"
    if kind == "part":
        return next(part.title for part in tariff.schedule.parts if part.id == band), f"parts.{band}"
    if kind == "surcharge":
        return f"{tariff.band_title(band) if band else ''}进入{TIER_NAMES[tier]}加价", f"tiers.{tier}"
    if kind == "free":
        return f"{tariff.policies['low_income'].title}免费", "households.low_income"
    return (TIER_NAMES[tier], f"tiers.{tier}") if tier else ("电量", "price")


def _rounding(tariff: Tariff, summed: int, total: Money) -> Explained[Money]:
    value = Money(total.units - summed)
    rule = f"prices/{tariff.schedule.id}#rounding"
    return Explained(
        name=ROUNDING_LINE,
        value=value,
        sentence=f"尾数四舍五入到分，{say_signed(value)}元",
        rule=rule,
        source=tariff.schedule.source,
        inputs=(_rule(tariff, rule),),
    )


@lru_cache(maxsize=1024)
def _set_aside(contract: Contract, tariff: Tariff, last: Stretch) -> tuple[SetAside, ...]:
    """What the schedule offers that this bill did not use, and why: the agent may be asked."""
    rule = f"prices/{tariff.schedule.id}"
    found = []
    large = tariff.policies.get("large_family")
    if large and not contract.policy(tariff, "large_family", last.start):
        found.append(SetAside(rule=f"{rule}#households.large_family", why_not=f"登记人口不足{large.people}人"))
    if "low_income" in tariff.policies and not contract.household.low_income:
        found.append(SetAside(rule=f"{rule}#households.low_income", why_not="没有登记低保或五保"))
    if tariff.bands and contract.plan == "flat":
        found.append(SetAside(rule=f"{rule}#time_of_use", why_not="没有开通峰谷电价"))
    return tuple(found)


def _rule(tariff: Tariff, rule: str) -> Evidence:
    return Evidence(kind="rule", ref=rule, words=tariff.schedule.source.cited())


def _units(amount: int, scale: int) -> int:
    """The amount to 0.0001 yuan, half up away from zero; what that drops is in the rounding line."""
    per_unit = CENTI * scale // UNITS_A_YUAN
    units = (abs(amount) * 2 + per_unit) // (2 * per_unit)
    return units if amount >= 0 else -units
