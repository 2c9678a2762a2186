"""Sums beside the bill: late fees, back-billing of wrong meters and theft, damaged appliances, a wrong power factor.

Each returns an `Explained` amount whose parts add up to it.
"""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from warmwatt.billing._business import say_adjustment
from warmwatt.billing._power_factor import adjustment, power_factor
from warmwatt.billing._say import say_number, say_units
from warmwatt.billing._usage import UnableToRate, in_kwh
from warmwatt.handbook import CompensationRule, Entry, LateFeeRule, PowerFactorTable, RecoveryRule
from warmwatt.quantities import Evidence, Explained, Money, Rounding

FEN = Decimal("0.01")
PERMYRIAD = Decimal(10_000)
MONTHS_A_YEAR = 12


def late_fee(*, rule: LateFeeRule, debt: Decimal, days_this_year: int, days_across_year: int = 0) -> Explained[Money]:
    """This function will return the late fee of a debt that is overdue so many days in its own year and after it."""
    if debt < 0 or days_this_year < 0 or days_across_year < 0:
        raise UnableToRate("欠费和逾期天数不能为负", field="debt_yuan")
    parts = [
        _line(rule, f"{words}逾期{days}天，{say_number(debt)}元每天按{say_number(rate * 1000)}‰", debt * rate * days)
        for words, days, rate in (
            ("当年", days_this_year, rule.rate),
            ("跨年", days_across_year, rule.rate_across_year),
        )
        if days
    ]
    least = rule.least_yuan - sum((part.value.in_yuan for part in parts), Decimal(0))
    if parts and least > 0:
        parts.append(
            _line(rule, f"不足{say_number(rule.least_yuan)}元按{say_number(rule.least_yuan)}元收，补足", least)
        )
    return _total(rule, "违约金合计", parts)


def overdue_days(*, due: date, paid: date) -> tuple[int, int]:
    """This function will return the days from the day after `due` through `paid`: in the debt's year, and after it."""
    days = max(0, (paid - due).days)
    after = max(0, (paid - date(due.year, 12, 31)).days)
    return days - after, after


def meter_error(*, rule: RecoveryRule, recorded: int, error: Decimal) -> Explained[Decimal]:
    """This function will return the kWh to charge (or, negative, to give back) for a meter that erred.

    `recorded` is in 0.01 kWh since the last test; `error` is what it read too much, as a part (slow is negative).
    """
    if error <= -1 or recorded < 0:
        raise UnableToRate("误差应大于-100%，记录电量不能为负", field="error_percent")
    true = Decimal(recorded) / 100 / (1 + error)
    missed = true - Decimal(recorded) / 100
    kwh = (missed * rule.part_of_time).quantize(FEN, rounding=ROUND_HALF_UP)
    direction = "补收" if kwh >= 0 else "退还"
    sentence = (
        f"记录{in_kwh(recorded)}度，误差{say_number(error * 100)}%，实际应为{say_number(true.quantize(FEN))}度，"
        f"按{say_number(rule.part_of_time)}的时间{direction}{say_number(abs(kwh))}度"
    )
    return Explained(
        name="billing.meter_error",
        value=kwh,
        sentence=sentence,
        rule=_ref(rule),
        source=rule.source,
        inputs=(_evidence(rule),),
    )


def theft(
    *,
    rule: RecoveryRule,
    kilowatts: Decimal,
    price: Decimal,
    days: int = 0,
    hours: Decimal | None = None,
    lighting: bool = True,
) -> Explained[Money]:
    """This function will return what a theft costs: the energy, and the penalty. Unknown times are as the rule says."""
    if kilowatts <= 0 or price <= 0:
        raise UnableToRate("窃电设备容量和电价应大于0", field="kilowatts")
    counted = days or rule.days
    daily = hours if hours is not None else Decimal(rule.hours_lighting if lighting else rule.hours_power)
    kwh = kilowatts * counted * daily
    words = (
        f"{say_number(kilowatts)}千瓦用{counted}天、每天{say_number(daily)}小时，"
        f"共{say_number(kwh)}度，每度{say_number(price)}元"
    )
    energy = _line(rule, f"追补电费：{words}", kwh * price)
    penalty = _line(rule, f"违约使用电费：追补电费的{rule.penalty_times}倍", energy.value.in_yuan * rule.penalty_times)
    return _total(rule, "追补和违约使用电费合计", [energy, penalty])


def appliance(
    *, rule: CompensationRule, sort: str, price: Decimal, months_used: int, claimed_in_days: int
) -> Explained[Money]:
    """This function will return what is paid for an appliance that cannot be repaired."""
    life = next(one for one in rule.lives if one.sort == sort)
    if claimed_in_days > rule.claim_within_days:
        return _total(rule, "赔偿", [_line(rule, f"超过{rule.claim_within_days}天没有提出，不予赔偿", Decimal(0))])
    if months_used <= rule.full_price_months:
        return _total(rule, "赔偿", [_line(rule, f"购置不满{rule.full_price_months}个月，按原价赔偿", price)])
    whole = life.years * MONTHS_A_YEAR
    left = max(Decimal(whole - months_used) / whole, rule.least_part)
    words = (
        f"{life.title}寿命{life.years}年，已用{months_used}个月，按{say_number((left * 100).quantize(FEN))}%折旧赔偿"
    )
    return _total(rule, "赔偿", [_line(rule, words, price * left)])


def factor_correction(
    *, table: PowerFactorTable, billed: Decimal, active: int, reactive: int, reactive_missed: int = 0
) -> Explained[Money]:
    """This function will return what a bill should have been, and the difference, where reactive energy was misread."""
    before = adjustment(table=table, factor=power_factor(active=active, reactive=reactive))
    factor = power_factor(active=active, reactive=reactive + reactive_missed)
    after = adjustment(table=table, factor=factor)
    base = billed / (1 + before / PERMYRIAD)
    true = (base * (1 + after / PERMYRIAD)).quantize(FEN, rounding=ROUND_HALF_UP)
    words = (
        f"实际功率因数{Decimal(factor) / 100:.2f}，{say_adjustment(after, table.standard)}，"
        f"应收{say_number(true)}元，已收{say_number(billed)}元"
    )
    return _total(table, "应补", [_line(table, words, true - billed)])


def _line(rule: Entry, words: str, yuan: Decimal) -> Explained[Money]:
    value = Money(int((yuan * 10_000).to_integral_value(rounding=ROUND_HALF_UP))).to_fen(Rounding.HALF_UP)
    return Explained(
        name=f"billing.{rule.id}",
        value=value,
        sentence=f"{words}，{'减' if value.units < 0 else ''}{say_units(value.units)}元",
        rule=_ref(rule),
        source=rule.source,
        inputs=(_evidence(rule),),
    )


def _total(rule: Entry, title: str, parts: Sequence[Explained[Money]]) -> Explained[Money]:
    value = Money(sum(part.value.units for part in parts))
    return Explained(
        name=f"billing.{rule.id}.total",
        value=value,
        sentence=f"{title}{'减' if value.units < 0 else ''}{say_units(value.units)}元",
        rule=_ref(rule),
        source=rule.source,
        inputs=tuple(parts) or (_evidence(rule),),
    )


def _ref(rule: Entry) -> str:
    return f"{rule.folder}/{rule.id}"


def _evidence(rule: Entry) -> Evidence:
    return Evidence(kind="rule", ref=_ref(rule), words=rule.source.cited())
