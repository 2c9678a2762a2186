"""Rates a period: the charges, each with its sentence, its rule and the reading it rests on."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from warmwatt.billing._bill import Bill
from warmwatt.billing._charge import Charge, charge, total_fen
from warmwatt.billing._household import Household
from warmwatt.billing._say import say_number, say_signed, say_yuan
from warmwatt.billing._tariff import CENTI, Tariff
from warmwatt.billing._usage import Usage, in_kwh
from warmwatt.quantities import DatePeriod, Evidence, Explained, Money, SetAside

UNITS_A_FEN = 100
UNITS_A_YUAN = 10_000
TIER_NAMES = ("", "第一档", "第二档", "第三档", "第四档")
NO_HOUSEHOLD = Household()


def rate(
    *, tariff: Tariff, usage: Usage, period: DatePeriod, household: Household = NO_HOUSEHOLD, accumulated: int = 0
) -> Bill:
    """This function will return the bill of `period`; `accumulated` is the price cycle's use before it, in 0.01 kWh.

    Raises UnableToRate for what cannot be billed: no or negative use, bands the schedule lacks, an open period.
    """
    charges = charge(tariff=tariff, usage=usage, period=period, household=household, accumulated=accumulated)
    total = Money(total_fen(charges, tariff.scale) * UNITS_A_FEN)
    lines = tuple(_lines(tariff, usage, charges, total))
    return Bill(
        tariff=tariff,
        period=period,
        usage=usage,
        household=household,
        accumulated=accumulated,
        total=_total(tariff, usage, total, lines, _set_aside(tariff, usage, household)),
        lines=lines,
    )


def rate_fen(
    *, tariff: Tariff, usage: Usage, period: DatePeriod, household: Household = NO_HOUSEHOLD, accumulated: int = 0
) -> int:
    """This function will return only the total of the same bill, in fen: the short way for many bills."""
    charges = charge(tariff=tariff, usage=usage, period=period, household=household, accumulated=accumulated)
    return total_fen(charges, tariff.scale)


def _lines(tariff: Tariff, usage: Usage, charges: Sequence[Charge], total: Money) -> Iterator[Explained[Money]]:
    summed = 0
    for one in charges:
        value = _money(one, tariff.scale)
        summed += value.units
        yield _line(tariff, usage, one, value)
    if summed != total.units:
        yield _rounding(tariff, summed, total)


def _line(tariff: Tariff, usage: Usage, one: Charge, value: Money) -> Explained[Money]:
    title, clause = _named(tariff, one)
    price = Decimal(abs(one.price)) / tariff.scale
    less = "减" if one.amount < 0 else ""
    sentence = f"{title}{in_kwh(one.quantity)}度，每度{say_number(price)}元，{less}{say_yuan(value)}元"
    rule = f"prices/{tariff.schedule.id}#{clause}"
    return Explained(
        name=f"billing.{one.kind}.{one.band or one.tier}".removesuffix(".0"),
        value=value,
        sentence=sentence,
        rule=rule,
        source=tariff.schedule.source,
        inputs=(*_readings(usage), _rule(tariff, rule)),
    )


def _named(tariff: Tariff, one: Charge) -> tuple[str, str]:
    if one.kind == "band":
        title = next(bands[one.band].title for bands in tariff.bands.values() if one.band in bands)
        return (f"{TIER_NAMES[one.tier]}{title}" if one.tier else title), f"time_of_use.{one.band}"
    if one.kind == "surcharge":
        return f"进入{TIER_NAMES[one.tier]}加价", f"tiers.{one.tier}"
    if one.kind == "free":
        return f"{tariff.policies['low_income'].title}免费", "households.low_income"
    return (TIER_NAMES[one.tier], f"tiers.{one.tier}") if one.tier else ("电量", "price")


def _rounding(tariff: Tariff, summed: int, total: Money) -> Explained[Money]:
    value = Money(total.units - summed)
    rule = f"prices/{tariff.schedule.id}#rounding"
    return Explained(
        name="billing.rounding",
        value=value,
        sentence=f"尾数四舍五入到分，{say_signed(value)}元",
        rule=rule,
        source=tariff.schedule.source,
        inputs=(_rule(tariff, rule),),
    )


def _total(
    tariff: Tariff,
    usage: Usage,
    total: Money,
    lines: tuple[Explained[Money], ...],
    set_aside: tuple[SetAside, ...],
) -> Explained[Money]:
    return Explained(
        name="billing.total",
        value=total,
        sentence=f"用电{in_kwh(usage.total)}度，电费合计{say_yuan(total)}元",
        rule=f"prices/{tariff.schedule.id}",
        source=tariff.schedule.source,
        inputs=lines,
        set_aside=set_aside,
    )


def _set_aside(tariff: Tariff, usage: Usage, household: Household) -> tuple[SetAside, ...]:
    """What the schedule offers that this bill did not use, and why: the agent may be asked."""
    rule = f"prices/{tariff.schedule.id}"
    found = []
    large = tariff.policies.get("large_family")
    if large and not tariff.large_family(household):
        found.append(SetAside(rule=f"{rule}#households.large_family", why_not=f"登记人口不足{large.people}人"))
    if "low_income" in tariff.policies and not household.low_income:
        found.append(SetAside(rule=f"{rule}#households.low_income", why_not="没有登记低保或五保"))
    if tariff.bands and not usage.bands:
        found.append(SetAside(rule=f"{rule}#time_of_use", why_not="没有开通峰谷电价"))
    return tuple(found)


def _readings(usage: Usage) -> tuple[Evidence, ...]:
    return usage.evidence or (Evidence(kind="reading", ref="stated", words=f"所述用电量{in_kwh(usage.total)}度"),)


def _rule(tariff: Tariff, rule: str) -> Evidence:
    return Evidence(kind="rule", ref=rule, words=tariff.schedule.source.cited())


def _money(one: Charge, scale: int) -> Money:
    """The amount to 0.0001 yuan, half up away from zero; what that drops is in the rounding line."""
    per_unit = CENTI * scale // UNITS_A_YUAN
    units = (abs(one.amount) * 2 + per_unit) // (2 * per_unit)
    return Money(units if one.amount >= 0 else -units)
