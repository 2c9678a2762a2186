"""The customer's whole picture for the one who serves them; every look is written to the audit log."""

from dataclasses import dataclass
from datetime import datetime

from warmwatt.desk._errors import no_such
from warmwatt.records import queries
from warmwatt.records.models import (
    AuditLook,
    BillRecord,
    CaseRecord,
    Contract,
    ConversationRecord,
    Customer,
    Meter,
    OutageNotice,
    Staff,
)

BILLS_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerView:
    """Contract, bills, open cases and known outage; `masked` where the viewer has no need of personal data."""

    contract: Contract | None
    customer: Customer | None
    bills: tuple[BillRecord, ...] = ()
    meters: tuple[Meter, ...] = ()
    open_cases: tuple[CaseRecord, ...] = ()
    known_outage: OutageNotice | None = None
    outage_words: str = ""
    arrears_yuan: float = 0.0
    life_support: bool = False
    masked: bool = False


def customer_view(conversation_id: str, *, staff: Staff, now: datetime) -> CustomerView:
    """This function will return the caller's records and log the look."""
    conversation = (
        ConversationRecord.objects.select_related("contract__customer", "contract__transformer__parent")
        .filter(pk=conversation_id)
        .first()
    )
    if conversation is None:
        raise no_such("conversation")
    contract = conversation.contract
    if contract is None:
        return CustomerView(contract=None, customer=None)
    _note_look(contract, conversation, staff=staff, now=now)
    notice = queries.known_outage(contract, now=now)
    return CustomerView(
        contract=contract,
        customer=contract.customer,
        bills=tuple(contract.bills.order_by("-starts_on")[:BILLS_SHOWN]),
        meters=tuple(contract.meters.all()),
        open_cases=tuple(contract.cases.exclude(state="closed").select_related("owner")),
        known_outage=notice,
        outage_words=queries.outage_words(notice) if notice else "",
        arrears_yuan=contract.arrears_units / 10_000,
        life_support=contract.customer.life_support,
        masked=staff.role in {"quality"},
    )


def _note_look(contract: Contract, conversation: ConversationRecord, *, staff: Staff, now: datetime) -> None:
    purpose = f"conversation {conversation.pk}"
    # The page refreshes with each turn; one line for a person, account and conversation says the same as a hundred.
    AuditLook.objects.get_or_create(staff=staff, account=contract.account, purpose=purpose, defaults={"at": now})
