"""What may differ between two bills: how each cause is told apart, and how it is said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from warmwatt.billing._bill import Bill
from warmwatt.billing._say import say_number
from warmwatt.billing._usage import in_kwh

Say = Callable[[Bill, Bill], str]
TIER_NAMES = ("第一档", "第二档", "第三档", "第四档")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """`differs` tells whether it can have had any effect, `say` puts it into words."""

    differs: Callable[[Bill, Bill], bool]
    say: Say


def days_of(bill: Bill) -> int:
    """This function will return the number of days that a bill covers."""
    return bill.period.days or 1


def corrected(before: Bill, after: Bill) -> bool:
    """This function will tell whether the second bill is the first one, computed again."""
    return before.period == after.period


def _say_daily(before: Bill, after: Bill) -> str:
    if corrected(before, after):
        return f"用电量由{in_kwh(before.usage.total)}度更正为{in_kwh(after.usage.total)}度"
    words = f"平均每天用电从{_daily(before)}度变为{_daily(after)}度"
    return f"{words}{_into_tier(before, after)}"


def _into_tier(before: Bill, after: Bill) -> str:
    reached, had = _highest(after), _highest(before)
    return f"，用到了{TIER_NAMES[reached]}" if reached > had else ""


def _highest(bill: Bill) -> int:
    tiers, _after = bill.tiers
    return max((tier for tier, used in enumerate(tiers) if used), default=0)


def _daily(bill: Bill) -> str:
    return say_number(round(Decimal(bill.usage.total) / 100 / days_of(bill), 1))


def _say_days(before: Bill, after: Bill) -> str:
    return f"计费天数从{days_of(before)}天变为{days_of(after)}天"


def _say_mix(before: Bill, after: Bill) -> str:
    if before.time_of_use != after.time_of_use:
        return "开通了峰谷电价" if after.time_of_use else "退出了峰谷电价"
    return f"谷时用电占比从{_valley(before)}%变为{_valley(after)}%"


def _valley(bill: Bill) -> int:
    return round(100 * bill.usage.bands.get("valley", 0) / (bill.usage.total or 1))


def _say_position(before: Bill, after: Bill) -> str:
    return f"本期之前的年累计用电从{in_kwh(before.accumulated)}度变为{in_kwh(after.accumulated)}度，所处档位不同"


def _say_price(before: Bill, after: Bill) -> str:
    if before.tariff is after.tariff:
        return "换了季节，分档线或分时价格按月份不同"
    return f"电价由{before.source.cited()}改为{after.source.cited()}"


def _say_household(before: Bill, after: Bill) -> str:
    old, new = before.household, after.household
    parts = []
    if old.people != new.people:
        parts.append(f"登记人口从{old.people}人变为{new.people}人")
    if old.low_income != new.low_income:
        parts.append("有了低保或五保优惠" if new.low_income else "没有了低保或五保优惠")
    return "、".join(parts) or "住户的用电优惠或分档月数有变化"


def _say_supply(before: Bill, after: Bill) -> str:
    return "变压器容量、最大需量或损耗有变化"


def _say_factor(before: Bill, after: Bill) -> str:
    return "功率因数有变化"


def _ratio_differs(before: Bill, after: Bill) -> bool:
    one, other = before.usage, after.usage
    if one.reactive is None or other.reactive is None:
        return one.reactive is not other.reactive
    return one.reactive * other.total != other.reactive * one.total


CAUSES: Mapping[str, Cause] = {
    "daily": Cause(
        differs=lambda one, two: one.usage.total * days_of(two) != two.usage.total * days_of(one), say=_say_daily
    ),
    "days": Cause(differs=lambda one, two: days_of(one) != days_of(two), say=_say_days),
    "mix": Cause(
        differs=lambda one, two: one.contract.plan != two.contract.plan or bool(one.usage.bands or two.usage.bands),
        say=_say_mix,
    ),
    "position": Cause(differs=lambda one, two: one.accumulated != two.accumulated, say=_say_position),
    "price": Cause(
        differs=lambda one, two: (one.contract.tariffs, one.period.start) != (two.contract.tariffs, two.period.start),
        say=_say_price,
    ),
    "household": Cause(
        differs=lambda one, two: (
            (one.household, one.contract.moved_in, one.contract.months_in_cycle)
            != (two.household, two.contract.moved_in, two.contract.months_in_cycle)
        ),
        say=_say_household,
    ),
    "supply": Cause(
        differs=lambda one, two: (one.contract.supply, one.usage.demand) != (two.contract.supply, two.usage.demand),
        say=_say_supply,
    ),
    "power_factor": Cause(differs=_ratio_differs, say=_say_factor),
}
