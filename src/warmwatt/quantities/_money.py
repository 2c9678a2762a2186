"""Money is an integer number of ten-thousandths of a yuan, rounded once, by name."""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal
from enum import Enum

SCALE = 10_000


class Rounding(Enum):
    """How an amount comes to the fen. Bills say 四舍五入 (half up)."""

    HALF_UP = ROUND_HALF_UP
    HALF_EVEN = ROUND_HALF_EVEN
    UP = ROUND_UP


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An exact amount in CNY; `units` are 0.0001 yuan."""

    units: int

    @classmethod
    def yuan(cls, amount: Decimal | int | str) -> "Money":
        """This function will make an amount from yuan; more than four decimals raise ValueError."""
        units = Decimal(amount) * SCALE
        if units != units.to_integral_value():
            raise ValueError(f"{amount} yuan is finer than 0.0001 yuan")
        return cls(int(units))

    @property
    def in_yuan(self) -> Decimal:
        """The amount in yuan, exact."""
        return Decimal(self.units) / SCALE

    def to_fen(self, rounding: Rounding) -> "Money":
        """This function will return the amount rounded to the fen by the named method."""
        fen = (Decimal(self.units) / 100).quantize(Decimal(1), rounding=rounding.value)
        return Money(int(fen) * 100)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.units + other.units)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.units - other.units)

    def __neg__(self) -> "Money":
        return Money(-self.units)

    def __str__(self) -> str:
        return f"{self.in_yuan:.2f}元"
