"""A time limit as said."""

from dataclasses import dataclass

A_DAY = 1440
SOON = frozenset({"today", "tonight", "this_morning", "this_afternoon", "this_evening", "end_of_business_day"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A limit as said: minutes or `until`, where in the text, and its words.

    `either_half` marks a bare clock hour (八点): nothing said whether it is of the morning or the evening.
    """

    minutes: int | None = None
    until: str | None = None
    start: int
    words: str
    either_half: bool = False

    @property
    def end(self) -> int:
        """Where in the text the words end."""
        return self.start + len(self.words)

    @property
    def is_long(self) -> bool:
        """Whether it ends after tomorrow, or on a day that is only named."""
        if self.minutes is not None:
            return self.minutes >= A_DAY
        until = self.until or ""
        return until not in SOON and (":" not in until or "_" in until) and not until.startswith("tomorrow")
