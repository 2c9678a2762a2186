"""Lifts a matter to someone with more authority, and records who took it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from warmwatt.desk._announce import announce, announce_board
from warmwatt.desk._claim import take_over
from warmwatt.desk._errors import UnableToChange, no_such
from warmwatt.records.models import ConversationRecord, Escalation, Staff


def escalate(conversation_id: str, *, cause: str, words: str, staff: Staff | None, now: datetime) -> Escalation:
    """This function will raise a matter to the supervisors, once for each cause."""
    with transaction.atomic():
        conversation = ConversationRecord.objects.select_related("agent").filter(pk=conversation_id).first()
        if conversation is None:
            raise no_such("conversation")
        raised, created = Escalation.objects.get_or_create(
            conversation=conversation,
            cause=cause[:40],
            defaults={
                "words": words,
                "raised_at": now,
                "raised_by": staff,
                "case": conversation.cases.exclude(state="closed").first(),
            },
        )
        if created:
            announce(conversation, "escalated")
    return raised


def take_escalation(escalation_id: int, *, staff: Staff, now: datetime) -> Escalation:
    """This function will give an escalation, its conversation and its open promises to a supervisor, once."""
    if staff.role not in {"supervisor", "admin"}:
        raise UnableToChange("role", _("Only a supervisor can take an escalation."))
    with transaction.atomic():
        taken = Escalation.objects.filter(pk=escalation_id, taken_by__isnull=True).update(taken_by=staff, taken_at=now)
        raised = Escalation.objects.select_related("conversation", "taken_by", "case").filter(pk=escalation_id).first()
        if raised is None:
            raise no_such("escalation")
        if not taken and raised.taken_by_id != staff.pk:
            message = _("%(name)s has already taken this escalation.")
            raise UnableToChange("taken", message % {"name": raised.taken_by})
        if taken and raised.conversation and raised.conversation.state != "closed":
            take_over(raised.conversation.pk, staff=staff, now=now)
        if raised.case:
            raised.case.owner = staff
            raised.case.save(update_fields=["owner"])
        announce_board("escalation")
    return raised
