"""Everything that is stored, in one place for Django to find."""

from warmwatt.records._cases import (
    CaseLog,
    CaseRecord,
    Escalation,
    OrderRecord,
    OutboxMessage,
    PromiseRecord,
)
from warmwatt.records._conversations import AdviceRecord, ConversationRecord, FactRecord, Scorecard, TurnRecord
from warmwatt.records._corrections import Correction
from warmwatt.records._staff import ApiToken, AuditLook, Role, Staff, Team
from warmwatt.records._utility import (
    BillRecord,
    Contract,
    Customer,
    Meter,
    MeterReading,
    NetworkNode,
    OutageNotice,
)

__all__ = [
    "AdviceRecord",
    "ApiToken",
    "AuditLook",
    "BillRecord",
    "CaseLog",
    "CaseRecord",
    "Contract",
    "ConversationRecord",
    "Correction",
    "Customer",
    "Escalation",
    "FactRecord",
    "Meter",
    "MeterReading",
    "NetworkNode",
    "OrderRecord",
    "OutageNotice",
    "OutboxMessage",
    "PromiseRecord",
    "Role",
    "Scorecard",
    "Staff",
    "Team",
    "TurnRecord",
]
