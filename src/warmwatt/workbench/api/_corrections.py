"""Why a turn was read and a criterion judged as it was, and what people corrected."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router

from warmwatt import desk
from warmwatt.records import queries
from warmwatt.records.models import Correction, Staff
from warmwatt.workbench._lanes import on_lane
from warmwatt.workbench.api._shapes import Trouble
from warmwatt.workbench.api._why_shapes import CorrectionOut, NewCorrection, VerdictOut, VerdictWhyOut, WhyOut
from warmwatt.workbench.live import may_see

router = Router(tags=["why and corrections"])
_TROUBLE = {403: Trouble, 404: Trouble, 409: Trouble, 422: Trouble}


def _staff(request: HttpRequest) -> Staff:
    signed_in: Staff = request.auth  # type: ignore[attr-defined]
    return signed_in


@router.get("/conversations/{conversation_id}/turns/{turn}/why", response={200: list[WhyOut], **_TROUBLE})
async def why_turn(request: HttpRequest, conversation_id: str, turn: int) -> list[Any]:
    """Explains every label of a customer's turn: the state first, then the topics."""
    return await on_lane(_whys, conversation_id, turn, _staff(request))


@router.get("/conversations/{conversation_id}/verdicts", response={200: list[VerdictOut], **_TROUBLE})
async def verdicts(request: HttpRequest, conversation_id: str) -> list[Any]:
    """Reads the review of an ended conversation, verdict by verdict."""
    return await on_lane(_verdicts, conversation_id, _staff(request))


@router.get("/conversations/{conversation_id}/verdicts/{criterion}/why", response={200: VerdictWhyOut, **_TROUBLE})
async def why_verdict(request: HttpRequest, conversation_id: str, criterion: str) -> desk.VerdictWhy:
    """Explains one verdict: its reason and turns, the rule, and the cues heard."""
    return await on_lane(_why_verdict, conversation_id, criterion, _staff(request))


@router.get("/conversations/{conversation_id}/corrections", response={200: list[CorrectionOut], **_TROUBLE})
async def corrections(request: HttpRequest, conversation_id: str) -> list[Any]:
    """Reads all corrections of a conversation, those that no longer stand too."""
    return await on_lane(_corrections, conversation_id, _staff(request))


@router.post("/conversations/{conversation_id}/corrections", response={201: CorrectionOut, **_TROUBLE})
async def correct(request: HttpRequest, conversation_id: str, body: NewCorrection) -> tuple[int, Correction]:
    """Keeps a correction of a turn's topics or state, or of a verdict; for supervisors and quality staff."""
    return 201, await on_lane(
        desk.correct,
        conversation_id,
        kind=body.kind,
        right=body.right,
        reason=body.reason,
        turn=body.turn,
        criterion=body.criterion,
        staff=_staff(request),
        now=timezone.now(),
    )


@router.post("/corrections/{correction_id}/take-back", response={200: CorrectionOut, **_TROUBLE})
async def take_back(request: HttpRequest, correction_id: int) -> Correction:
    """Takes a correction back; the record of it stays."""
    return await on_lane(desk.take_back_correction, correction_id, staff=_staff(request), now=timezone.now())


def _may_read(conversation_id: str, staff: Staff) -> None:
    desk.find_conversation(conversation_id)
    if not may_see(staff, conversation_id):
        raise desk.Unable("not_yours", _("Another agent holds this conversation."))


def _whys(conversation_id: str, turn: int, staff: Staff) -> list[Any]:
    _may_read(conversation_id, staff)
    return list(desk.whys_of_turn(conversation_id, turn=turn))


def _why_verdict(conversation_id: str, criterion: str, staff: Staff) -> desk.VerdictWhy:
    _may_read(conversation_id, staff)
    return desk.why_verdict(conversation_id, criterion=criterion)


def _verdicts(conversation_id: str, staff: Staff) -> list[Any]:
    _may_read(conversation_id, staff)
    card = queries.scorecard_of(conversation_id)
    return list(card.verdicts) if card else []


def _corrections(conversation_id: str, staff: Staff) -> list[Correction]:
    _may_read(conversation_id, staff)
    return list(queries.corrections_of(conversation_id, standing=False))
