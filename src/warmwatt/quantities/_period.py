"""Half-open periods: the start belongs to them, the end does not; no end means still running."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePeriod:
    """The days from `start` up to, not including, `end`."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    @property
    def days(self) -> int | None:
        """The number of days in the period, or None while it is still running."""
        return None if self.end is None else (self.end - self.start).days
