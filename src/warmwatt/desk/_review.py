"""Writes the scorecard of a closed conversation: the coach's own verdicts, weighed by the handbook's form."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from warmwatt.desk._coach import the_coach, the_handbook
from warmwatt.desk._memory import recall
from warmwatt.handbook import ReviewForm, UnknownEntry
from warmwatt.quantities import CHINA
from warmwatt.records.models import ConversationRecord, Correction, Scorecard
from warmwatt.skills import Verdict, score


def write_scorecard(conversation: ConversationRecord, *, now: datetime) -> Scorecard:
    """This function will judge the conversation by the form in force and keep the card, once."""
    form = the_handbook().in_force(ReviewForm, now.astimezone(CHINA).date())[-1]
    verdicts = the_coach().judge(recall(conversation))
    card = score(verdicts, form)
    rows = [
        {"criterion": v.criterion, "outcome": v.outcome, "turns": list(v.turns), "because": v.because} for v in verdicts
    ]
    kept, _created = Scorecard.objects.update_or_create(
        conversation=conversation,
        reviewer="machine",
        form=form.id,
        defaults={"score": card.total.value, "verdicts": rows, "made_at": now},
    )
    return kept


def corrected_score(card: Scorecard, corrections: Iterable[Correction]) -> Decimal | None:
    """This function will return the score as people corrected the verdicts; None where no verdict was corrected."""
    right = {each.criterion: each.right[0] for each in corrections if each.kind == "verdict"}
    if not right:
        return None
    try:
        form = the_handbook().one(ReviewForm, card.form)
    except UnknownEntry:
        # The form has left the handbook since: the card stays readable, its sum cannot be made again.
        return None
    verdicts = [
        Verdict(criterion=row["criterion"], outcome=right.get(row["criterion"], row["outcome"]))
        for row in card.verdicts
    ]
    return score(verdicts, form).total.value
