"""Price schedules: what a kWh costs, from when, by which document, with worked examples that tests recompute."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from warmwatt.handbook._entry import Entry
from warmwatt.handbook._price_parts import (
    ALL_MONTHS,
    BandSeason,
    BasicCharge,
    HouseholdPolicy,
    PriceExample,
    PricePart,
    TierLimits,
    Untiered,
)

Category = Literal["residential", "shared", "ev", "commercial_single", "commercial_two_part", "resident_institution"]
TierRule = Literal["none", "adder", "band_adder", "proportional"]


class PriceSchedule(Entry):
    """One dated price schedule of one place, category and voltage.

    `price` is the first tier's flat price; `adds` what each further tier adds to it. `tier_rule` says how tiers and
    time of use combine (docs/decisions/0006): `adder` charges band prices and adds on the whole use above a limit;
    `band_adder` (上海) adds by band, except in the month that crosses a limit; `proportional` (四川) shares the
    use above a limit among the bands by their use, each with its own `adds`; `none` has no tiers.
    """

    folder: ClassVar[str] = "prices"
    computes: ClassVar[bool] = True

    place: str
    also_called: tuple[str, ...] = ()
    category: Category
    voltage: str = Field(default="<1kV", pattern=r"^(<\d+kV|>=\d+kV|\d+(-\d+)?kV)$")
    cycle: Literal["year", "month"] = "year"
    cycle_starts_in: int = Field(default=1, ge=1, le=12)
    # The limits of a household that moves in within the cycle: for the months used, a part month being one, or whole.
    moved_in: Literal["months_used", "whole_cycle"] = "months_used"
    tier_rule: TierRule
    price: Decimal = Field(gt=0)
    parts: tuple[PricePart, ...] = ()
    adds: tuple[Decimal, ...] = ()
    limits: tuple[TierLimits, ...] = ()
    untiered: tuple[Untiered, ...] = ()
    time_of_use: tuple[BandSeason, ...] = ()
    time_of_use_from: date | None = None
    households: tuple[HouseholdPolicy, ...] = ()
    basic: BasicCharge | None = None
    rounding: Literal["half_up"] = "half_up"
    note: str = ""
    examples: tuple[PriceExample, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _holds_together(self) -> "PriceSchedule":
        for wrong in (*self._months_missed(), *self._tiers_wrong(), *self._parts_wrong()):
            raise ValueError(wrong)
        return self

    def _months_missed(self) -> Iterator[str]:
        for name, seasons in (("limits", self.limits), ("time_of_use", self.time_of_use)):
            months = sorted(month for season in seasons for month in season.months)
            if seasons and months != list(ALL_MONTHS):
                yield f"{name} must name each of the twelve months once, not {months}"

    def _tiers_wrong(self) -> Iterator[str]:
        if any(len(limit.kwh) != len(limit.adds or self.adds) for limit in self.limits):
            yield "each limit needs its own adder"
        if any(list(limit.kwh) != sorted(set(limit.kwh)) for limit in self.limits):
            yield "limits must rise"
        if (self.tier_rule == "none") != (not self.limits):
            yield "tier_rule none and tier limits exclude each other"
        by_band = self.tier_rule in {"band_adder", "proportional"}
        bands = [band for season in self.time_of_use for band in season.bands]
        if any((len(band.adds) == len(self.adds)) != by_band for band in bands if self.adds or band.adds):
            yield f"tier_rule {self.tier_rule}: bands have {'one add a tier' if by_band else 'no adds of their own'}"

    def _parts_wrong(self) -> Iterator[str]:
        if self.parts and sum(part.price for part in self.parts) != self.price:
            yield f"the parts add up to {sum(part.price for part in self.parts)}, the price is {self.price}"
        if self.parts and any(band.ratio is None for season in self.time_of_use for band in season.bands):
            yield "bands of a price in parts are ratios on what floats"
