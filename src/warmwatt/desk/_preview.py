"""Looks at a reply before the customer sees it."""

from warmwatt.desk._coach import the_coach
from warmwatt.desk._errors import no_such
from warmwatt.desk._memory import recall
from warmwatt.records.models import ConversationRecord
from warmwatt.skills import Advice
from warmwatt.skills import preview as preview_words


def preview(conversation_id: str, *, text: str) -> tuple[Advice, ...]:
    """This function will return what is amiss with a reply, each with a better sentence; nothing is written."""
    conversation = ConversationRecord.objects.filter(pk=conversation_id).first()
    if conversation is None:
        raise no_such("conversation")
    if not text.strip():
        return ()
    return preview_words(text, session=recall(conversation), coach=the_coach())
