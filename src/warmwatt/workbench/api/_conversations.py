"""Conversations, turns, and what came of them."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from warmwatt import desk
from warmwatt.records import queries
from warmwatt.records.models import CaseRecord, ConversationRecord, Staff
from warmwatt.workbench._lanes import on_lane
from warmwatt.workbench.api._shapes import (
    CardOut,
    CaseOut,
    ConversationOut,
    FactOut,
    HeardOut,
    NewConversation,
    NewTurn,
    PromiseOut,
    Trouble,
    TurnOut,
)

router = Router(tags=["conversations"])
PAGE = 200
_TROUBLE = {404: Trouble, 409: Trouble, 422: Trouble, 503: Trouble}


def _staff(request: HttpRequest) -> Staff:
    signed_in: Staff = request.auth  # type: ignore[attr-defined]
    return signed_in


@router.post("/conversations", response={201: ConversationOut, **_TROUBLE})
async def begin(request: HttpRequest, body: NewConversation) -> tuple[int, ConversationRecord]:
    """Begins a conversation; it waits for an agent unless `answered`."""
    return 201, await on_lane(
        desk.begin_conversation,
        channel=body.channel,
        caller=body.caller,
        contact=body.contact,
        account=body.account,
        agent=_staff(request) if body.answered else None,
        now=timezone.now(),
    )


@router.get("/conversations", response=list[ConversationOut])
async def conversations(request: HttpRequest, state: str = "live") -> list[ConversationRecord]:
    """Lists the latest conversations in a state: waiting, live or closed."""
    return await on_lane(_listed, state)


def _listed(state: str) -> list[ConversationRecord]:
    found = ConversationRecord.objects.select_related("agent", "contract").filter(state=state)
    return list(found.order_by("-started_at")[:PAGE])


@router.get("/conversations/{conversation_id}", response={200: ConversationOut, **_TROUBLE})
async def conversation(request: HttpRequest, conversation_id: str) -> ConversationRecord:
    """Reads one conversation."""
    return await on_lane(desk.find_conversation, conversation_id)


@router.post("/conversations/{conversation_id}/turns", response={200: HeardOut, 201: HeardOut, **_TROUBLE})
async def post_turn(request: HttpRequest, conversation_id: str, body: NewTurn) -> tuple[int, dict[str, Any]]:
    """Lets one turn be heard; the answer means that it is on disk. 200 says that this key was heard before."""
    heard = await on_lane(
        desk.hear,
        conversation_id,
        who=body.who,
        text=body.text,
        key=body.key,
        now=timezone.now(),
        start=body.start,
        end=body.end,
    )
    out = {"turn": heard.turn, "advice": list(heard.advices), "repeated": heard.repeated}
    return (200 if heard.repeated else 201), out


@router.get("/conversations/{conversation_id}/turns", response={200: list[TurnOut], **_TROUBLE})
async def turns(request: HttpRequest, conversation_id: str, after: int = -1) -> list[Any]:
    """Reads the turns that follow turn `after`."""
    return await on_lane(_found, conversation_id, lambda: queries.turns(conversation_id, after=after))


@router.get("/conversations/{conversation_id}/advice", response={200: list[CardOut], **_TROUBLE})
async def advice(request: HttpRequest, conversation_id: str) -> list[Any]:
    """Reads the cards that the agent now sees."""
    return await on_lane(_found, conversation_id, lambda: queries.open_cards(conversation_id))


@router.get("/conversations/{conversation_id}/facts", response={200: list[FactOut], **_TROUBLE})
async def facts(request: HttpRequest, conversation_id: str) -> list[Any]:
    """Reads the facts heard."""
    return await on_lane(_found, conversation_id, lambda: queries.facts_of(conversation_id))


@router.get("/conversations/{conversation_id}/promises", response={200: list[PromiseOut], **_TROUBLE})
async def promises(request: HttpRequest, conversation_id: str) -> list[Any]:
    """Reads what was promised."""
    return await on_lane(_found, conversation_id, lambda: queries.promises_of(conversation_id))


@router.get("/conversations/{conversation_id}/cases", response={200: list[CaseOut], **_TROUBLE})
async def cases(request: HttpRequest, conversation_id: str) -> list[Any]:
    """Reads the cases that the conversation belongs to."""
    return await on_lane(_found, conversation_id, lambda: queries.cases_of(conversation_id))


def _found(conversation_id: str, ask: Any) -> list[Any]:
    desk.find_conversation(conversation_id)
    rows: QuerySet[Any] = ask()
    return list(rows)


@router.post("/conversations/{conversation_id}/claim", response={200: ConversationOut, **_TROUBLE})
async def claim(request: HttpRequest, conversation_id: str) -> ConversationRecord:
    """Takes a waiting conversation for the token's owner."""
    await on_lane(desk.claim, conversation_id, staff=_staff(request), now=timezone.now())
    return await on_lane(desk.find_conversation, conversation_id)


@router.post("/conversations/{conversation_id}/close", response={200: ConversationOut, **_TROUBLE})
async def close(request: HttpRequest, conversation_id: str) -> ConversationRecord:
    """Ends a conversation."""
    await on_lane(desk.close_conversation, conversation_id, staff=_staff(request), now=timezone.now())
    return await on_lane(desk.find_conversation, conversation_id)


@router.get("/cases/{number}", response={200: CaseOut, **_TROUBLE})
async def case(request: HttpRequest, number: str) -> CaseRecord:
    """Reads one case by its number."""
    return await on_lane(desk.find_case, number)
