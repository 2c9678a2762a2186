"""Ends a conversation: it is reviewed at once, and what is still promised goes on without it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from warmwatt.desk._announce import announce
from warmwatt.desk._errors import UnableToClose, UnableToHear, no_such
from warmwatt.desk._review import write_scorecard
from warmwatt.records.models import ConversationRecord, Staff

LONGEST_RATING = 500


def close_conversation(conversation_id: str, *, staff: Staff | None, now: datetime) -> ConversationRecord:
    """This function will end a conversation once; it raises UnableToClose where another agent holds it."""
    with transaction.atomic():
        conversation = ConversationRecord.objects.select_for_update().filter(pk=conversation_id).first()
        if conversation is None:
            raise no_such("conversation")
        if conversation.state == "closed":
            return conversation
        if staff is not None and conversation.agent_id not in {None, staff.pk} and staff.role == "agent":
            raise UnableToClose("not_yours", _("Another agent holds this conversation; only they can end it."))
        conversation.state, conversation.closed_at = "closed", now
        conversation.save(update_fields=["state", "closed_at"])
        conversation.advices.filter(withdrawn_turn__isnull=True).update(withdrawn_turn=conversation.turn_count)
        if conversation.turn_count:
            write_scorecard(conversation, now=now)
        announce(conversation, "closed")
    return conversation


def rate(conversation_id: str, *, stars: int, words: str, now: datetime) -> ConversationRecord:
    """This function will keep the customer's rating, 1 to 5 stars; a second rating replaces the first."""
    if not 1 <= stars <= 5:
        raise UnableToHear("stars", _("Choose one to five stars."))
    with transaction.atomic():
        conversation = ConversationRecord.objects.filter(pk=conversation_id).first()
        if conversation is None:
            raise no_such("conversation")
        conversation.rating, conversation.rating_words = stars, words.strip()[:LONGEST_RATING]
        conversation.save(update_fields=["rating", "rating_words"])
        survey = conversation.cases.filter(survey_asked_at__isnull=True)
        survey.update(survey_asked_at=now, satisfied=stars >= 3)
        announce(conversation, "rated")
    return conversation
