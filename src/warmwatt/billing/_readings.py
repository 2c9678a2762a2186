"""Meter readings: what was used between two of them, and what is wrong with them."""

from collections.abc import Mapping
from decimal import Decimal

from warmwatt.billing._fields import number_of
from warmwatt.billing._usage import UnableToRate

LARGEST_TURN = Decimal("0.5")


def used_between(
    *, start: Decimal, end: Decimal, multiplier: Decimal = Decimal(1), digits: int | None = None
) -> Decimal:
    """This function will return the kWh between two readings; a lower end counts as a turn of the dial.

    Raises UnableToRate for a negative reading, a multiplier that is not positive, a lower end where the number of
    digits is not known, a reading with more digits, and a turn that would be more than half of the dial.
    """
    if start < 0 or end < 0:
        raise UnableToRate(f"电表示数为负（起码{start}，止码{end}）", field="readings")
    if multiplier <= 0:
        raise UnableToRate(f"倍率{multiplier}应大于0", field="multiplier")
    if end >= start:
        return (end - start) * multiplier
    if digits is None:
        raise UnableToRate(
            f"止码{end}小于起码{start}：换过表、抄错，或表码走满翻转；是翻转的请写明表位数 meter_digits",
            field="readings",
        )
    turn = Decimal(10) ** digits
    if start >= turn or end >= turn:
        raise UnableToRate(f"示数超过{digits}位表的量程", field="readings")
    used = turn - start + end
    if used > turn * LARGEST_TURN:
        raise UnableToRate(f"止码{end}小于起码{start}，按翻转要走{used}度，不像翻转，请先核对示数", field="readings")
    return used * multiplier


def usage_of_readings(readings: Mapping[str, object], *, multiplier: Decimal, digits: int | None) -> dict[str, Decimal]:
    """This function will return the kWh of each register from its [start, end] pair."""
    used = {}
    for register, pair in readings.items():
        if not isinstance(pair, list) or len(pair) != 2:
            raise UnableToRate(f"readings.{register} 应是 [起码, 止码]，写的是 {pair!r}", field=f"readings.{register}")
        start, end = (number_of(one, f"readings.{register}") for one in pair)
        used[register] = used_between(start=start, end=end, multiplier=multiplier, digits=digits)
    return used
