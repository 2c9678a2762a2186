"""What the desk and its pages ask of the records; each is one or few statements, none in a loop."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from warmwatt.records.models import (
    AdviceRecord,
    CaseRecord,
    Contract,
    ConversationRecord,
    Correction,
    Escalation,
    FactRecord,
    OrderRecord,
    OutageNotice,
    PromiseRecord,
    Scorecard,
    Staff,
    TurnRecord,
)

CARDS_SHOWN = 3
MACHINE = "machine"


def waiting() -> QuerySet[ConversationRecord]:
    """This function will return the conversations that wait for an agent, longest first."""
    return ConversationRecord.objects.filter(state="waiting").select_related("contract").order_by("started_at")


def live_of(staff: Staff) -> QuerySet[ConversationRecord]:
    """This function will return the live conversations of one agent, oldest first."""
    return live_all().filter(agent=staff)


def live_all() -> QuerySet[ConversationRecord]:
    """This function will return every live conversation with its agent."""
    return ConversationRecord.objects.filter(state="live").select_related("agent", "contract").order_by("started_at")


def turns(conversation_id: str, *, after: int = -1) -> QuerySet[TurnRecord]:
    """This function will return the turns of a conversation that follow turn `after`."""
    return TurnRecord.objects.filter(conversation_id=conversation_id, index__gt=after).order_by("index")


def open_cards(conversation_id: str) -> QuerySet[AdviceRecord]:
    """This function will return the cards that the agent now sees, heaviest first."""
    cards = AdviceRecord.objects.filter(conversation_id=conversation_id, withdrawn_turn__isnull=True)
    return cards.order_by("-weight", "id")[:CARDS_SHOWN]


def facts_of(conversation_id: str) -> QuerySet[FactRecord]:
    """This function will return the latest value of each fact heard."""
    return FactRecord.objects.filter(conversation_id=conversation_id).order_by("id")


def promises_of(conversation_id: str) -> QuerySet[PromiseRecord]:
    """This function will return what was promised in a conversation, first said first."""
    return PromiseRecord.objects.filter(conversation_id=conversation_id).select_related("owner").order_by("id")


def corrections_of(conversation_id: str, *, standing: bool = True) -> QuerySet[Correction]:
    """This function will return the corrections of a conversation that stand, or all that were ever made."""
    found = Correction.objects.filter(conversation_id=conversation_id).select_related("made_by", "ended_by")
    return (found.filter(ended_at__isnull=True) if standing else found).order_by("id")


def corrections(
    *, kind: str = "", by: str = "", since: datetime | None = None, agent: Staff | None = None
) -> QuerySet[Correction]:
    """This function will return corrections, newest first: of a kind, by a 工号, made since, of an agent's own."""
    found = Correction.objects.select_related("made_by", "ended_by", "conversation").defer("conversation__session")
    found = found.filter(kind=kind) if kind else found
    found = found.filter(made_by__username=by) if by else found
    found = found.filter(made_at__gte=since) if since else found
    found = found.filter(conversation__agent=agent) if agent else found
    return found.order_by("-id")


def scorecard_of(conversation_id: str) -> Scorecard | None:
    """This function will return the desk's own review of a conversation, or None where there is none yet."""
    cards = Scorecard.objects.filter(conversation_id=conversation_id, reviewer=MACHINE)
    return cards.order_by("-made_at").first()


def cases_of(conversation_id: str) -> QuerySet[CaseRecord]:
    """This function will return the cases that a conversation belongs to."""
    found = CaseRecord.objects.filter(conversations=conversation_id).select_related("owner")
    return found.prefetch_related("orders").order_by("id")


def due_promises(now: datetime, *, within: timedelta) -> QuerySet[PromiseRecord]:
    """This function will return the open promises that fall due before `now + within`, soonest first."""
    open_ones = PromiseRecord.objects.filter(state="open", due_at__lte=now + within)
    return open_ones.select_related("owner", "case", "conversation").order_by("due_at")


def open_escalations() -> QuerySet[Escalation]:
    """This function will return the escalations that are not ended, oldest first."""
    found = Escalation.objects.filter(ended_at__isnull=True)
    return found.select_related("conversation__agent", "case", "taken_by").order_by("raised_at")


def orders_of(team: str) -> QuerySet[OrderRecord]:
    """This function will return a team's unfinished orders, most urgent first."""
    found = OrderRecord.objects.filter(team=team).exclude(state__in=("done", "returned"))
    return found.select_related("case", "taker").order_by("case__priority", "dispatched_at")


def find_contract(*, account: str | None = None, phone: str = "") -> Contract | None:
    """This function will return the contract of an account number, else the only contract of a phone number."""
    contracts = Contract.objects.select_related("customer", "transformer__parent")
    if account:
        return contracts.filter(account=account).first()
    if not phone:
        return None
    found = list(contracts.filter(customer__phone=phone)[:2])
    return found[0] if len(found) == 1 else None


def known_outage(contract: Contract, *, now: datetime) -> OutageNotice | None:
    """This function will return the outage in force on the contract's transformer or what feeds it, if any."""
    path = [contract.transformer_id]
    node = contract.transformer
    while node.parent is not None:
        path.append(node.parent.pk)
        node = node.parent
    in_force = Q(starts_at__lte=now) & (Q(ended_at__isnull=True) | Q(ended_at__gt=now))
    # A planned outage whose time is over is over, unless it is said to go on.
    in_force &= ~Q(kind="planned", expected_until__lt=now)
    return OutageNotice.objects.filter(in_force, node_id__in=path).order_by("starts_at").first()


def outage_words(notice: OutageNotice) -> str:
    """This function will return the outage in one sentence that an agent can read aloud."""
    until = timezone.localtime(notice.expected_until)
    return f"{notice.get_kind_display()}：{notice.area}，{notice.cause}，预计{until:%m月%d日%H:%M}前恢复供电"
