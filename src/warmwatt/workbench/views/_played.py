"""Sample calls that play into the agent's desk."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone

from warmwatt import desk
from warmwatt.desk.demo import played_calls
from warmwatt.records.models import Staff
from warmwatt.workbench._lanes import on_lane
from warmwatt.workbench.views._page import AT_THE_DESK, page, staff_of

SPEEDS = (1, 4, 10)
DEFAULT_SPEED = 4


@page(roles=AT_THE_DESK)
def played_page(request: HttpRequest) -> HttpResponse:
    """Lists the sample calls."""
    calls = [
        {
            "id": call.id,
            "name": call.known.name or "",
            "first": next((turn.text for turn in call.turns if turn.who == "customer"), ""),
            "turns": len(call.turns),
            "minutes": int((call.turns[-1].end or call.turns[-1].start) // 60),
            "seconds": int((call.turns[-1].end or call.turns[-1].start) % 60),
        }
        for call in played_calls()
        if call.turns
    ]
    return render(request, "workbench/played.html", {"calls": calls, "speeds": SPEEDS, "speed": DEFAULT_SPEED})


@page(roles=AT_THE_DESK, methods=("POST",))
async def play(request: HttpRequest) -> HttpResponse:
    """Begins a sample call and opens it."""
    asked, staff = await on_lane(_asked, request)
    speed = asked.get("speed", "")
    record = await desk.play(
        asked.get("call", ""),
        staff=staff,
        speed=float(speed) if speed.isdecimal() else float(DEFAULT_SPEED),
        now=timezone.now(),
    )
    return HttpResponseRedirect(f"/desk/{record.pk}")


def _asked(request: HttpRequest) -> tuple[QueryDict, Staff]:
    return request.POST, staff_of(request)
