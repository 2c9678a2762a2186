"""A contract, as far as prices care: by which dated tariffs it is billed, and on what terms."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from warmwatt.billing._household import Household
from warmwatt.billing._supply import Supply
from warmwatt.billing._tariff import Tariff
from warmwatt.billing._usage import UnableToRate
from warmwatt.handbook import HouseholdPolicy

PricePlan = Literal["flat", "tou"]
NO_HOUSEHOLD = Household()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """`tariffs` are the dated versions of one price, oldest first; `plan` says whether bands are charged.

    `moved_in` shortens the limits of the first cycle; `months_in_cycle` sets them where a cycle had more or fewer
    months than twelve (reading days were moved). `supply` is what a business pays for besides energy.
    """

    tariffs: tuple[Tariff, ...]
    plan: PricePlan = "flat"
    household: Household = NO_HOUSEHOLD
    moved_in: date | None = None
    months_in_cycle: int | None = None
    supply: Supply | None = None
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A contract is the key of what is compiled from it, at every bill: its hash is made once.
        parts = (self.tariffs, self.plan, self.household, self.moved_in, self.months_in_cycle, self.supply)
        object.__setattr__(self, "_hash", hash(parts))

    def __hash__(self) -> int:
        return self._hash

    @property
    def scale(self) -> int:
        """The scale that holds the prices of every version exactly."""
        return max(tariff.scale for tariff in self.tariffs)

    def tariff_on(self, day: date) -> Tariff:
        """This function will return the version in force on `day`; raises UnableToRate where there is none."""
        for tariff in self.tariffs:
            if tariff.schedule.in_force(day):
                return tariff
        newest = self.tariffs[-1].schedule
        raise UnableToRate(f"{newest.title}在{day}没有生效的版本", field="from")

    def policy(self, tariff: Tariff, name: str, on: date) -> HouseholdPolicy | None:
        """This function will return the household policy of that name that the contract has on that day, if any."""
        policy = tariff.policies.get(name)
        if policy is None or (policy.valid_from is not None and on < policy.valid_from):
            return None
        if name == "low_income":
            return policy if self.household.low_income else None
        since = self.household.people_since
        if not policy.people or self.household.people < policy.people or (since is not None and on < since):
            return None
        return policy
