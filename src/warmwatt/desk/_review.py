"""Writes the scorecard of a closed conversation: the coach's own verdicts, weighed by the handbook's form."""

from datetime import datetime

from warmwatt.desk._coach import the_coach, the_handbook
from warmwatt.desk._memory import recall
from warmwatt.handbook import ReviewForm
from warmwatt.quantities import CHINA
from warmwatt.records.models import ConversationRecord, Scorecard
from warmwatt.skills import score


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
