"""Cuts a period into stretches in which one price holds, and compiles what each is charged by.

A period is cut where a new version of the price begins, where the bands of the season change, and where tiers are
suspended (heating). Use that was not read on such a day is shared by days, and the bill says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from warmwatt.billing._clause import Clauses, clauses_of
from warmwatt.billing._contract import Contract
from warmwatt.billing._tariff import BandPrice, Tariff, cycle_start
from warmwatt.billing._usage import CENTI, UnableToRate, calendar_months
from warmwatt.handbook import Untiered
from warmwatt.quantities import DatePeriod, SetAside

MONTHS_A_YEAR = 12
NO_MONTHS: tuple[int, ...] = ()
NO_BANDS: Mapping[str, BandPrice] = {}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stretch:
    """Some days of a period with all that is charged in them: whole numbers, energies in 0.01 kWh.

    `limits` are where tiers begin on the accumulator; `suspended` says why there are none. `carried` tells whether use
    before the period counts, `free` is the energy granted free. `bands` is empty on the flat plan. `parts` of a
    business price are (id, price, whether it floats); where some float, the bands hold only what does. Charges
    point to `clauses`.
    """

    tariff: Tariff
    start: date
    end: date
    scale: int
    rule: str
    price: int
    limits: tuple[int, ...]
    adds: tuple[int, ...]
    bands: Mapping[str, BandPrice]
    parts: tuple[tuple[str, int, bool], ...]
    free: int
    carried: bool
    suspended: Untiered | None
    clauses: Clauses
    rule_id: str
    set_aside: tuple[SetAside, ...]

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.end - self.start).days


@lru_cache(maxsize=4096)
def stretches_of(contract: Contract, period: DatePeriod) -> tuple[Stretch, ...]:
    """This function will return the stretches of a closed period, in order.

    Raises UnableToRate for an open or empty period, a day without a price in force, and a plan the price lacks.
    """
    months = calendar_months(period)
    assert period.end is not None
    days = (period.start, *_cuts(contract, period.start, period.end), period.end)
    _check_length(contract, period, months)
    return tuple(_stretch(contract, period, months, start, end) for start, end in pairwise(days))


def _check_length(contract: Contract, period: DatePeriod, months: tuple[int, ...]) -> None:
    tariff = contract.tariff_on(period.start)
    allowed = max(MONTHS_A_YEAR, contract.months_in_cycle or 0)
    if len(months) > allowed:
        raise UnableToRate(f"{tariff.schedule.title}：计费周期超过{allowed}个月，请按年度分开计算", field="to")


def _cuts(contract: Contract, start: date, end: date) -> Iterator[date]:
    """The days inside the period on which something about the price changes."""
    versions = {tariff.schedule.valid_from for tariff in contract.tariffs}
    day = start
    while (day := day + timedelta(days=1)) < end:
        if day in versions or (day.day == 1 and _differs(contract, day)):
            yield day


def _differs(contract: Contract, day: date) -> bool:
    """Whether the month that begins on `day` has other bands, tier steps or suspension than the one before."""
    yesterday = day - timedelta(days=1)
    new, old = contract.tariff_on(day), contract.tariff_on(yesterday)
    if _suspended(contract, new, day.month) != _suspended(contract, old, yesterday.month):
        return True
    if contract.plan == "tou" and new.bands and new.bands[day.month] != old.bands.get(yesterday.month):
        return True
    return bool(new.tiers and old.tiers) and new.tiers[day.month].adds != old.tiers[yesterday.month].adds


def _stretch(contract: Contract, period: DatePeriod, months: tuple[int, ...], start: date, end: date) -> Stretch:
    tariff = contract.tariff_on(start)
    schedule = tariff.schedule
    factor = contract.scale // tariff.scale
    suspended = _suspended(contract, tariff, start.month)
    share = ((end - start).days, period.days or 1)
    adds = () if suspended or not tariff.tiers else tariff.tiers[_month(start, months, share)].adds
    low_income = contract.policy(tariff, "low_income", start)
    free = low_income.free_kwh_a_month * len(months) * CENTI if low_income else 0
    price, bands = tariff.price * factor, _bands(contract, tariff, start, factor)
    scaled = tuple(add * factor for add in adds)
    rule_id = f"prices/{schedule.id}"
    return Stretch(
        tariff=tariff,
        start=start,
        end=end,
        scale=contract.scale,
        rule=schedule.tier_rule if adds else "none",
        price=price,
        limits=_limits(contract, tariff, period, months, share) if adds else (),
        adds=scaled,
        bands=bands,
        parts=tuple((one.id, int(one.price * contract.scale), one.floats) for one in schedule.parts),
        free=_shared(free, share),
        carried=_carried(tariff, period),
        suspended=suspended,
        clauses=clauses_of(tariff, scale=contract.scale, price=price, adds=scaled, bands=bands),
        rule_id=rule_id,
        set_aside=_set_aside(contract, tariff, start),
    )


def _set_aside(contract: Contract, tariff: Tariff, on: date) -> tuple[SetAside, ...]:
    """What the schedule offers that this contract does not use, and why: the agent may be asked."""
    rule = f"prices/{tariff.schedule.id}"
    found = []
    large = tariff.policies.get("large_family")
    if large and not contract.policy(tariff, "large_family", on):
        found.append(SetAside(rule=f"{rule}#households.large_family", why_not=f"登记人口不足{large.people}人"))
    if "low_income" in tariff.policies and not contract.household.low_income:
        found.append(SetAside(rule=f"{rule}#households.low_income", why_not="没有登记低保或五保"))
    if tariff.bands and contract.plan == "flat":
        found.append(SetAside(rule=f"{rule}#time_of_use", why_not="没有开通峰谷电价"))
    return tuple(found)


def _month(start: date, months: tuple[int, ...], share: tuple[int, int]) -> int:
    """The calendar month whose steps hold: the billed month for a whole period, else that of the stretch."""
    return months[0] if share[0] == share[1] else start.month


def _limits(
    contract: Contract, tariff: Tariff, period: DatePeriod, months: tuple[int, ...], share: tuple[int, int]
) -> tuple[int, ...]:
    if tariff.yearly:
        return _yearly_limits(contract, tariff, period)
    policy = contract.policy(tariff, "large_family", period.start)
    granted = policy.adds_kwh_a_month if policy else ()
    count = len(tariff.tiers[months[0]].limits)
    summed = [
        sum(tariff.tiers[month].limits[tier] for month in months)
        + (granted[tier] * CENTI * len(months) if granted else 0)
        for tier in range(count)
    ]
    return tuple(_shared(limit, share) for limit in summed)


def _yearly_limits(contract: Contract, tariff: Tariff, period: DatePeriod) -> tuple[int, ...]:
    """The limits of the cycle in which the period is read: for the months it has, and those of a large family."""
    begins = cycle_start(tariff=tariff, on=last_day(period))
    untiered = _untiered(contract, tariff)
    base, out = tariff.tiers[begins.month].limits, NO_MONTHS
    if untiered and untiered.kwh:
        base, out = tuple(kwh * CENTI for kwh in untiered.kwh), untiered.months
    whole = [month for month in _twelve_months(begins) if month.month not in out]
    used = [month for month in whole if _lives_there(contract, tariff, month)]
    count = contract.months_in_cycle or len(used)
    granted = _granted(contract, tariff, used, count, len(base))
    return tuple(limit * count // len(whole) + grant for limit, grant in zip(base, granted, strict=True))


def _granted(contract: Contract, tariff: Tariff, used: list[date], count: int, tiers: int) -> tuple[int, ...]:
    """What a large family's limits are raised by over the cycle; months beyond twelve are as the last one."""
    policies = [contract.policy(tariff, "large_family", month) for month in used]
    policies += policies[-1:] * (count - len(used))
    grants = [policy.adds_kwh_a_month for policy in policies if policy and policy.adds_kwh_a_month]
    return tuple(sum(grant[tier] for grant in grants) * CENTI for tier in range(tiers))


def _twelve_months(begins: date) -> Iterator[date]:
    for ahead in range(MONTHS_A_YEAR):
        years, month = divmod(begins.month - 1 + ahead, MONTHS_A_YEAR)
        yield date(begins.year + years, month + 1, 1)


def _lives_there(contract: Contract, tariff: Tariff, month: date) -> bool:
    if contract.moved_in is None or tariff.schedule.moved_in == "whole_cycle":
        return True
    return month >= contract.moved_in.replace(day=1)


def _bands(contract: Contract, tariff: Tariff, start: date, factor: int) -> Mapping[str, BandPrice]:
    if contract.plan == "flat":
        return NO_BANDS
    title, begun = tariff.schedule.title, tariff.schedule.time_of_use_from
    if not tariff.bands:
        raise UnableToRate(f"{title}没有可用的峰谷分时价格", field="plan")
    if begun and start < begun:
        raise UnableToRate(f"{title}的峰谷电价自{begun}起才有", field="plan")
    return {name: _scaled(band, factor) for name, band in tariff.bands[start.month].items()}


def _scaled(band: BandPrice, factor: int) -> BandPrice:
    return replace(band, price=band.price * factor, adds=tuple(add * factor for add in band.adds))


def _untiered(contract: Contract, tariff: Tariff) -> Untiered | None:
    has = {"time_of_use": contract.plan == "tou", "electric_heating": contract.household.electric_heating}
    return next((one for one in tariff.schedule.untiered if has[one.applies_to]), None)


def _suspended(contract: Contract, tariff: Tariff, month: int) -> Untiered | None:
    untiered = _untiered(contract, tariff)
    return untiered if untiered and month in untiered.months else None


def _carried(tariff: Tariff, period: DatePeriod) -> bool:
    """Whether use before the period lies in its cycle: for monthly tiers, only where it begins inside its month."""
    last = last_day(period)
    inside = period.start.day != 1 and (period.start.year, period.start.month) == (last.year, last.month)
    return tariff.yearly or inside


def _shared(amount: int, share: tuple[int, int]) -> int:
    return (amount * share[0] * 2 + share[1]) // (2 * share[1])


def last_day(period: DatePeriod) -> date:
    """This function will return the last day of a closed period: the day by which it is read."""
    assert period.end is not None
    return period.end - timedelta(days=1)
