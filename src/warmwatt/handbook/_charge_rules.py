"""Rules of money that are no prices: power factor, late fees, back-billing, theft, damaged appliances."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from warmwatt.handbook._entry import Entry, Part
from warmwatt.handbook._price_parts import BandSeason


class FactorStep(Part):
    """From the row before down to (or up to) `factor`, each 0.01 changes the bill by `percent` more."""

    factor: Decimal
    percent: Decimal


class FactorExample(Part):
    """A row of the printed table."""

    factor: Decimal
    percent: Decimal


class PowerFactorTable(Entry):
    """力调电费: how much a power factor above or below the standard takes off or adds, in percent of the bill."""

    folder: ClassVar[str] = "power_factors"
    computes: ClassVar[bool] = True

    standard: Decimal
    applies_to: str
    rewards: tuple[FactorStep, ...]
    penalties: tuple[FactorStep, ...]
    examples: tuple[FactorExample, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _runs_outwards(self) -> "PowerFactorTable":
        up = [self.standard, *(step.factor for step in self.rewards)]
        down = [self.standard, *(step.factor for step in self.penalties)]
        if up != sorted(up) or down != sorted(down, reverse=True):
            raise ValueError("rewards must rise from the standard, and penalties fall")
        return self


class BandRule(Entry):
    """The time-of-use bands of business customers of a place, as ratios on what floats of the month's price."""

    folder: ClassVar[str] = "bands"

    place: str
    categories: tuple[Literal["commercial_single", "commercial_two_part"], ...]
    seasons: tuple[BandSeason, ...] = Field(min_length=1)
    note: str = ""


class LateFeeExample(Part):
    """A worked late fee."""

    debt_yuan: Decimal
    days_this_year: int
    days_across_year: int = 0
    total_yuan: Decimal


class LateFeeRule(Entry):
    """电费违约金: the rate a day for a kind of customer, in the debt's own year and across it, and the least fee."""

    folder: ClassVar[str] = "late_fees"
    computes: ClassVar[bool] = True

    customer: Literal["resident", "other"]
    rate: Decimal
    rate_across_year: Decimal
    least_yuan: Decimal
    examples: tuple[LateFeeExample, ...] = Field(min_length=1)


class RecoveryRule(Entry):
    """Back-billing of what was metered wrong or taken: of how much of the time, and with what penalty.

    `part_of_time` is the part of the time since the last test that is billed; `days` and hours a day hold where the
    time of a theft cannot be found out.
    """

    folder: ClassVar[str] = "recoveries"

    matter: Literal["meter_error", "wrong_wiring", "voltage_loss", "theft"]
    part_of_time: Decimal = Decimal(1)
    penalty_times: int = 0
    days: int = 0
    hours_lighting: int = 0
    hours_power: int = 0


class ApplianceLife(Part):
    """How many years appliances of a sort are taken to last."""

    sort: Literal["electronic", "motor", "heating", "lighting"]
    title: str
    years: int


class CompensationRule(Entry):
    """What is paid for an appliance that an event of the company's line damaged beyond repair."""

    folder: ClassVar[str] = "compensations"

    claim_within_days: int
    full_price_months: int
    least_part: Decimal
    lives: tuple[ApplianceLife, ...]
