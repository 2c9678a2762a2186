"""Cases, the orders of a team, and the promises that fall due."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from warmwatt import desk
from warmwatt.records import queries
from warmwatt.records.models import CaseRecord, OrderRecord, PromiseRecord, Team
from warmwatt.workbench.views._page import EVERYONE, gone_to, page, staff_of

CASES_SHOWN, DONE_SHOWN, PROMISES_SHOWN = 100, 10, 200
STAGES = ("open", "resolved", "closed", "all")
FAR = timedelta(days=60)


@page(roles=EVERYONE)
def cases_page(request: HttpRequest) -> HttpResponse:
    """Lists cases by stage, newest first; a search looks at number, address, contact and account."""
    stage = request.GET.get("stage", "open")
    words = request.GET.get("q", "").strip()[:60]
    found = CaseRecord.objects.select_related("owner", "contract").prefetch_related("orders").order_by("-opened_at")
    context = {
        "cases": _narrowed(found, stage=stage if stage in STAGES else "open", words=words)[:CASES_SHOWN],
        "stage": stage,
        "stages": STAGES,
        "q": words,
    }
    return render(request, "workbench/cases.html", context)


def _narrowed(found: QuerySet[CaseRecord], *, stage: str, words: str) -> QuerySet[CaseRecord]:
    if words:
        asked = Q(number__icontains=words) | Q(address__icontains=words) | Q(contact=words)
        return found.filter(asked | Q(contract__account=words))
    if stage == "all":
        return found
    return found.filter(state__in=("open", "waiting") if stage == "open" else (stage,))


@page(roles=EVERYONE)
def case_page(request: HttpRequest, number: str) -> HttpResponse:
    """Shows one case: its history, orders, promises and conversations."""
    case = desk.find_case(number)
    context = {
        "case": case,
        "promises": case.promises.select_related("owner").order_by("due_at"),
        "conversations": case.conversations.select_related("agent").defer("session"),
        "log": case.log.all(),
        "orders": case.orders.select_related("taker"),
    }
    return render(request, "workbench/case.html", context)


@page(roles=EVERYONE, methods=("POST",))
def tell_result(request: HttpRequest, number: str) -> HttpResponse:
    """Notes that the customer was told the result, and how they found it."""
    answer = {"yes": True, "no": False}.get(request.POST.get("satisfied", ""))
    desk.tell_result(number, staff=staff_of(request), satisfied=answer, now=timezone.now())
    return gone_to(request, f"/cases/{number}")


@page(roles=EVERYONE, methods=("POST",))
def close_case(request: HttpRequest, number: str) -> HttpResponse:
    """Closes a case that owes nothing; else tells every reason why it stays open."""
    desk.close_case(number, staff=staff_of(request), now=timezone.now())
    return gone_to(request, f"/cases/{number}")


@page(roles=("back_office", "supervisor", "admin"))
def orders_page(request: HttpRequest) -> HttpResponse:
    """Lists a team's orders: what to do, and what was done lately."""
    staff = staff_of(request)
    team = staff.team if staff.role == "back_office" else request.GET.get("team", Team.REPAIR.value)
    done = OrderRecord.objects.filter(team=team, state__in=("done", "returned")).select_related("case", "taker")
    context = {
        "team": team,
        "teams": Team.values if staff.role != "back_office" else (),
        "orders": queries.orders_of(team),
        "done": done.order_by("-id")[:DONE_SHOWN],
    }
    return render(request, "workbench/orders.html", context)


@page(roles=("back_office", "supervisor", "admin"), methods=("POST",))
def step_order(request: HttpRequest, order_id: int) -> HttpResponse:
    """Moves an order one step on."""
    minutes = request.POST.get("eta_minutes", "")
    now = timezone.now()
    order = desk.step_order(
        order_id,
        state=request.POST.get("state", ""),
        staff=staff_of(request),
        result=request.POST.get("result", ""),
        eta=_eta(minutes, now),
        now=now,
    )
    if request.headers.get("HX-Request"):
        return render(request, "workbench/orders/order.html", {"order": order})
    return HttpResponseRedirect(f"/orders?team={order.team}")


def _eta(minutes: str, now: datetime) -> datetime | None:
    return now + timedelta(minutes=int(minutes)) if minutes.isdecimal() and len(minutes) < 5 else None


@page(roles=EVERYONE)
def promises_page(request: HttpRequest) -> HttpResponse:
    """Lists open promises, the soonest due first: one's own, or all for those who lead."""
    staff = staff_of(request)
    leads = staff.role in {"supervisor", "quality", "admin"}
    whose = request.GET.get("whose", "all" if leads else "mine")
    now = timezone.now()
    found = queries.due_promises(now, within=FAR)
    undated = PromiseRecord.objects.filter(state="open", due_at__isnull=True)
    if whose != "all" or not leads:
        found, undated = found.filter(owner=staff), undated.filter(owner=staff)
    context = {
        "promises": found[:PROMISES_SHOWN],
        "undated": undated.select_related("owner", "case", "conversation")[:PROMISES_SHOWN],
        "whose": whose,
        "leads": leads,
        "now": now,
    }
    return render(request, "workbench/promises.html", context)
