"""Figures as people say them."""

from datetime import date, timedelta
from decimal import Decimal

from warmwatt.quantities import DatePeriod, Money

# Every way in which an amount in yuan can end: at least to the fen, without needless zeros.
DECIMALS = tuple(f".{part:04d}".rstrip("0") if part % 100 else f".{part // 100:02d}" for part in range(10_000))


def say_yuan(money: Money) -> str:
    """This function will return the size of an amount in yuan, at least to the fen, without needless zeros."""
    return say_number(abs(money.in_yuan), places=2)


def say_units(units: int) -> str:
    """This function will return the size of an amount in 0.0001 yuan, in yuan, as `say_yuan` does."""
    size = abs(units)
    return f"{size // 10_000}{DECIMALS[size % 10_000]}"


def say_signed(money: Money) -> str:
    """This function will return the amount in yuan with a minus where it takes off."""
    return f"{'-' if money.units < 0 else ''}{say_yuan(money)}"


def say_fen(money: Money) -> str:
    """This function will return the size of an amount in yuan, rounded half up to the fen."""
    fen = (abs(money.units) + 50) // 100
    return f"{fen // 100}.{fen % 100:02d}"


def say_number(amount: Decimal, *, places: int = 0) -> str:
    """This function will return the number without needless zeros, with at least `places` decimals."""
    whole, _, part = f"{amount:f}".partition(".")
    part = part.rstrip("0").ljust(places, "0")
    return f"{whole}.{part}" if part else whole


def say_price(price: Decimal) -> str:
    """This function will return a price a kWh: 5分钱 or 3角钱 where it is that plain, else 0.5283元."""
    if price < 1 and price * 10 == int(price * 10):
        return f"{int(price * 10)}角钱"
    if price < 1 and price * 100 == int(price * 100):
        return f"{int(price * 100)}分钱"
    return f"{say_number(price)}元"


def say_period(period: DatePeriod) -> str:
    """This function will return the first and last day of a closed period: 9月1日到9月30日."""
    if period.end is None:
        return f"{_day(period.start)}起"
    return f"{_day(period.start)}到{_day(period.end - timedelta(days=1))}"


def say_span(start: date, end: date) -> str:
    """This function will return a prefix for a part of a period: 9月1日至9月30日，."""
    return f"{_day(start)}至{_day(end - timedelta(days=1))}，"


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"
