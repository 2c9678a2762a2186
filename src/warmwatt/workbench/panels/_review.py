"""The review of an ended conversation: the score, and what cost it, each with its evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from warmwatt.desk import the_coach
from warmwatt.records.models import Scorecard

MACHINE = "machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One criterion that was missed: its name, why, and the turns that decided it."""

    title: str
    because: str
    turns: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A scorecard as shown; `kept` are the names of the criteria that were met."""

    score: Decimal
    missed: tuple[Finding, ...]
    kept: tuple[str, ...]


def review_of(conversation_id: str) -> Review | None:
    """This function will return the desk's own review of a conversation, or None where there is none yet."""
    card = Scorecard.objects.filter(conversation_id=conversation_id, reviewer=MACHINE).order_by("-made_at").first()
    if card is None:
        return None
    titles = _titles()
    return Review(
        score=card.score,
        missed=tuple(
            Finding(
                title=titles.get(verdict["criterion"], verdict["criterion"]),
                because=verdict.get("because", ""),
                turns=tuple(verdict.get("turns", ())),
            )
            for verdict in card.verdicts
            if verdict["outcome"] == "fail"
        ),
        kept=tuple(
            titles.get(verdict["criterion"], verdict["criterion"])
            for verdict in card.verdicts
            if verdict["outcome"] == "pass"
        ),
    )


@lru_cache(maxsize=1)
def _titles() -> Mapping[str, str]:
    return {skill.criterion: skill.title for skill in the_coach().skills}
