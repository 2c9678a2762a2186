"""The supervisor's board."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from warmwatt.workbench import panels
from warmwatt.workbench.views._page import page


@page(roles=("supervisor", "quality", "admin"))
def board_page(request: HttpRequest) -> HttpResponse:
    """Shows every open conversation, what is due, and what was lifted up."""
    now = timezone.now()
    context = {
        "rows": panels.board_rows(),
        "counts": panels.counts(now=now),
        "due": panels.due_rows(now=now),
        "lifted": panels.lifted_rows(),
        "now": now,
    }
    return render(request, "workbench/board.html", context)
