"""The agent's desk: who waits, what is said, what to say, what is due."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from warmwatt import desk
from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord
from warmwatt.workbench import panels
from warmwatt.workbench._labels import CAUSES
from warmwatt.workbench.live import may_see
from warmwatt.workbench.views._page import AT_THE_DESK, EVERYONE, page, sorry, staff_of

CAUSES_OFFERED = (
    "supervisor_asked",
    "beyond_authority",
    "third_angry_turn",
    "outside_pressure",
    "safety",
    "life_support",
)


@page(roles=AT_THE_DESK)
def desk_page(request: HttpRequest) -> HttpResponse:
    """Shows the lists, and what to do next."""
    staff = staff_of(request)
    own = panels.own_rows(staff)
    context = {"own": own, "waiting": panels.waiting_rows(), "current": ""}
    return render(request, "workbench/desk.html", context)


@page(roles=EVERYONE)
def conversation_page(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Shows one conversation with everything around it."""
    staff = staff_of(request)
    conversation = desk.find_conversation(conversation_id)
    if not may_see(staff, conversation_id):
        holder = conversation.agent.name or conversation.agent.username if conversation.agent else ""
        message = _("%(name)s is serving this customer. Choose another conversation from your list.")
        return sorry(request, message=message % {"name": holder}, status=403)
    mine = conversation.agent_id == staff.pk
    context = {
        "conversation": conversation,
        "current": conversation.pk,
        "mine": mine,
        "may_speak": mine and conversation.state == "live",
        "may_claim": conversation.state == "waiting" and staff.role in AT_THE_DESK,
        "may_take_over": not mine and conversation.state == "live" and staff.role in {"supervisor", "admin"},
        "own": panels.own_rows(staff),
        "waiting": panels.waiting_rows(),
        "causes": {cause: CAUSES[cause] for cause in CAUSES_OFFERED},
        "matters_offered": desk.MATTERS,
        "review": panels.review_of(conversation.pk) if conversation.state == "closed" else None,
        **conversation_pieces(conversation),
    }
    return render(request, "workbench/desk.html", context)


def conversation_pieces(conversation: ConversationRecord) -> dict[str, object]:
    """This function will return what is drawn of a conversation, on the page and by every push."""
    return {
        "turns": panels.turns_shown(conversation.pk, channel=conversation.channel),
        "cards": queries.open_cards(conversation.pk),
        "flows": panels.flows_shown(conversation.session),
        "facts": queries.facts_of(conversation.pk),
        "matters": panels.matters_of(conversation.pk),
    }


@page(roles=EVERYONE)
def customer_panel(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Shows the customer's records; the look is written to the audit log."""
    staff = staff_of(request)
    if not may_see(staff, conversation_id):
        return sorry(request, message=_("Your role has no such page."), status=403)
    view = desk.customer_view(conversation_id, staff=staff, now=timezone.now())
    return render(request, "workbench/desk/customer.html", {"view": view})
