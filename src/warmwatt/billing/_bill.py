"""A bill: what was used, line by line what it costs, and why."""

from dataclasses import dataclass
from functools import cached_property

from warmwatt.billing._charge import Charge, tier_use
from warmwatt.billing._contract import Contract
from warmwatt.billing._household import Household
from warmwatt.billing._line import Line
from warmwatt.billing._lines import explained_total, lines_of
from warmwatt.billing._stretch import Stretch
from warmwatt.billing._tariff import Tariff
from warmwatt.billing._usage import Usage
from warmwatt.quantities import DatePeriod, Explained, Money, Source

UNITS_A_FEN = 100


# No slots: the explanation is made when it is first asked for, and kept.
@dataclass(frozen=True, kw_only=True, init=False)
class Bill:
    """One period's bill; its lines are `total.inputs` and add up to it exactly.

    `accumulated` is the price cycle's use before the period, in 0.01 kWh. The bill keeps all that it was rated from,
    so that it can be rated again under other conditions. `charges` are its exact sums, `fen` their rounded total.
    """

    contract: Contract
    period: DatePeriod
    usage: Usage
    accumulated: int
    stretches: tuple[Stretch, ...]
    charges: tuple[Charge, ...]
    fen: int

    def __init__(
        self,
        *,
        contract: Contract,
        period: DatePeriod,
        usage: Usage,
        accumulated: int,
        stretches: tuple[Stretch, ...],
        charges: tuple[Charge, ...],
        fen: int,
    ) -> None:
        # What dataclasses would write takes a fifth of the time of a whole bill.
        self.__dict__.update(
            contract=contract,
            period=period,
            usage=usage,
            accumulated=accumulated,
            stretches=stretches,
            charges=charges,
            fen=fen,
        )

    @cached_property
    def total(self) -> Explained[Money]:
        """The total, explained by its lines."""
        return explained_total(stretches=self.stretches, usage=self.usage, lines=self.lines, fen=self.fen)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that add up to the total, each with its sentence, rule, source and readings."""
        return lines_of(self.stretches, self.usage, self.charges, self.fen)

    @property
    def tariff(self) -> Tariff:
        """The version of the price by which the period ends."""
        return self.stretches[-1].tariff

    @property
    def household(self) -> Household:
        """Who lives there, as far as prices care."""
        return self.contract.household

    @property
    def limits(self) -> tuple[int, ...]:
        """Where the second and further tiers begin, in 0.01 kWh of the cycle."""
        if self.yearly:
            return next((stretch.limits for stretch in reversed(self.stretches) if stretch.limits), ())
        # Monthly limits that were shared out among stretches are told whole.
        return tuple(map(sum, zip(*(stretch.limits for stretch in self.stretches), strict=True)))

    @property
    def tiers(self) -> tuple[tuple[int, ...], int]:
        """How much lay in each tier, in 0.01 kWh, and what the cycle's use stands at after the period."""
        return tier_use(self.stretches, self.usage, self.accumulated)

    @property
    def yearly(self) -> bool:
        """Whether use is added up over a year."""
        return self.tariff.yearly

    @property
    def source(self) -> Source:
        """The document that the price rests on."""
        return self.tariff.schedule.source

    @property
    def verified(self) -> bool:
        """Whether every document was verified; an unverified price is not told as official."""
        return all(stretch.tariff.schedule.status == "verified" for stretch in self.stretches)

    @property
    def time_of_use(self) -> bool:
        """Whether the bill is by peak and valley."""
        return self.contract.plan == "tou"
