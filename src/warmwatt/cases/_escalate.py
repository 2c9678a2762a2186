"""When a matter must go to someone with more authority."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from warmwatt.cases._case import Case

EscalationCause = Literal[
    "safety",
    "life_support",
    "supervisor_asked",
    "outside_pressure",
    "third_angry_turn",
    "third_contact",
    "overdue",
    "beyond_authority",
]
ANGRY_TURNS = 3
CONTACTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationDue:
    """Why a matter is to be escalated, to whom, and how soon; `words` say so to the agent."""

    cause: EscalationCause
    to: str
    words: str
    at_once: bool = False


def escalation_due(
    *,
    asks_supervisor: bool = False,
    outside: str = "",
    danger: str = "",
    life_support: bool = False,
    angry_turns: int = 0,
    contacts: int = 1,
    beyond: str = "",
    case: Case | None = None,
    now: datetime | None = None,
) -> tuple[EscalationDue, ...]:
    """This function will return every escalation that is due, the most pressing first.

    `outside` names the media, regulator or court that was mentioned, `danger` the danger, `beyond` what was asked
    beyond authority; `contacts` counts the customer's contacts on this one matter, this one included.
    """
    said = _said(asks_supervisor, outside, danger, life_support, angry_turns)
    return (*said, *_counted(contacts, beyond), *_overdue(case, now))


def _said(
    asks_supervisor: bool, outside: str, danger: str, life_support: bool, angry_turns: int
) -> Iterator[EscalationDue]:
    if danger:
        yield EscalationDue(cause="safety", to="值班长和抢修调度", words=f"有危险：{danger}", at_once=True)
    if life_support:
        yield EscalationDue(
            cause="life_support", to="值班长和抢修调度", words="家里有人靠用电设备维持生命", at_once=True
        )
    if asks_supervisor:
        yield EscalationDue(cause="supervisor_asked", to="值班长", words="客户要求找领导", at_once=True)
    if outside:
        yield EscalationDue(cause="outside_pressure", to="值班长", words=f"客户提到{outside}")
    if angry_turns >= ANGRY_TURNS:
        yield EscalationDue(cause="third_angry_turn", to="值班长", words=f"客户已有{angry_turns}次愤怒表达，还没有平复")


def _counted(contacts: int, beyond: str) -> Iterator[EscalationDue]:
    if contacts >= CONTACTS:
        yield EscalationDue(cause="third_contact", to="值班长", words=f"同一件事已是第{contacts}次来电")
    if beyond:
        yield EscalationDue(cause="beyond_authority", to="有权限的负责人", words=f"超出话务员权限：{beyond}")


def _overdue(case: Case | None, now: datetime | None) -> Iterator[EscalationDue]:
    if case is None or now is None:
        return
    late = [promise for promise in case.promises if promise.state == "open" and promise.due and promise.due < now]
    if late:
        yield EscalationDue(
            cause="overdue", to="工单责任人的主管", words=f"承诺已过期：{late[0].words or late[0].kind}"
        )
