"""Looking up the handbook: articles by spoken words, flows as pictures."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from warmwatt import desk
from warmwatt.handbook import Flow
from warmwatt.procedures import draw_svg
from warmwatt.workbench.views._page import EVERYONE, page, sorry


@page(roles=EVERYONE)
def knowledge_page(request: HttpRequest) -> HttpResponse:
    """Searches the handbook; asked from the desk it answers with the hits alone."""
    words = request.GET.get("q", "").strip()[:200]
    hits = desk.find_articles(words, now=timezone.now()) if words else ()
    context = {"q": words, "hits": hits}
    if request.headers.get("HX-Request"):
        return render(request, "workbench/knowledge/hits.html", context)
    flows = desk.the_handbook().of(Flow)
    return render(request, "workbench/knowledge.html", {**context, "flows": flows})


@page(roles=EVERYONE)
def flow_page(request: HttpRequest, flow_id: str) -> HttpResponse:
    """Draws a flow of the handbook."""
    flow = next((flow for flow in desk.the_handbook().of(Flow) if flow.id == flow_id), None)
    if flow is None:
        return sorry(request, message=_("The handbook has no such flow."), status=404)
    # The drawing escapes every word of the handbook itself.
    context = {"flow": flow, "drawing": mark_safe(draw_svg(flow)), "flows": desk.the_handbook().of(Flow)}  # noqa: S308
    return render(request, "workbench/flow.html", context)
