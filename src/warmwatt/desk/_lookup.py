"""Finds one conversation or case, or says that there is none."""

from warmwatt.desk._errors import no_such
from warmwatt.records.models import CaseRecord, ConversationRecord


def find_conversation(conversation_id: str) -> ConversationRecord:
    """This function will return the conversation with its agent and contract; it raises UnableToFind."""
    found = ConversationRecord.objects.select_related("agent", "contract").filter(pk=conversation_id[:40]).first()
    if found is None:
        raise no_such("conversation")
    return found


def find_case(number: str) -> CaseRecord:
    """This function will return the case with its owner and orders; it raises UnableToFind."""
    found = CaseRecord.objects.select_related("owner", "contract").prefetch_related("orders", "log")
    case = found.filter(number=number[:24]).first()
    if case is None:
        raise no_such("case")
    return case
