"""What an agent does with a card: uses its words, or puts it away."""

from warmwatt.desk._announce import announce
from warmwatt.desk._errors import no_such
from warmwatt.records.models import AdviceRecord, Staff


def mark_card(advice_id: int, *, used: bool, staff: Staff) -> AdviceRecord:
    """This function will note that the words were used, or put the card away for the rest of the conversation."""
    card = AdviceRecord.objects.select_related("conversation__agent").filter(pk=advice_id).first()
    if card is None or (staff.role == "agent" and card.conversation.agent_id != staff.pk):
        raise no_such("card")
    card.used = used
    if not used and card.withdrawn_turn is None:
        card.withdrawn_turn = card.conversation.turn_count
    card.save(update_fields=["used", "withdrawn_turn"])
    announce(card.conversation, "cards")
    return card
