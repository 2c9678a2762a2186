"""Cases: one owner, work orders, promises and their deadlines, escalation, closing."""

from warmwatt.cases._authority import AuthorityJudgement, Estimate, better_wording, judge_promise, limits_in_force
from warmwatt.cases._case import (
    Authority,
    Case,
    CaseState,
    LogLine,
    Order,
    OrderState,
    OrderTeam,
    Promise,
    PromiseState,
)
from warmwatt.cases._close import ClosingCode, ClosingReason, may_close
from warmwatt.cases._deadline import due_at
from warmwatt.cases._escalate import EscalationCause, EscalationDue, escalation_due
from warmwatt.cases._open import matter_of, number_of, spoken_number, title_of
from warmwatt.cases._table import AuthorityTable, Overreach

__all__ = [
    "Authority",
    "AuthorityJudgement",
    "AuthorityTable",
    "Case",
    "CaseState",
    "ClosingCode",
    "ClosingReason",
    "EscalationCause",
    "EscalationDue",
    "Estimate",
    "LogLine",
    "Order",
    "OrderState",
    "OrderTeam",
    "Overreach",
    "Promise",
    "PromiseState",
    "better_wording",
    "due_at",
    "escalation_due",
    "judge_promise",
    "limits_in_force",
    "matter_of",
    "may_close",
    "number_of",
    "spoken_number",
    "title_of",
]
