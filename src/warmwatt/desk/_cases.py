"""Opens a case with its order, and gives it a number and an owner."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from warmwatt.cases import number_of, title_of
from warmwatt.desk._announce import announce
from warmwatt.desk._case_values import case_value
from warmwatt.desk._errors import UnableToChange, no_such
from warmwatt.desk._memory import recall, remember
from warmwatt.desk._messages import tell_customer
from warmwatt.procedures import Progress
from warmwatt.quantities import CHINA
from warmwatt.records import queries
from warmwatt.records.models import CaseLog, CaseRecord, ConversationRecord, OrderRecord, Staff
from warmwatt.skills import Session

MATTERS = ("hazard", "outage", "voltage", "complaint", "arrears", "meter", "bill", "business", "progress")
TEAM_OF_MATTER = {"outage": "repair", "hazard": "repair", "voltage": "repair", "bill": "metering", "meter": "metering"}
URGENT, RAISED, ORDINARY = 1, 2, 3


def open_case(conversation_id: str, *, matter: str, staff: Staff, now: datetime) -> CaseRecord:
    """This function will open a case by hand, with the facts heard so far; the same matter is opened once."""
    if matter not in MATTERS:
        raise UnableToChange("matter", _("Choose what the case is about."))
    with transaction.atomic():
        conversation = (
            ConversationRecord.objects.select_related("contract__customer", "contract__transformer", "agent")
            .filter(pk=conversation_id)
            .first()
        )
        if conversation is None:
            raise no_such("conversation")
        facts = {fact.key: fact.value for fact in queries.facts_of(conversation_id)}
        case = case_for(
            conversation, matter=matter, team=TEAM_OF_MATTER.get(matter, "service"), facts=facts, owner=staff, now=now
        )
        session = recall(conversation)
        conversation.session = remember(conversation, with_case(session, case))
        conversation.save(update_fields=["session"])
        announce(conversation, "case")
    return case


def with_case(session: Session, case: CaseRecord) -> Session:
    """This function will return the coach's session knowing the case."""
    return replace(session, case=case_value(case))


def case_of_flow(
    conversation: ConversationRecord, progress: Progress, facts: dict[str, str], *, owner: Staff, now: datetime
) -> CaseRecord:
    """This function will open the case that a flow has come to, once a conversation and matter."""
    known = facts | dict(progress.slots)
    return case_for(conversation, matter=progress.matter, team=progress.opens, facts=known, owner=owner, now=now)


def case_for(
    conversation: ConversationRecord, *, matter: str, team: str, facts: dict[str, str], owner: Staff, now: datetime
) -> CaseRecord:
    """This function will return the conversation's case on this matter, opened with an order where it is new."""
    found = conversation.cases.filter(matter=matter).exclude(state="closed").first()
    if found is not None:
        return found
    contract = conversation.contract
    case = CaseRecord.objects.create(
        number=_next_number(now),
        matter=matter,
        summary=_summary(matter, conversation, facts),
        owner=owner,
        contract=contract,
        contact=_contact(conversation, facts),
        address=(facts.get("address") or (contract.address if contract else ""))[:120],
        priority=_priority(matter, conversation),
        incident=queries.known_outage(contract, now=now) if contract and matter == "outage" else None,
        opened_at=now,
        opened_in=conversation,
    )
    case.conversations.add(conversation)
    conversation.promises.filter(case__isnull=True, state="open").update(case=case)
    _dispatch(case, team=team, now=now)
    return case


def _dispatch(case: CaseRecord, *, team: str, now: datetime) -> None:
    order = OrderRecord.objects.create(
        number=f"{case.number}-1", case=case, team=team, summary=case.summary, dispatched_at=now
    )
    matter = title_of(case.matter)
    CaseLog.objects.create(case=case, at=now, who=str(case.owner), what=f"受理{matter}，{case.summary}")
    CaseLog.objects.create(case=case, at=now, who="系统", what=f"派单{order.number}至{order.get_team_display()}")
    words = f"您反映的{matter}已受理，工单号{case.number}，我们会尽快处理并与您联系。"
    tell_customer(case, about="opened", text=words, now=now)


def _next_number(now: datetime) -> str:
    day = now.astimezone(CHINA).date()
    prefix = number_of(day=day, sequence=1)[:-6]
    latest = CaseRecord.objects.filter(number__startswith=prefix).order_by("-number").values_list("number", flat=True)
    # Two workers may come to the same number; the unique index lets one through and the other turn is tried again.
    return number_of(day=day, sequence=int(latest[0][-6:]) + 1 if latest else 1)


def _summary(matter: str, conversation: ConversationRecord, facts: dict[str, str]) -> str:
    titles = (("address", "地址"), ("symptom", "现象"), ("since", "时间"), ("amount_yuan", "金额"), ("month", "月份"))
    parts = [f"{title}：{facts[key]}" for key, title in titles if facts.get(key)]
    who = conversation.caller or "客户"
    return f"{who}，{title_of(matter)}" + ("；" + "；".join(parts) if parts else "")


def _contact(conversation: ConversationRecord, facts: dict[str, str]) -> str:
    said = "".join(char for char in facts.get("contact", "") if char.isdigit() or char == "-")
    on_file = conversation.contract.customer.phone if conversation.contract else ""
    # A tail of four digits confirms a number; it is not one.
    return (said if len(said) >= 7 else "") or conversation.contact or on_file


def _priority(matter: str, conversation: ConversationRecord) -> int:
    life_support = bool(conversation.contract and conversation.contract.customer.life_support)
    if matter == "hazard" or life_support:
        return URGENT
    return RAISED if conversation.customer_state == "angry" or matter == "complaint" else ORDINARY
