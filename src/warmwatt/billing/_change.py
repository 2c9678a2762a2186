"""Why one bill differs from another: causes that add up exactly to the difference, whatever their order.

Each cause's share is its Shapley value: its effect averaged over every order in which the causes could have come. The
sums stay whole numbers (times n!); what rounding to the fen leaves over goes to the largest shares.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from math import factorial

from warmwatt.billing._bill import Bill
from warmwatt.billing._contract import PricePlan
from warmwatt.billing._rate import rate_fen
from warmwatt.billing._say import say_number, say_yuan
from warmwatt.billing._usage import UnableToRate, Usage, in_kwh
from warmwatt.quantities import DatePeriod, Evidence, Explained, Money

UNITS_A_FEN = 100


def why_changed(before: Bill, after: Bill) -> Explained[Money]:
    """This function will return the difference between two bills with its causes, largest first."""
    shares = _shares(before, after)
    causes = tuple(
        _cause(name, fen, before, after) for name, fen in sorted(shares.items(), key=lambda one: -abs(one[1])) if fen
    )
    difference = after.total.value - before.total.value
    direction = "多" if difference.units >= 0 else "少"
    return Explained(
        name="billing.change",
        value=difference,
        sentence=f"这次比上次{direction}{say_yuan(difference)}元",
        rule=f"prices/{after.tariff.schedule.id}",
        source=after.source,
        inputs=causes or _readings(before, after),
    )


def _shares(before: Bill, after: Bill) -> dict[str, int]:
    """Each cause's share in fen; together exactly the difference of the totals."""
    names = tuple(FACTORS)
    count = len(names)
    worth = [_fen_of(before, after, chosen) for chosen in range(1 << count)]
    weights = [factorial(size) * factorial(count - size - 1) for size in range(count)]
    scaled = {
        name: sum(
            weights[chosen.bit_count()] * (worth[chosen | 1 << place] - worth[chosen])
            for chosen in range(1 << count)
            if not chosen >> place & 1
        )
        for place, name in enumerate(names)
    }
    return _to_fen(scaled, factorial(count), worth[-1] - worth[0])


def _to_fen(scaled: Mapping[str, int], whole: int, difference: int) -> dict[str, int]:
    shares = {name: (share * 2 + whole) // (2 * whole) for name, share in scaled.items()}
    largest = max(shares, key=lambda name: abs(shares[name]))
    shares[largest] += difference - sum(shares.values())
    return shares


def _fen_of(before: Bill, after: Bill, chosen: int) -> int:
    """The total with the chosen factors (bits) as they are in `after`, the others as in `before`, in fen."""
    if chosen in {0, (1 << len(FACTORS)) - 1}:
        return (after if chosen else before).fen
    of = {name: after if chosen >> place & 1 else before for place, name in enumerate(FACTORS)}
    total = _energy(of["daily"], of["days"])
    for usage in (_mixed(total, of["mix"].usage), Usage(total=total)):
        plan: PricePlan = "tou" if usage.bands else "flat"
        try:
            return rate_fen(
                contract=replace(of["price"].contract, plan=plan, household=of["household"].household),
                usage=usage,
                period=of["days"].period,
                accumulated=of["position"].accumulated,
            )
        except UnableToRate:
            # The old price may lack the new bands: a mixture that never was is then rated without them.
            continue
    raise UnableToRate("两张账单的价格无法相互比较")


def _energy(daily: Bill, days: Bill) -> int:
    ours, theirs = _days(daily.period), _days(days.period)
    return daily.usage.total if daily is days else (daily.usage.total * theirs * 2 + ours) // (2 * ours)


def _mixed(total: int, like: Usage) -> Usage:
    if not like.bands or not like.total:
        return Usage(total=total)
    bands = {band: used * total // like.total for band, used in like.bands.items()}
    first = next(iter(bands))
    bands[first] += total - sum(bands.values())
    return Usage(total=total, bands=bands)


def _days(period: DatePeriod) -> int:
    return period.days or 1


def _cause(name: str, fen: int, before: Bill, after: Bill) -> Explained[Money]:
    value = Money(fen * UNITS_A_FEN)
    words = FACTORS[name](before, after)
    direction = "多" if fen > 0 else "少"
    return Explained(
        name=f"billing.change.{name}",
        value=value,
        sentence=f"{words}，{direction}了{say_yuan(value)}元",
        rule=f"prices/{after.tariff.schedule.id}",
        source=after.source,
        inputs=_readings(before, after),
    )


def _readings(before: Bill, after: Bill) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(kind="reading", ref=f"{bill.period.start}/{bill.period.end}", words=bill.total.sentence)
        for bill in (before, after)
    )


def _say_daily(before: Bill, after: Bill) -> str:
    return f"平均每天用电从{_daily(before)}度变为{_daily(after)}度"


def _daily(bill: Bill) -> str:
    return say_number(round(Decimal(bill.usage.total) / 100 / _days(bill.period), 1))


def _say_days(before: Bill, after: Bill) -> str:
    return f"计费天数从{_days(before.period)}天变为{_days(after.period)}天"


def _say_mix(before: Bill, after: Bill) -> str:
    if before.time_of_use != after.time_of_use:
        return "开通了峰谷电价" if after.time_of_use else "退出了峰谷电价"
    return f"谷时用电占比从{_valley(before)}%变为{_valley(after)}%"


def _valley(bill: Bill) -> int:
    return round(100 * bill.usage.bands.get("valley", 0) / (bill.usage.total or 1))


def _say_position(before: Bill, after: Bill) -> str:
    return f"本期之前的年累计用电从{in_kwh(before.accumulated)}度变为{in_kwh(after.accumulated)}度，所处档位不同"


def _say_price(before: Bill, after: Bill) -> str:
    return f"电价由{before.source.cited()}改为{after.source.cited()}"


def _say_household(before: Bill, after: Bill) -> str:
    return "一户多人口或低保优惠有变化"


FACTORS: Mapping[str, Callable[[Bill, Bill], str]] = {
    "daily": _say_daily,
    "days": _say_days,
    "mix": _say_mix,
    "position": _say_position,
    "price": _say_price,
    "household": _say_household,
}
