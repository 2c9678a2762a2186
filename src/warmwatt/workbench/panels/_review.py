"""The review of an ended conversation: the score and every verdict with its evidence, and what people corrected."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from warmwatt.desk import corrected_score, the_coach
from warmwatt.records import queries
from warmwatt.records.models import Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One criterion's verdict: its name, why, the turns that decided it, and the correction that stands."""

    criterion: str
    title: str
    outcome: str
    because: str
    turns: tuple[int, ...]
    correction: Correction | None

    @property
    def slug(self) -> str:
        """The criterion as a name that may stand in the page's addresses of its own pieces."""
        return self.criterion.replace(".", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A scorecard as shown; `corrected` is the score as people corrected it, None where they did not."""

    score: Decimal
    corrected: Decimal | None
    findings: tuple[Finding, ...]

    @property
    def missed(self) -> tuple[Finding, ...]:
        """What the desk judged missed."""
        return self._with("fail")

    @property
    def kept(self) -> tuple[Finding, ...]:
        """What the desk judged met."""
        return self._with("pass")

    @property
    def not_raised(self) -> tuple[Finding, ...]:
        """What the desk judged not to have arisen."""
        return self._with("na")

    def _with(self, outcome: str) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.outcome == outcome)


def review_of(conversation_id: str) -> Review | None:
    """This function will return the desk's own review of a conversation, or None where there is none yet."""
    card = queries.scorecard_of(conversation_id)
    if card is None:
        return None
    corrections = list(queries.corrections_of(conversation_id).filter(kind="verdict"))
    made = {each.criterion: each for each in corrections}
    return Review(
        score=card.score,
        corrected=corrected_score(card, corrections),
        findings=tuple(_finding(verdict, made) for verdict in card.verdicts),
    )


def _finding(verdict: Mapping[str, Any], made: Mapping[str, Correction]) -> Finding:
    criterion = verdict["criterion"]
    return Finding(
        criterion=criterion,
        title=_titles().get(criterion, criterion),
        outcome=verdict["outcome"],
        because=verdict.get("because", ""),
        turns=tuple(verdict.get("turns", ())),
        correction=made.get(criterion),
    )


@lru_cache(maxsize=1)
def _titles() -> Mapping[str, str]:
    return {skill.criterion: skill.title for skill in the_coach().skills}
