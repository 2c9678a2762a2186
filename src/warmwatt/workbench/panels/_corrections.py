"""The corrections that were made: one by one, and how often what was misread as what."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmwatt.records import queries
from warmwatt.records.models import Correction, Staff

SHOWN = 200
PERIODS = (7, 30, 90, 0)
CORRECTED_KINDS = ("topics", "state", "verdict")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which corrections are asked for: of a kind, by a 工号, of the last `days`; empty and 0 are all."""

    kind: str = ""
    by: str = ""
    days: int = 0

    def since(self, now: datetime) -> datetime | None:
        """This function will return the moment from which corrections are asked for."""
        return now - timedelta(days=self.days) if self.days else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Misread:
    """How often one label was read where another is right; an empty label is none. A verdict names its criterion."""

    kind: str
    criterion: str
    read: str
    right: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsShown:
    """The corrections asked for, newest first; the tallies count those that stand, and all of them."""

    rows: tuple[Correction, ...]
    misread: tuple[Misread, ...]
    standing: int


def corrections_shown(wanted: Wanted, *, staff: Staff, now: datetime) -> CorrectionsShown:
    """This function will return the corrections of a kind, person and period; to an agent, of their own."""
    agent = staff if staff.role == "agent" else None
    found = queries.corrections(kind=wanted.kind, by=wanted.by, since=wanted.since(now), agent=agent)
    standing = [each for each in found if each.ended_at is None]
    return CorrectionsShown(rows=tuple(found[:SHOWN]), misread=_tallied(standing), standing=len(standing))


def _tallied(made: Iterable[Correction]) -> tuple[Misread, ...]:
    counted = Counter((each.kind, each.criterion, *pair) for each in made for pair in _pairs(each))
    return tuple(
        Misread(kind=kind, criterion=criterion, read=read, right=right, times=times)
        for (kind, criterion, read, right), times in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    )


def _pairs(made: Correction) -> Iterator[tuple[str, str]]:
    """What was wrongly read with what should have been: each with each, or with none where one side has none."""
    wrong = [label for label in made.read if label not in made.right] or [""]
    missing = [label for label in made.right if label not in made.read] or [""]
    return ((read, right) for read in wrong for right in missing)
