"""Price schedules: what a kWh costs, from when, by which document, with worked examples that tests recompute."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from warmwatt.handbook._entry import Entry, Part

ALL_MONTHS = tuple(range(1, 13))


class TierLimits(Part):
    """Where the tiers begin, in kWh a cycle (a year, or a month), for the months named."""

    months: tuple[int, ...] = ALL_MONTHS
    kwh: tuple[int, ...]


class Band(Part):
    """A time-of-use band: its hours, and its price in the first tier (yuan a kWh)."""

    id: Literal["peak", "flat", "valley"]
    title: str
    hours: str
    price: Decimal
    adds: tuple[Decimal, ...] = ()


class BandSeason(Part):
    """The bands of the months named."""

    months: tuple[int, ...] = ALL_MONTHS
    bands: tuple[Band, ...] = Field(min_length=1)


class HouseholdPolicy(Part):
    """What a kind of household is granted: higher limits, or free kWh, a month."""

    id: Literal["large_family", "low_income"]
    title: str
    people: int = 0
    adds_kwh_a_month: tuple[int, ...] = ()
    free_kwh_a_month: int = 0
    source_note: str = ""


class ExampleUsage(Part):
    """The kWh of an example: a total, or bands."""

    total: Decimal | None = None
    peak: Decimal | None = None
    flat: Decimal | None = None
    valley: Decimal | None = None


class PriceExample(Part):
    """A worked bill: recomputed by the tests to the fen."""

    title: str
    start: date
    end: date
    usage_kwh: ExampleUsage
    before_kwh: Decimal = Decimal(0)
    people: int = 0
    low_income: bool = False
    total_yuan: Decimal


class PriceSchedule(Entry):
    """One dated price schedule of one place, category and voltage.

    `price` is the first tier's; `adds` what each further tier adds to it. `tier_rule` says how tiers and time of use
    combine: `adder` charges band prices and adds on the whole use above a limit; `band_adder` (上海) adds by band,
    except in the month that crosses a limit; `none` has no tiers.
    """

    folder: ClassVar[str] = "prices"
    computes: ClassVar[bool] = True

    place: str
    category: Literal["residential", "shared", "ev", "commercial_single"]
    voltage: str = "<1kV"
    cycle: Literal["year", "month"] = "year"
    cycle_starts_in: int = Field(default=1, ge=1, le=12)
    tier_rule: Literal["adder", "band_adder", "none"]
    price: Decimal = Field(gt=0)
    adds: tuple[Decimal, ...] = ()
    limits: tuple[TierLimits, ...] = ()
    time_of_use: tuple[BandSeason, ...] = ()
    time_of_use_from: date | None = None
    households: tuple[HouseholdPolicy, ...] = ()
    rounding: Literal["half_up"] = "half_up"
    note: str = ""
    examples: tuple[PriceExample, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _covers_every_month_once(self) -> "PriceSchedule":
        for name, seasons in (("limits", self.limits), ("time_of_use", self.time_of_use)):
            months = sorted(month for season in seasons for month in season.months)
            if seasons and months != list(ALL_MONTHS):
                raise ValueError(f"{name} must name each of the twelve months once, not {months}")
        if any(len(limit.kwh) != len(self.adds) for limit in self.limits):
            raise ValueError("each limit needs its own adder")
        if (self.tier_rule == "none") != (not self.limits):
            raise ValueError("tier_rule none and tier limits exclude each other")
        return self
