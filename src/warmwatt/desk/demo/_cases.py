"""Demo cases, so that boards and customer pages show work in hand from the first minute."""

from datetime import datetime, timedelta
from typing import Any

from warmwatt.desk.demo._pages import demo_page
from warmwatt.records.models import CaseLog, CaseRecord, Contract, OrderRecord, PromiseRecord, Staff


def seed_cases(now: datetime) -> None:
    """This function will write the demo's open cases with their orders, promises and logs."""
    for place, page in enumerate(demo_page("cases"), start=1):
        _seed_case(place, page, now)


def _seed_case(place: int, page: dict[str, Any], now: datetime) -> None:
    opened_at = now - timedelta(hours=page["opened_hours_ago"])
    contract = Contract.objects.select_related("customer").get(account=page["account"])
    owner = Staff.objects.get(username=page["owner"])
    case = CaseRecord.objects.create(
        # A prefix of its own: a demo case never takes a number that the desk would give.
        number=f"D{opened_at:%y%m%d}{place:02d}",
        matter=page["matter"],
        summary=page["summary"],
        owner=owner,
        contract=contract,
        contact=contract.customer.phone,
        address=contract.address,
        opened_at=opened_at,
    )
    CaseLog.objects.create(case=case, at=opened_at, who=str(owner), what="登记受理")
    if "order" in page:
        _seed_order(case, page["order"])
    _seed_promise(case, page["promise"])


def _seed_order(case: CaseRecord, page: dict[str, Any]) -> None:
    order = OrderRecord.objects.create(
        number=f"{case.number}-1",
        case=case,
        team=page["team"],
        state=page["state"],
        summary=page["summary"],
        taker=Staff.objects.get(username=page["taker"]) if "taker" in page else None,
        dispatched_at=case.opened_at + timedelta(minutes=3),
    )
    what = f"派单{order.number}到{order.get_team_display()}"
    CaseLog.objects.create(case=case, at=order.dispatched_at, who="系统", what=what)


def _seed_promise(case: CaseRecord, page: dict[str, Any]) -> None:
    due_at = case.opened_at + timedelta(hours=page["due_hours"])
    ended = page["state"] != PromiseRecord.State.OPEN
    PromiseRecord.objects.create(
        case=case,
        turn=0,
        kind=page["kind"],
        words=page["words"],
        limit=page["limit"],
        due_at=due_at,
        owner=case.owner,
        state=page["state"],
        reason=page.get("reason", ""),
        ended_at=due_at if ended else None,
        made_at=case.opened_at,
    )
