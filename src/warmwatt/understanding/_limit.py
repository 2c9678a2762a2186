"""A time limit as said."""

from dataclasses import dataclass


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
    def day(self) -> str:
        """The day that the limit names (`tomorrow`), empty where it names none."""
        head, _, tail = (self.until or "").rpartition("_")
        return head if ":" in tail else ""
