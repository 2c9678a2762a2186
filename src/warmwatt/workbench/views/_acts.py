"""What an agent does with a conversation: take it, speak, use a card, open a case, lift it up, end it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from warmwatt import desk
from warmwatt.workbench import panels
from warmwatt.workbench.views._page import AT_THE_DESK, EVERYONE, gone_to, note, page, sorry, staff_of

WARNINGS_SHOWN = 2
SAID = "said"


@page(roles=AT_THE_DESK, methods=("POST",))
def claim_next(request: HttpRequest) -> HttpResponse:
    """Takes who waits first; where a colleague was quicker, the one after."""
    for row in panels.waiting_rows():
        try:
            desk.claim(row.id, staff=staff_of(request), now=timezone.now())
        except desk.UnableToClaim:
            continue
        return gone_to(request, f"/desk/{row.id}")
    return sorry(request, message=_("Nobody waits. You will hear it here when someone does."), status=409)


@page(roles=AT_THE_DESK, methods=("POST",))
def claim(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Takes one waiting conversation."""
    desk.claim(conversation_id, staff=staff_of(request), now=timezone.now())
    return gone_to(request, f"/desk/{conversation_id}")


@page(roles=("supervisor", "admin"), methods=("POST",))
def take_over(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Moves a live conversation to the supervisor."""
    desk.take_over(conversation_id, staff=staff_of(request), now=timezone.now())
    return gone_to(request, f"/desk/{conversation_id}")


@page(roles=AT_THE_DESK, methods=("POST",))
def say(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Sends a reply. In a chat it is looked at first, and held once where something is amiss."""
    conversation = desk.find_conversation(conversation_id)
    if conversation.agent_id != staff_of(request).pk:
        return sorry(request, message=_("Take the conversation first, then reply."), status=403)
    text = request.POST.get("text", "")
    if conversation.channel == "chat" and not request.POST.get("as_is"):
        warnings = desk.preview(conversation_id, text=text)
        if warnings:
            return _warned(request, warnings, held=True)
    desk.hear(conversation_id, who="agent", text=text, key=request.POST.get("key", ""), now=timezone.now())
    return HttpResponse(headers={"HX-Trigger": SAID})


@page(roles=AT_THE_DESK, methods=("POST",))
def preview(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Tells what is amiss with a reply while it is being written."""
    warnings = desk.preview(conversation_id, text=request.POST.get("text", ""))
    return _warned(request, warnings, held=False)


def _warned(request: HttpRequest, warnings: tuple[desk.Advice, ...], *, held: bool) -> HttpResponse:
    context = {"warnings": warnings[:WARNINGS_SHOWN], "held": held}
    response = render(request, "workbench/desk/warnings.html", context)
    if held:
        response.headers["HX-Trigger"] = "held"
    return response


@page(roles=AT_THE_DESK, methods=("POST",))
def mark_card(request: HttpRequest, card_id: int) -> HttpResponse:
    """Notes that a card's words were used, or puts the card away."""
    desk.mark_card(card_id, used=request.POST.get("used") == "1", staff=staff_of(request))
    return HttpResponse(status=204)


@page(roles=AT_THE_DESK, methods=("POST",))
def open_case(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Opens a case for a matter of this conversation."""
    matter = request.POST.get("matter", "")
    case = desk.open_case(conversation_id, matter=matter, staff=staff_of(request), now=timezone.now())
    return _noted(_("Case %(number)s is open. Tell the customer its number.") % {"number": case.number})


@page(roles=AT_THE_DESK, methods=("POST",))
def escalate(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Lifts the matter to the supervisors."""
    desk.escalate(
        conversation_id,
        cause=request.POST.get("cause", "supervisor_asked"),
        words=request.POST.get("words", ""),
        staff=staff_of(request),
        now=timezone.now(),
    )
    return _noted(_("The supervisor has been told. Stay with the customer until it is taken."))


@page(roles=AT_THE_DESK, methods=("POST",))
def close(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Ends a conversation."""
    desk.close_conversation(conversation_id, staff=staff_of(request), now=timezone.now())
    return gone_to(request, f"/desk/{conversation_id}")


@page(roles=EVERYONE, methods=("POST",))
def end_promise(request: HttpRequest, promise_id: int) -> HttpResponse:
    """Ends a promise: kept, broken or excused."""
    desk.end_promise(
        promise_id,
        state=request.POST.get("state", ""),
        reason=request.POST.get("reason", ""),
        staff=staff_of(request),
        now=timezone.now(),
    )
    if request.headers.get("HX-Request"):
        return _noted(_("Noted."), fresh=request.POST.get("stay") != "1")
    return HttpResponseRedirect("/promises")


@page(roles=("supervisor", "admin"), methods=("POST",))
def take_escalation(request: HttpRequest, escalation_id: int) -> HttpResponse:
    """Takes an escalation, and its conversation where it is still live."""
    taken = desk.take_escalation(escalation_id, staff=staff_of(request), now=timezone.now())
    if taken.conversation_id and taken.conversation and taken.conversation.state != "closed":
        return gone_to(request, f"/desk/{taken.conversation_id}")
    return gone_to(request, f"/cases/{taken.case.number}" if taken.case else "/board")


def _noted(message: str, *, fresh: bool = False) -> HttpResponse:
    headers = {"HX-Trigger": note(message)}
    if fresh:
        headers["HX-Refresh"] = "true"
    return HttpResponse(status=204, headers=headers)
