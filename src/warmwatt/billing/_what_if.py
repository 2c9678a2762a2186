"""What if: would peak and valley pay, what would another household policy save, when is the next tier reached?

Each answer rests on what was really used: bills of the last year, or the year's use so far.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from warmwatt.billing._bill import UNITS_A_FEN, Bill
from warmwatt.billing._contract import Contract, PricePlan
from warmwatt.billing._household import Household
from warmwatt.billing._rate import rate, rate_fen
from warmwatt.billing._say import say_yuan
from warmwatt.billing._stretch import stretches_of
from warmwatt.billing._tariff import cycle_start
from warmwatt.billing._usage import UnableToRate, Usage, in_kwh
from warmwatt.quantities import DatePeriod, Evidence, Explained, Money

WHOLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`saving` is what the other way would have cost less; `break_even` the valley percentage from which it pays."""

    saving: Explained[Money]
    break_even: int | None


def with_household(bills: Sequence[Bill], household: Household) -> Explained[Money]:
    """This function will return what these bills would have cost less with that household registered or chosen."""
    return _saved(
        bills, [_again(bill, replace(bill.contract, household=household)) for bill in bills], "改按这样的住户登记"
    )


def on_other_terms(bills: Sequence[Bill], contract: Contract) -> Explained[Money]:
    """This function will return what these bills would have cost less on another contract, such as the 合表 price."""
    return _saved(bills, [_again(bill, contract) for bill in bills], "改按另一种电价")


def on_time_of_use(bills: Sequence[Bill], *, valley_percent: int | None = None) -> Comparison:
    """This function will return what peak and valley would save, or, for bills that have them, what they did save.

    Bills of one register need the valley percentage that is assumed; the break-even one is told beside it.
    """
    share = _valley_percent(bills) if valley_percent is None else valley_percent
    flat = [_fen_on(bill, "flat", share) for bill in bills]
    banded = [_fen_on(bill, "tou", share) for bill in bills]
    saved = Money((sum(flat) - sum(banded)) * UNITS_A_FEN)
    words = f"谷时用电占{share}%，峰谷电价比不分时{'少' if saved.units >= 0 else '多'}花{say_yuan(saved)}元"
    break_even = next((one for one in range(WHOLE + 1) if _pays(bills, one, sum(flat))), None)
    point = f"；谷时占到{break_even}%就合算" if break_even is not None else "；谷时占多少都不合算"
    return Comparison(
        saving=_explained("billing.what_if.time_of_use", saved, words + point, bills), break_even=break_even
    )


def next_tier_on(
    *, contract: Contract, used: int, until: date, last_year: Sequence[tuple[date, int]] = ()
) -> Explained[date | None]:
    """This function will return the day on which the next tier begins if use goes on; None where this cycle ends first.

    `used` is the cycle's use, in 0.01 kWh, up to `until`. `last_year` gives (first day of a month, use) of the year
    before: the pace of each month to come is then last year's, else that of the cycle so far.
    """
    tariff = contract.tariff_on(until)
    begins = cycle_start(tariff=tariff, on=until)
    stretch = stretches_of(contract, DatePeriod(start=until, end=until + timedelta(days=1)))[0]
    limit = next((one for one in stretch.limits if one > used), None)
    if limit is None:
        raise UnableToRate("已经在最高一档，或不分档", field="year_to_date_kwh")
    days = (until - begins).days
    if not days and not last_year:
        raise UnableToRate("周期刚开始，还没有用电可以推算", field="year_to_date_kwh")
    months = {day.month: Decimal(use) / _days_in(day) for day, use in last_year}
    day, total = until, Decimal(used)
    while cycle_start(tariff=tariff, on=day) == begins and total <= limit:
        total += months.get(day.month, Decimal(used) / (days or 1))
        day += timedelta(days=1)
    reached = None if total <= limit else day - timedelta(days=1)
    return _reached(reached, limit, used, until, stretch.rule_id)


def _reached(reached: date | None, limit: int, used: int, until: date, rule: str) -> Explained[date | None]:
    so_far = f"到{until.month}月{until.day}日累计{in_kwh(used)}度，下一档从{in_kwh(limit)}度以后开始"
    words = (
        f"照此用电，大约{reached.month}月{reached.day}日进入下一档" if reached else "照此用电，本周期内不会进入下一档"
    )
    evidence = (
        Evidence(kind="reading", ref=until.isoformat(), words=so_far),
        Evidence(kind="rule", ref=rule, words=rule),
    )
    return Explained(
        name="billing.what_if.tier", value=reached, sentence=f"{so_far}；{words}", rule=rule, inputs=evidence
    )


def _days_in(day: date) -> int:
    first = day.replace(day=1)
    return ((first + timedelta(days=31)).replace(day=1) - first).days


def _again(bill: Bill, contract: Contract) -> int:
    return rate_fen(contract=contract, usage=bill.usage, period=bill.period, accumulated=bill.accumulated)


def _assumed(contract: Contract, bill: Bill, share: int) -> Usage:
    """That part of the use at valley, the rest spread over the other bands by their hours."""
    prices = contract.tariff_on(bill.period.start).bands.get(bill.period.start.month, {})
    hours = {band: _hours(price.hours) for band, price in prices.items() if band != "valley"}
    total, whole = bill.usage.total, sum(hours.values()) or 1
    valley = total * share // WHOLE
    bands = {band: (total - valley) * part // whole for band, part in hours.items()}
    return Usage(total=total, bands=bands | {"valley": total - sum(bands.values())})


def _hours(written: str) -> int:
    """How many hours 08:00-11:00、17:00-20:00 are; a span that cannot be read counts as one."""
    spans = re.findall(r"(\d{2}):\d{2}-(\d{2}):\d{2}", written)
    return sum((int(end) - int(start)) % 24 or 24 for start, end in spans) or 1


def _pays(bills: Sequence[Bill], share: int, flat: int) -> bool:
    return sum(_fen_on(bill, "tou", share, assumed=True) for bill in bills) <= flat


def _fen_on(bill: Bill, plan: PricePlan, share: int, *, assumed: bool = False) -> int:
    contract = replace(bill.contract, plan=plan)
    usage = bill.usage
    if plan == "flat":
        usage = Usage(total=usage.total)
    elif assumed or not usage.bands:
        usage = _assumed(contract, bill, share)
    return rate(contract=contract, usage=usage, period=bill.period, accumulated=bill.accumulated).fen


def _valley_percent(bills: Sequence[Bill]) -> int:
    if not all(bill.usage.bands for bill in bills):
        raise UnableToRate("没有分时电量，请说明谷时用电大约占多少", field="valley_percent")
    total = sum(bill.usage.total for bill in bills)
    return round(WHOLE * sum(bill.usage.bands.get("valley", 0) for bill in bills) / (total or 1))


def _saved(bills: Sequence[Bill], other: Sequence[int], how: str) -> Explained[Money]:
    saved = Money((sum(bill.fen for bill in bills) - sum(other)) * UNITS_A_FEN)
    words = f"{how}，这{len(bills)}期{'少' if saved.units >= 0 else '多'}花{say_yuan(saved)}元"
    return _explained("billing.what_if.terms", saved, words, bills)


def _explained(name: str, value: Money, words: str, bills: Sequence[Bill]) -> Explained[Money]:
    if not bills:
        raise UnableToRate("没有账单可以比较", field="bills")
    evidence = tuple(
        Evidence(kind="reading", ref=f"{bill.period.start}/{bill.period.end}", words=bill.total.sentence)
        for bill in bills
    )
    rule = bills[-1].stretches[-1].rule_id
    return Explained(name=name, value=value, sentence=words, rule=rule, source=bills[-1].source, inputs=evidence)
