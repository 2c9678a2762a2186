"""Cases: one owner, work orders, promises and their deadlines, escalation, closing."""

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

__all__ = [
    "Authority",
    "Case",
    "CaseState",
    "LogLine",
    "Order",
    "OrderState",
    "OrderTeam",
    "Promise",
    "PromiseState",
]
