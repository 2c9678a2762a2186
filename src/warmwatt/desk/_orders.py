"""Work for the back office: each step of an order comes back into the case and to the customer."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from warmwatt.desk._announce import announce, announce_board
from warmwatt.desk._errors import UnableToChange, no_such
from warmwatt.desk._messages import tell_customer
from warmwatt.records.models import CaseLog, CaseRecord, OrderRecord, Staff

KEPT_BY = {"arrived": ("arrive", "visit"), "done": ("arrive", "visit", "restore")}
NEXT_STATES = {
    "dispatched": ("accepted", "returned"),
    "accepted": ("arrived", "done", "returned"),
    "arrived": ("done", "returned"),
}


def step_order(
    order_id: int, *, state: str, staff: Staff, now: datetime, result: str = "", eta: datetime | None = None
) -> OrderRecord:
    """This function will move an order one step on, log it, and tell the customer what concerns them."""
    with transaction.atomic():
        order = OrderRecord.objects.select_for_update().select_related("case").filter(pk=order_id).first()
        if order is None:
            raise no_such("order")
        _check_step(order, state, result)
        order.state, order.taker = state, staff
        order.eta = eta or order.eta
        order.result = result.strip() or order.result
        order.done_at = now if state == "done" else order.done_at
        order.save()
        CaseLog.objects.create(case=order.case, at=now, who=str(staff), what=_what_happened(order))
        _keep_promises(order, now=now)
        _carry_back(order, now=now)
    return order


def _keep_promises(order: OrderRecord, *, now: datetime) -> None:
    """An arrival keeps the promise to come, a finished repair the promise to mend; in time or late is said."""
    for promise in order.case.promises.filter(state="open", kind__in=KEPT_BY.get(order.state, ())):
        late = promise.due_at is not None and now > promise.due_at
        promise.state, promise.ended_at = ("broken" if late else "kept"), now
        promise.reason = f"{order.get_state_display()}，晚于承诺时间" if late else ""
        promise.save(update_fields=["state", "ended_at", "reason"])


def _check_step(order: OrderRecord, state: str, result: str) -> None:
    if state not in NEXT_STATES.get(order.state, ()):
        message = _("Order %(number)s is '%(state)s'; it cannot take that step now. Reload the list.")
        raise UnableToChange("step", message % {"number": order.number, "state": order.get_state_display()})
    if state in {"done", "returned"} and not result.strip():
        raise UnableToChange("result", _("Say what was found or done, or why the order comes back."))


def _what_happened(order: OrderRecord) -> str:
    parts = [f"工单{order.number} {order.get_state_display()}"]
    if order.eta:
        parts.append(f"预计{timezone.localtime(order.eta):%H:%M}到达")
    if order.result:
        parts.append(order.result)
    return "，".join(parts)


def _carry_back(order: OrderRecord, *, now: datetime) -> None:
    case = order.case
    if order.state == "done" and not case.orders.exclude(state__in=("done", "returned")).exists():
        case.state, case.resolved_at, case.result = "resolved", now, order.result
        case.save(update_fields=["state", "resolved_at", "result"])
    tell_customer(case, about=f"order.{order.pk}.{order.state}", text=_message(order), now=now)
    announce_case(case)


def _message(order: OrderRecord) -> str:
    number = order.case.number
    eta = f"，预计{timezone.localtime(order.eta):%H:%M}到达" if order.eta else ""
    return {
        "accepted": f"您的工单{number}已由工作人员接单{eta}。",
        "arrived": f"您的工单{number}，工作人员已到达现场。",
        "done": f"您的工单{number}已处理：{order.result}。稍后我们会与您联系确认。",
        "returned": f"您的工单{number}需要进一步核实，我们会尽快与您联系。",
    }[order.state]


def announce_case(case: CaseRecord) -> None:
    """This function will tell the pages of every conversation that the case belongs to."""
    for conversation in case.conversations.select_related("agent"):
        announce(conversation, "case")
    announce_board("case")
