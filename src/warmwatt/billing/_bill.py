"""A bill: what was used, line by line what it costs, and why."""

from dataclasses import dataclass

from warmwatt.billing._household import Household
from warmwatt.billing._usage import Usage
from warmwatt.quantities import DatePeriod, Explained, Money, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """One period's bill; `total.inputs` are its lines, which add up to it exactly.

    `accumulated` is the cycle's use before the period; `limits` are where tiers 2 and up begin, both in 0.01 kWh.
    """

    schedule: str
    place: str
    period: DatePeriod
    usage: Usage
    household: Household
    accumulated: int
    limits: tuple[int, ...]
    yearly: bool
    total: Explained[Money]
    lines: tuple[Explained[Money], ...]
    source: Source
    verified: bool

    @property
    def time_of_use(self) -> bool:
        """Whether the bill is by peak and valley."""
        return bool(self.usage.bands)
