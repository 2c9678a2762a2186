"""What a business pays besides energy: 基本电费 by capacity or demand, and the power-factor adjustment."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from warmwatt.billing._charge import Charge
from warmwatt.billing._clause import Clause
from warmwatt.billing._contract import Contract
from warmwatt.billing._power_factor import adjustment, power_factor
from warmwatt.billing._say import say_number
from warmwatt.billing._supply import Supply
from warmwatt.billing._usage import UnableToRate, Usage, calendar_months, in_kwh
from warmwatt.handbook import BasicCharge, Entry
from warmwatt.quantities import DatePeriod, Evidence

DAYS_A_MONTH = 30
PERCENT = 10_000
FUNDS = "funds"
# What is said up to the amount, the quantity, the amount.
Worded = tuple[str, int, int]


def with_losses(usage: Usage, supply: Supply) -> Usage:
    """This function will return the usage with the transformer's losses, shared among the bands by their use."""
    if not supply.loss and not supply.reactive_loss:
        return usage
    bands, given, until = {}, 0, 0
    for band, used in usage.bands.items():
        until += used
        share = supply.loss * until // (usage.total or 1)
        bands[band] = used + share - given
        given = share
    reactive = None if usage.reactive is None else usage.reactive + supply.reactive_loss
    return replace(usage, total=usage.total + supply.loss, bands=bands, reactive=reactive)


def business_charges(
    contract: Contract, supply: Supply, period: DatePeriod, usage: Usage, energy: Sequence[Charge]
) -> Iterator[Charge]:
    """This function will yield the basic charge, then the adjustment on it and on energy without the funds.

    Raises UnableToRate where the price has no basic charge, or the meter read no demand or reactive energy.
    """
    basic = tuple(_basic(contract, supply, period, usage)) if supply.basic else ()
    yield from basic
    if supply.factor_table is not None:
        base = sum(one.amount for one in (*energy, *basic) if one.clause.band != FUNDS)
        yield _adjusted(supply, usage, base, contract.scale)


def _basic(contract: Contract, supply: Supply, period: DatePeriod, usage: Usage) -> Iterator[Charge]:
    schedule = contract.tariff_on(period.start).schedule
    terms = schedule.basic
    price = (terms.capacity if supply.basic == "capacity" else terms.demand) if terms else None
    if terms is None or price is None:
        raise UnableToRate(f"{schedule.title}没有这种基本电费的单价", field="basic")
    units = int(price * contract.scale)
    if supply.basic == "demand":
        found = _by_demand(supply, terms, usage, units * len(calendar_months(period)), say_number(price))
    else:
        found = _by_capacity(supply, period, units, say_number(price))
    for words, quantity, amount in found:
        yield Charge(_clause("basic", words, schedule, f"prices/{schedule.id}#basic"), quantity, amount)


def _by_demand(supply: Supply, terms: BasicCharge, usage: Usage, price: int, said: str) -> Iterator[Worded]:
    if usage.demand is None:
        raise UnableToRate("按最大需量计收基本电费，需要最大需量", field="max_demand_kw")
    agreed = supply.contract_demand
    allowed = int(agreed * terms.allowance)
    charged = usage.demand if not agreed else agreed if usage.demand <= allowed else allowed
    words = f"基本电费按需量{in_kwh(charged)}千瓦，每千瓦每月{said}元，"
    yield words, charged, charged * price
    if agreed and usage.demand > allowed:
        over = usage.demand - allowed
        words = f"最大需量超过合同{say_number(terms.allowance * 100)}%的{in_kwh(over)}千瓦按{terms.above}倍，"
        yield words, over, over * price * terms.above


def _by_capacity(supply: Supply, period: DatePeriod, price: int, said: str) -> Iterator[Worded]:
    """The capacity held all through by the month; what came or went in between by days, a thirtieth each."""
    spans = _capacity_spans(supply, period)
    held = min(capacity for capacity, _ in spans)
    months, days = _whole_months(period)
    if held:
        amount = _round(held * price * (months * DAYS_A_MONTH + days), DAYS_A_MONTH)
        span = f"{months}个月" if months != 1 and not days else f"{days}天" if days else ""
        yield f"基本电费按容量{in_kwh(held)}千伏安{span}，每千伏安每月{said}元，", held, amount
    for capacity, days in spans:
        if extra := capacity - held:
            counted = min(days, DAYS_A_MONTH * max(1, months))
            words = f"基本电费另有{in_kwh(extra)}千伏安用{counted}天，每天按月价{said}元的三十分之一，"
            yield words, extra, _round(extra * price * counted, DAYS_A_MONTH)


def _capacity_spans(supply: Supply, period: DatePeriod) -> list[tuple[int, int]]:
    """(capacity, days) in order. A day of change counts whole at the larger capacity."""
    assert period.end is not None
    starts: list[tuple[date, int]] = [(period.start, supply.capacity)]
    for day, capacity in sorted(supply.capacity_changes):
        first = day if capacity >= starts[-1][1] else day + timedelta(days=1)
        if first <= period.start:
            starts = [(period.start, capacity)]
        elif first < period.end:
            starts.append((first, capacity))
    ends = [day for day, _ in starts[1:]] + [period.end]
    return [(capacity, (end - start).days) for (start, capacity), end in zip(starts, ends, strict=True)]


def _whole_months(period: DatePeriod) -> tuple[int, int]:
    """(months, 0) for a period of whole months, else (0, days): a part of a month is charged by days."""
    assert period.end is not None
    if period.start.day == period.end.day:
        return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month, 0
    if period.days is not None and period.days >= DAYS_A_MONTH - 2:
        return len(calendar_months(period)), 0
    return 0, period.days or 0


def _adjusted(supply: Supply, usage: Usage, base: int, scale: int) -> Charge:
    table = supply.factor_table
    assert table is not None
    if usage.reactive is None:
        raise UnableToRate("执行功率因数调整，需要无功电量", field="reactive_kvarh")
    factor = power_factor(active=usage.total, reactive=usage.reactive)
    percent = adjustment(table=table, factor=factor)
    amount = _round(base * percent, PERCENT * scale) * scale
    words = f"功率因数{Decimal(factor) / 100:.2f}，{say_adjustment(percent, table.standard)}，"
    return Charge(_clause("power_factor", words, table, f"{table.folder}/{table.id}"), factor, amount)


def _clause(kind: str, words: str, entry: Entry, rule: str) -> Clause:
    return Clause(
        name=f"billing.{kind}",
        kind=kind,
        price=0,
        opens=words,
        closes="",
        rule=rule,
        source=entry.source,
        evidence=Evidence(kind="rule", ref=rule, words=entry.source.cited()),
        counted=False,
    )


def say_adjustment(percent: int, standard: Decimal) -> str:
    """This function will return what the table says, in words: 低于标准0.90，加收5%."""
    if not percent:
        return f"正好是标准{standard:.2f}，不增不减"
    size = say_number(Decimal(abs(percent)) / 100)
    return f"低于标准{standard:.2f}，加收{size}%" if percent > 0 else f"高于标准{standard:.2f}，减收{size}%"


def _round(amount: int, divisor: int) -> int:
    """Half up, away from zero."""
    size = (abs(amount) * 2 + divisor) // (2 * divisor)
    return size if amount >= 0 else -size
