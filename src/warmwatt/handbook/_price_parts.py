"""The pieces of a price schedule: tiers, bands, household policies, parts of a price, worked examples."""

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from warmwatt.handbook._entry import Part

ALL_MONTHS = tuple(range(1, 13))
BandId = Literal["sharp", "peak", "flat", "valley", "deep"]


class TierLimits(Part):
    """Where the tiers begin, in kWh a cycle (a year, or a month), for the months named.

    `adds` takes the place of the schedule's own in these months, where the steps differ by season.
    """

    months: tuple[int, ...] = ALL_MONTHS
    kwh: tuple[int, ...]
    adds: tuple[Decimal, ...] = ()


class Untiered(Part):
    """Months in which the named customers pay the first tier's price for all they use, and nothing is added up.

    `kwh` are the limits over the cycle's other months; left out, the schedule's own stay.
    """

    applies_to: Literal["time_of_use", "electric_heating"]
    title: str
    months: tuple[int, ...]
    kwh: tuple[int, ...] = ()


class Band(Part):
    """A time-of-use band: its hours, and its first-tier price (yuan a kWh), outright or as a ratio of the flat price.

    A ratio multiplies only what floats (see `PricePart`). `adds` are what tiers add within the band, where they add by
    band.
    """

    id: BandId
    title: str
    hours: str
    price: Decimal | None = None
    ratio: Decimal | None = None
    adds: tuple[Decimal, ...] = ()

    @model_validator(mode="after")
    def _has_one_price(self) -> "Band":
        if (self.price is None) == (self.ratio is None):
            raise ValueError(f"band {self.id} needs a price or a ratio, not both")
        return self


class BandSeason(Part):
    """The bands of the months named."""

    months: tuple[int, ...] = ALL_MONTHS
    bands: tuple[Band, ...] = Field(min_length=1)


class HouseholdPolicy(Part):
    """What a kind of household is granted: higher limits, or free kWh, a month.

    `shared_from` is the number of people from which it may take the 合表 price instead; `shared_above_kwh` the year's
    use that it must have passed for that. 0 is never, and no condition.
    """

    id: Literal["large_family", "low_income"]
    title: str
    valid_from: date | None = None
    people: int = 0
    adds_kwh_a_month: tuple[int, ...] = ()
    free_kwh_a_month: int = 0
    shared_from: int = 0
    shared_above_kwh: int = 0
    source_note: str = ""


class PricePart(Part):
    """A part of a business price; only parts that float follow the time-of-use ratios."""

    id: Literal["purchase", "line_loss", "transmission", "system", "funds"]
    title: str
    price: Decimal
    floats: bool = True


class BasicCharge(Part):
    """基本电费 of two-part customers, yuan a month for each kVA of capacity or kW of demand.

    Demand up to `allowance` of the contract is charged at the contract; what lies above it `above` times.
    """

    capacity: Decimal | None = None
    demand: Decimal | None = None
    allowance: Decimal = Decimal("1.05")
    above: int = 2


class ExampleUsage(Part):
    """The kWh of an example: a total, or bands."""

    total: Decimal | None = None
    sharp: Decimal | None = None
    peak: Decimal | None = None
    flat: Decimal | None = None
    valley: Decimal | None = None
    deep: Decimal | None = None


class PriceExample(Part):
    """A worked bill: recomputed by the tests to the fen."""

    title: str
    start: date
    end: date
    usage_kwh: ExampleUsage
    before_kwh: Decimal = Decimal(0)
    people: int = 0
    low_income: bool = False
    electric_heating: bool = False
    total_yuan: Decimal
