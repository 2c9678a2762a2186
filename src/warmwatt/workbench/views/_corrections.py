"""Correcting what the desk read and judged, and the list of what was corrected, to be taken away as lessons."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from warmwatt import desk
from warmwatt.records import queries
from warmwatt.records.models import Correction, Staff
from warmwatt.workbench import panels
from warmwatt.workbench.live import correction_pieces
from warmwatt.workbench.views._page import EVERYONE, gone_to, page, sorry, staff_of
from warmwatt.workbench.views._why import readable, turn_context, verdict_context

READERS = ("agent", "supervisor", "quality", "admin")
DEFAULT_DAYS = 30
LONGEST_NUMBER = 9


@page(roles=EVERYONE, methods=("POST",))
def correct(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Keeps a correction and draws the answer again with it."""
    turn = request.POST.get("turn", "")
    made = desk.correct(
        conversation_id,
        kind=request.POST.get("kind", ""),
        right=request.POST.getlist("right"),
        reason=request.POST.get("reason", ""),
        turn=int(turn) if turn.isdecimal() and len(turn) <= LONGEST_NUMBER else None,
        criterion=request.POST.get("criterion", "")[:40],
        staff=staff_of(request),
        now=timezone.now(),
    )
    return _drawn_again(request, made)


@page(roles=EVERYONE, methods=("POST",))
def take_back_correction(request: HttpRequest, correction_id: int) -> HttpResponse:
    """Takes a correction back and draws the answer again without it."""
    made = desk.take_back_correction(correction_id, staff=staff_of(request), now=timezone.now())
    return _drawn_again(request, made)


def _drawn_again(request: HttpRequest, made: Correction) -> HttpResponse:
    if request.POST.get("from") == "list":
        return gone_to(request, "/corrections")
    if not request.headers.get("HX-Request"):
        return gone_to(request, f"/desk/{made.conversation_id}")
    conversation = readable(made.conversation_id, staff_of(request))
    if made.turn is None:
        context = verdict_context(request, conversation, criterion=made.criterion)
        response = render(request, "workbench/why/verdict.html", context)
    else:
        context = turn_context(request, conversation, turn=made.turn)
        response = render(request, "workbench/why/turn.html", context)
    response.write(correction_pieces(made.conversation_id, turn=made.turn))
    return response


@page(roles=READERS)
def corrections_page(request: HttpRequest) -> HttpResponse:
    """Lists corrections by kind, person and period, with how often what was misread as what."""
    staff = staff_of(request)
    wanted = _wanted(request)
    context = {
        "wanted": wanted,
        "kinds": panels.CORRECTED_KINDS,
        "periods": panels.PERIODS,
        "people": Staff.objects.filter(corrections__isnull=False).distinct().order_by("username"),
        "shown": panels.corrections_shown(wanted, staff=staff, now=timezone.now()),
        "may_correct": desk.may_correct(staff),
    }
    return render(request, "workbench/corrections.html", context)


@page(roles=desk.CORRECTORS)
def export_corrections(request: HttpRequest) -> HttpResponse:
    """Hands the standing corrections over as a file: utterances for the handbook, or verdicts as JSON Lines."""
    wanted, now = _wanted(request), timezone.now()
    found = queries.corrections(kind=wanted.kind, by=wanted.by, since=wanted.since(now)).filter(ended_at__isnull=True)
    if request.GET.get("what") == "verdicts":
        rows = desk.verdicts_of(found.filter(kind="verdict"))
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        return _handed(request, text, name="corrected.verdicts.jsonl", kind="application/jsonl")
    utterances = desk.utterances_of(found.exclude(kind="verdict"), now=now)
    text = desk.written_utterances(utterances) if utterances.rows else ""
    return _handed(request, text, name="corrected.yaml", kind="application/yaml")


def _handed(request: HttpRequest, text: str, *, name: str, kind: str) -> HttpResponse:
    if not text:
        return sorry(
            request, message=_("Nothing of this kind was corrected; there is nothing to take away."), status=404
        )
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(text, content_type=f"{kind}; charset=utf-8", headers={"Content-Disposition": disposition})


def _wanted(request: HttpRequest) -> panels.Wanted:
    kind, days = request.GET.get("kind", ""), request.GET.get("days", "")
    known = {str(each): each for each in panels.PERIODS}
    return panels.Wanted(
        kind=kind if kind in panels.CORRECTED_KINDS else "",
        by=request.GET.get("by", "")[:20],
        days=known.get(days, DEFAULT_DAYS),
    )
