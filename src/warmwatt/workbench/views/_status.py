"""How the desk itself is: what is on, what answers, how much there is."""

from dataclasses import dataclass
from datetime import timedelta
from time import perf_counter

from channels.layers import get_channel_layer
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from warmwatt import __version__, desk
from warmwatt.records.models import (
    CaseRecord,
    Contract,
    ConversationRecord,
    OutboxMessage,
    PromiseRecord,
    Staff,
    TurnRecord,
)
from warmwatt.workbench.views._page import EVERYONE, page

LATE_AFTER = timedelta(minutes=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the desk: whether it is well, what it is, and what to do where it is not."""

    name: str
    well: bool
    value: str
    mend: str = ""


@page(roles=EVERYONE)
def status_page(request: HttpRequest) -> HttpResponse:
    """Shows the parts of the desk and the counts of its records."""
    context = {"parts": (_database(), _push(), _understanding(), _worker(), _handbook()), "counts": _counts()}
    return render(request, "workbench/status.html", {**context, "version": __version__})


def _database() -> Part:
    began = perf_counter()
    ConversationRecord.objects.exists()
    took = (perf_counter() - began) * 1000
    name = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}.get(connection.vendor, connection.vendor)
    return Part(name=_("Database"), well=True, value=f"{name} · {took:.1f} ms")


def _push() -> Part:
    layer = type(get_channel_layer()).__name__
    shared = "Redis" in layer
    return Part(name=_("Push"), well=True, value="Redis" if shared else _("Within this process"))


def _understanding() -> Part:
    layers = desk.the_coach().reader.layers
    names = {"patterns": _("Phrases and patterns"), "heads": _("Trained on example phrases")}
    wanted = settings.WARMWATT_LAYERS
    return Part(
        name=_("Understanding"),
        well=set(wanted) <= set(layers),
        value=" + ".join(str(names.get(layer, layer)) for layer in layers),
        mend=_("A layer that the settings ask for is off. See the log of the start."),
    )


def _worker() -> Part:
    now = timezone.now()
    late = PromiseRecord.objects.filter(state="open", escalated_at__isnull=True, due_at__lt=now - LATE_AFTER).count()
    stuck = OutboxMessage.objects.filter(state="waiting", next_try_at__lt=now - LATE_AFTER).count()
    return Part(
        name=_("Clock worker"),
        well=not late and not stuck,
        value=_("%(late)d promises and %(stuck)d messages left lying") % {"late": late, "stuck": stuck},
        mend=_("Start it: warmwatt worker"),
    )


def _handbook() -> Part:
    book = desk.the_handbook()
    entries = [entry for kind in book.entries.values() for entry in kind.values()]
    verified = sum(entry.status == "verified" for entry in entries)
    value = _("%(title)s: %(all)d entries, %(verified)d verified")
    return Part(
        name=_("Handbook"), well=True, value=value % {"title": book.title, "all": len(entries), "verified": verified}
    )


def _counts() -> tuple[tuple[str, int], ...]:
    return (
        (_("Conversations"), ConversationRecord.objects.count()),
        (_("Turns heard"), TurnRecord.objects.count()),
        (_("Cases"), CaseRecord.objects.count()),
        (_("Promises"), PromiseRecord.objects.count()),
        (_("Customer accounts"), Contract.objects.count()),
        (_("Staff"), Staff.objects.filter(is_active=True).count()),
    )
