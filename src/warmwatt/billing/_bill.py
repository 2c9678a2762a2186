"""A bill: what was used, line by line what it costs, and why."""

from dataclasses import dataclass

from warmwatt.billing._household import Household
from warmwatt.billing._tariff import Tariff
from warmwatt.billing._usage import Usage, calendar_months
from warmwatt.quantities import DatePeriod, Explained, Money, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """One period's bill; its lines are `total.inputs` and add up to it exactly.

    `accumulated` is the price cycle's use before the period, in 0.01 kWh. The bill keeps all that it was rated from,
    so that it can be rated again under other conditions.
    """

    tariff: Tariff
    period: DatePeriod
    usage: Usage
    household: Household
    accumulated: int
    total: Explained[Money]
    lines: tuple[Explained[Money], ...]

    @property
    def limits(self) -> tuple[int, ...]:
        """Where the second and further tiers begin, in 0.01 kWh of the cycle."""
        return self.tariff.limits_over(calendar_months(self.period), self.household)

    @property
    def yearly(self) -> bool:
        """Whether use is added up over a year."""
        return self.tariff.schedule.cycle == "year"

    @property
    def source(self) -> Source:
        """The document that the price rests on."""
        return self.tariff.schedule.source

    @property
    def verified(self) -> bool:
        """Whether that document was verified; an unverified price is not told as official."""
        return self.tariff.schedule.status == "verified"

    @property
    def time_of_use(self) -> bool:
        """Whether the bill is by peak and valley."""
        return bool(self.usage.bands)
