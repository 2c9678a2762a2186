"""Raises to the supervisors what the rules of escalation call for, as soon as it is said."""

from datetime import datetime, timedelta

from warmwatt.cases import escalation_due
from warmwatt.records.models import ConversationRecord, Escalation, TurnRecord
from warmwatt.skills import Heard

REPEATED_WITHIN = timedelta(days=30)
OUTSIDE_ACT, SUPERVISOR_ACT = "threaten", "ask_supervisor"


def raise_what_is_due(conversation: ConversationRecord, turn: TurnRecord, heard: Heard, *, now: datetime) -> None:
    """This function will write an escalation for each cause that is due, once a conversation and cause."""
    if turn.who != "customer":
        return
    reading = heard.reading
    danger = next((topic.words for topic in reading.topics if topic.label == "hazard.report"), None)
    outside = next((act.words or "外部渠道" for act in reading.acts if act.kind == OUTSIDE_ACT), "")
    contract = conversation.contract
    due = escalation_due(
        asks_supervisor=reading.has_act(SUPERVISOR_ACT),
        outside=outside,
        danger=turn.text[:40] if danger is not None else "",
        life_support=bool(contract and contract.customer.life_support and _is_out(heard)),
        angry_turns=sum(state.label == "angry" for state in heard.session.situation.states),
        contacts=_contacts(conversation, now=now),
        case=heard.session.case,
        now=now,
    )
    already = set(conversation.escalations.values_list("cause", flat=True)) if due else set()
    Escalation.objects.bulk_create(
        Escalation(conversation=conversation, cause=each.cause, words=f"{each.words}，请{each.to}接手", raised_at=now)
        for each in due
        if each.cause not in already
    )


def _is_out(heard: Heard) -> bool:
    return heard.session.situation.has_topic("outage.report", "outage.query")


def _contacts(conversation: ConversationRecord, *, now: datetime) -> int:
    """How often this customer has come with an open case, this time included; asked once, at the first turn."""
    if conversation.contract is None or conversation.turn_count > 2:
        return 1
    recent = ConversationRecord.objects.filter(
        contract=conversation.contract, started_at__gt=now - REPEATED_WITHIN, cases__state__in=("open", "waiting")
    )
    return recent.exclude(pk=conversation.pk).distinct().count() + 1
