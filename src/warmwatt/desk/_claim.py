"""Who answers: an agent takes a waiting conversation, alone; a supervisor may take one over."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from warmwatt.desk._announce import announce
from warmwatt.desk._errors import UnableToClaim, no_such
from warmwatt.desk._write_cards import open_with_cards
from warmwatt.records.models import ConversationRecord, Staff


def claim(conversation_id: str, *, staff: Staff, now: datetime) -> ConversationRecord:
    """This function will give a waiting conversation to `staff`; it raises UnableToClaim where another was quicker."""
    with transaction.atomic():
        taken = ConversationRecord.objects.filter(pk=conversation_id, state="waiting").update(
            state="live", agent=staff, claimed_at=now
        )
        conversation = ConversationRecord.objects.select_related("agent").filter(pk=conversation_id).first()
        if conversation is None:
            raise no_such("conversation")
        if not taken and conversation.agent_id != staff.pk:
            raise _not_free(conversation)
        if taken:
            open_with_cards(conversation)
            announce(conversation, "claimed")
    return conversation


def _not_free(conversation: ConversationRecord) -> UnableToClaim:
    if conversation.state == "closed" or conversation.agent is None:
        return UnableToClaim("closed", _("The conversation has already ended."))
    message = _("%(name)s has already taken this conversation. Choose another one that waits.")
    return UnableToClaim("taken", message % {"name": conversation.agent.name or conversation.agent.username})


def take_over(conversation_id: str, *, staff: Staff, now: datetime) -> ConversationRecord:
    """This function will move a live conversation to a supervisor, with its open promises and cases."""
    with transaction.atomic():
        conversation = ConversationRecord.objects.filter(pk=conversation_id).exclude(state="closed").first()
        if conversation is None:
            raise no_such("conversation")
        conversation.agent, conversation.state = staff, "live"
        conversation.claimed_at = conversation.claimed_at or now
        conversation.save(update_fields=["agent", "state", "claimed_at"])
        conversation.promises.filter(state="open").update(owner=staff)
        conversation.cases.exclude(state="closed").update(owner=staff)
        announce(conversation, "claimed")
    return conversation
