"""What was used in a period: hundredths of a kWh, in all or by band, with the readings it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from warmwatt.quantities import DatePeriod, Evidence

CENTI = 100
DAYS_A_MONTH = 30.4375
# Every way in which an energy in kWh can end.
HUNDREDTHS = ("", *(f".{part:02d}".rstrip("0") for part in range(1, CENTI)))
_NONE: Mapping[str, int] = MappingProxyType({})


class UnableToRate(ValueError):
    """The bill cannot be computed; the message says in words what is missing or wrong, `field` where."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Energy in hundredths of a kWh; `bands` is empty where the meter has one register.

    Business meters also read `reactive` energy (0.01 kvarh) and the highest `demand` (0.01 kW).
    """

    total: int
    bands: Mapping[str, int] = field(default_factory=lambda: _NONE)
    reactive: int | None = None
    demand: int | None = None
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if self.total < 0 or any(energy < 0 for energy in self.bands.values()):
            raise UnableToRate("用电量为负，请先核对电表示数", field="usage_kwh")
        if self.bands and sum(self.bands.values()) != self.total:
            raise UnableToRate("各时段电量之和与总电量不符，请先核对电表示数", field="usage_kwh")

    @classmethod
    def kwh(
        cls,
        *,
        total: Decimal | int | None = None,
        evidence: tuple[Evidence, ...] = (),
        reactive: Decimal | int | None = None,
        demand: Decimal | int | None = None,
        **bands: Decimal | int | None,
    ) -> "Usage":
        """This function will make a usage from kWh; raises UnableToRate for none, negative or unequal figures."""
        used = {band: centi_kwh(energy) for band, energy in bands.items() if energy is not None}
        if total is None and not used:
            raise UnableToRate("没有用电量", field="usage_kwh")
        whole = centi_kwh(total) if total is not None else sum(used.values())
        return cls(
            total=whole,
            bands=used,
            reactive=None if reactive is None else centi_kwh(reactive),
            demand=None if demand is None else centi_kwh(demand),
            evidence=evidence,
        )


def centi_kwh(energy: Decimal | int) -> int:
    """This function will return kWh as hundredths; finer figures raise UnableToRate."""
    hundredths = Decimal(energy) * CENTI
    if hundredths != hundredths.to_integral_value():
        raise UnableToRate(f"用电量 {energy} 度细于 0.01 度", field="usage_kwh")
    return int(hundredths)


def in_kwh(hundredths: int) -> str:
    """This function will return the energy in kWh as people say it: no needless zeros."""
    return f"{hundredths // CENTI}{HUNDREDTHS[hundredths % CENTI]}"


def calendar_months(period: DatePeriod) -> tuple[int, ...]:
    """This function will return the calendar months (1 to 12) that the period bills, the last being its last day's.

    A period of 31 days from 15 January bills one month, February. Raises UnableToRate for an open or empty period.
    """
    if period.end is None or period.end == period.start:
        raise UnableToRate("计费周期没有结束日期，或起止同一天", field="to")
    count = max(1, round((period.end - period.start).days / DAYS_A_MONTH))
    last: date = period.end - timedelta(days=1)
    return tuple((last.month - 1 - back) % 12 + 1 for back in range(count - 1, -1, -1))
