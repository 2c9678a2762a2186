"""Why one bill differs from another: causes that add up exactly to the difference, whatever their order.

Each cause's share is its Shapley value: its effect averaged over every order in which the causes could have come. A
mixture of two bills takes its price from one's days and its length from the other's.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from warmwatt.billing._bill import UNITS_A_FEN, Bill
from warmwatt.billing._causes import CAUSES, days_of
from warmwatt.billing._contract import Contract, PricePlan
from warmwatt.billing._rate import rate_fen
from warmwatt.billing._say import say_yuan
from warmwatt.billing._shares import shapley_shares
from warmwatt.billing._usage import UnableToRate, Usage
from warmwatt.quantities import DatePeriod, Evidence, Explained, Money


def why_changed(before: Bill, after: Bill) -> Explained[Money]:
    """This function will return the difference between two bills with its causes, largest first."""
    names = [name for name, cause in CAUSES.items() if cause.differs(before, after)]
    shares = shapley_shares(names, lambda chosen: _fen_of(before, after, chosen, len(names)))
    ordered = sorted(shares.items(), key=lambda one: -abs(one[1]))
    causes = tuple(_cause(name, fen, before, after) for name, fen in ordered if fen)
    difference = Money((after.fen - before.fen) * UNITS_A_FEN)
    direction = "多" if difference.units >= 0 else "少"
    return Explained(
        name="billing.change",
        value=difference,
        sentence=f"这次比上次{direction}{say_yuan(difference)}元",
        rule=f"prices/{after.tariff.schedule.id}",
        source=after.source,
        inputs=causes or _readings(before, after),
    )


def _fen_of(before: Bill, after: Bill, chosen: frozenset[str], count: int) -> int:
    """The total with the chosen causes as they are in `after`, the others as in `before`, in fen."""
    if len(chosen) in {0, count}:
        return (after if chosen else before).fen
    of = {name: after if name in chosen else before for name in CAUSES}
    for contract, usage, period in _mixtures(of):
        try:
            return rate_fen(contract=contract, usage=usage, period=period, accumulated=of["position"].accumulated)
        except UnableToRate:
            # The old price may lack the new bands, or end with its days: the next mixture does without.
            continue
    raise UnableToRate("两张账单的价格无法相互比较")


def _mixtures(of: dict[str, Bill]) -> Iterator[tuple[Contract, Usage, DatePeriod]]:
    total = _energy(of["daily"], of["days"])
    for bands in (True, False):
        usage = _mixed(total, of, bands=bands)
        plan: PricePlan = "tou" if usage.bands else "flat"
        for period in _periods(of["price"], days_of(of["days"])):
            yield _contract(of, plan), usage, period


def _contract(of: dict[str, Bill], plan: PricePlan) -> Contract:
    home = of["household"].contract
    return replace(
        of["price"].contract,
        plan=plan,
        household=home.household,
        moved_in=home.moved_in,
        months_in_cycle=home.months_in_cycle,
        supply=of["supply"].contract.supply,
    )


def _periods(price: Bill, days: int) -> Iterator[DatePeriod]:
    """So many days under that bill's prices: from its first day, else up to its last."""
    start, end = price.period.start, price.period.end
    yield DatePeriod(start=start, end=start + timedelta(days=days))
    if end is not None:
        yield DatePeriod(start=end - timedelta(days=days), end=end)


def _energy(daily: Bill, days: Bill) -> int:
    ours, theirs = days_of(daily), days_of(days)
    return daily.usage.total if daily is days else (daily.usage.total * theirs * 2 + ours) // (2 * ours)


def _mixed(total: int, of: dict[str, Bill], *, bands: bool) -> Usage:
    factor, demand = of["power_factor"].usage, of["supply"].usage.demand
    reactive = None if factor.reactive is None else factor.reactive * total // (factor.total or 1)
    like = of["mix"].usage
    if not bands or not like.bands or not like.total:
        return Usage(total=total, reactive=reactive, demand=demand)
    shares = {band: used * total // like.total for band, used in like.bands.items()}
    shares[next(iter(shares))] += total - sum(shares.values())
    return Usage(total=total, bands=shares, reactive=reactive, demand=demand)


def _cause(name: str, fen: int, before: Bill, after: Bill) -> Explained[Money]:
    value = Money(fen * UNITS_A_FEN)
    direction = "多" if fen > 0 else "少"
    return Explained(
        name=f"billing.change.{name}",
        value=value,
        sentence=f"{CAUSES[name].say(before, after)}，{direction}了{say_yuan(value)}元",
        rule=f"prices/{after.tariff.schedule.id}",
        source=after.source,
        inputs=_readings(before, after),
    )


def _readings(before: Bill, after: Bill) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(kind="reading", ref=f"{bill.period.start}/{bill.period.end}", words=bill.total.sentence)
        for bill in (before, after)
    )
