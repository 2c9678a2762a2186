"""Keeps the agent's cards: at most three open, the done ones withdrawn, a dismissed one not shown again."""

from collections.abc import Iterable

from django.db.models import Q

from warmwatt.desk._coach import the_coach
from warmwatt.desk._memory import recall
from warmwatt.records.models import AdviceRecord, ConversationRecord
from warmwatt.records.queries import CARDS_SHOWN
from warmwatt.skills import Advice

# The handbook writes an agent's own number so; only the desk knows who sits there.
AGENT_NUMBER = "〈工号〉"


def write_cards(conversation: ConversationRecord, turn: int, advices: Iterable[Advice]) -> tuple[AdviceRecord, ...]:
    """This function will make the open cards be the heaviest of `advices`, and return them, heaviest first."""
    live = Q(withdrawn_turn__isnull=True) | Q(used=False)
    rows = list(AdviceRecord.objects.filter(live, conversation=conversation))
    dismissed = {(row.skill, row.key) for row in rows if row.used is False}
    open_cards = {(row.skill, row.key): row for row in rows if row.withdrawn_turn is None}
    wanted: dict[tuple[str, str], Advice] = {}
    for card in sorted(advices, key=lambda card: -card.weight):
        place = (card.skill, card.key)
        if place not in dismissed and place not in wanted and len(wanted) < CARDS_SHOWN:
            wanted[place] = card
    done = [row.pk for place, row in open_cards.items() if place not in wanted]
    if done:
        AdviceRecord.objects.filter(pk__in=done).update(withdrawn_turn=turn)
    kept = {place: row for place, row in open_cards.items() if place in wanted}
    fresh = [_row(conversation, turn, card) for place, card in wanted.items() if place not in kept]
    if fresh:
        AdviceRecord.objects.bulk_create(fresh)
    return tuple(sorted((*kept.values(), *fresh), key=lambda row: -row.weight))


def _row(conversation: ConversationRecord, turn: int, card: Advice) -> AdviceRecord:
    return AdviceRecord(
        conversation=conversation,
        skill=card.skill[:40],
        key=card.key[:80],
        title=card.title[:80],
        say=_signed(card.say, conversation),
        because=card.because,
        rule=card.rule[:200],
        weight=card.weight,
        shown_turn=turn,
    )


def open_with_cards(conversation: ConversationRecord) -> None:
    """This function will show an agent who has just come on what to say first, with their own number in it."""
    for card in AdviceRecord.objects.filter(conversation=conversation, say__contains=AGENT_NUMBER):
        card.say = _signed(card.say, conversation)
        card.save(update_fields=["say"])
    if not conversation.turn_count:
        write_cards(conversation, 0, the_coach().opening(recall(conversation)))


def _signed(words: str, conversation: ConversationRecord) -> str:
    return words.replace(AGENT_NUMBER, conversation.agent.username) if conversation.agent else words
