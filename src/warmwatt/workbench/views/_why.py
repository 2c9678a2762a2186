"""Asking why: a label of a turn, a verdict of a review; answered beneath what is asked about."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from warmwatt import desk
from warmwatt.records.models import ConversationRecord, Staff
from warmwatt.workbench import panels
from warmwatt.workbench._labels import OUTCOMES, STATES, TOPICS
from warmwatt.workbench.live import may_see
from warmwatt.workbench.views._page import EVERYONE, page, staff_of


@page(roles=EVERYONE)
def why_turn(request: HttpRequest, conversation_id: str, turn: int) -> HttpResponse:
    """Tells why a turn was read as `label`; without one, why it brought up no matter."""
    conversation = readable(conversation_id, staff_of(request))
    return render(request, "workbench/why/turn.html", turn_context(request, conversation, turn=turn))


@page(roles=EVERYONE)
def why_verdict(request: HttpRequest, conversation_id: str, criterion: str) -> HttpResponse:
    """Tells why a criterion was judged as it was."""
    conversation = readable(conversation_id, staff_of(request))
    return render(request, "workbench/why/verdict.html", verdict_context(request, conversation, criterion=criterion))


def readable(conversation_id: str, staff: Staff) -> ConversationRecord:
    """This function will return a conversation that the person may read; it raises Unable where they may not."""
    found = desk.find_conversation(conversation_id)
    if not may_see(staff, conversation_id):
        raise desk.Unable("not_yours", _("Another agent holds this conversation."))
    return found


def turn_context(request: HttpRequest, conversation: ConversationRecord, *, turn: int) -> dict[str, object]:
    """This function will return what the answer for the label in the request's `label` is drawn from."""
    label = (request.POST if request.method == "POST" else request.GET).get("label", "")
    shown = panels.turn_asked(conversation, turn=turn, label=label, staff=staff_of(request))
    choices = STATES if shown.kind == "state" else TOPICS
    chosen = {each: choices[each] for each in shown.asked.chosen if each in choices}
    return {
        "conversation": conversation,
        "turn_index": turn,
        "shown": shown,
        "asked": shown.asked,
        "kind": shown.kind,
        # A turn's topics are told main one first: those that stand keep their order, ahead of the rest.
        "choices": STATES if shown.kind == "state" else chosen | choices,
        "asked_label": label,
    }


def verdict_context(request: HttpRequest, conversation: ConversationRecord, *, criterion: str) -> dict[str, object]:
    """This function will return what the answer for a verdict is drawn from."""
    found, asked = panels.verdict_asked(conversation, criterion=criterion, staff=staff_of(request))
    return {
        "conversation": conversation,
        "why": found,
        "asked": asked,
        "kind": "verdict",
        "criterion": criterion,
        "choices": OUTCOMES,
    }
