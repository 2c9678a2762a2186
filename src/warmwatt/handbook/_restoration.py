"""How long repairs take: limits of the service promise, and quantiles learned from closed outages."""

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from warmwatt.handbook._entry import Entry, Part

Area = Literal["city", "rural", "remote"]


class AreaLimits(Part):
    """The ids of the standard limits to arrive, and from arrival to restore, in one kind of area."""

    area: Area
    arrive: str
    restore: str


class RestorationStandard(Entry):
    """What is told where there is no history: the promised limits are the P80; P50 and P95 are shares of them."""

    folder: ClassVar[str] = "restoration/standards"

    areas: tuple[AreaLimits, ...]
    p50_share: float = Field(gt=0, lt=1)
    p95_share: float = Field(gt=1)


class RestorationRow(Part):
    """Quantiles in minutes of the outages of one group; an empty cause, customers or hours means any."""

    cause: str = ""
    customers: str = ""
    hours: str = ""
    outages: int = Field(gt=0)
    p50: int = Field(gt=0)
    p80: int = Field(gt=0)
    p95: int = Field(gt=0)

    @model_validator(mode="after")
    def _rising(self) -> "RestorationRow":
        if not self.p50 <= self.p80 <= self.p95:
            raise ValueError("quantiles must rise")
        return self


class RestorationHistory(Entry):
    """Quantiles by group, learned from closed outages; the last row that fits is the broadest."""

    folder: ClassVar[str] = "restoration/history"

    rows: tuple[RestorationRow, ...] = Field(min_length=1)
