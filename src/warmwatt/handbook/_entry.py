"""What every rule, price, limit, phrase list, flow and article of the handbook carries."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from warmwatt.quantities import Source


class Part(BaseModel):
    """A frozen piece of an entry; an unknown field is refused, so that a misspelt key is found at once."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Part):
    """One piece of content: named, dated, sourced, and honest about whether it was verified."""

    folder: ClassVar[str] = ""
    computes: ClassVar[bool] = False
    # A lesson is learnt from by `warmwatt train` and shown when a reading is explained; the desk works without it.
    lesson: ClassVar[bool] = False

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$")
    title: str = Field(min_length=1)
    valid_from: date
    valid_until: date | None = None
    source: Source
    status: Literal["verified", "unverified"]

    def in_force(self, on: date) -> bool:
        """This function will tell whether the entry is in force on the day `on`."""
        return self.valid_from <= on and (self.valid_until is None or on < self.valid_until)
