"""Tells the open pages that something was written, after the commit and never before it."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import transaction

from warmwatt.records.models import AdviceRecord, ConversationRecord

log = logging.getLogger(__name__)
_CARD_FIELDS = ("id", "skill", "key", "title", "say", "because", "rule", "weight", "shown_turn")
_serving: list[asyncio.AbstractEventLoop] = []


def attach(loop: asyncio.AbstractEventLoop) -> None:
    """This function will make pushes run on the loop that serves the pages, whichever thread writes."""
    _serving[:] = [loop]


def announce(
    conversation: ConversationRecord,
    what: str,
    *,
    turn: int | None = None,
    cards: Sequence[AdviceRecord] = (),
) -> None:
    """This function will tell the conversation's pages, its agent's desk and the board, once the write is on disk."""
    groups = [f"conversation.{conversation.pk}", "board"]
    if conversation.agent_id:
        groups.append(f"agent.{conversation.agent.username}" if conversation.agent else "board")
    event: dict[str, Any] = {"type": "desk.changed", "conversation": conversation.pk, "what": what, "turn": turn}
    if cards:
        event["advice"] = [{name: getattr(card, name) for name in _CARD_FIELDS} for card in cards]
    transaction.on_commit(lambda: _push(groups, event))


def announce_board(what: str) -> None:
    """This function will tell the board and every waiting list that something outside one conversation changed."""
    event = {"type": "desk.changed", "conversation": None, "what": what, "turn": None}
    transaction.on_commit(lambda: _push(["board"], event))


def _push(groups: Sequence[str], event: dict[str, Any]) -> None:
    if _serving and not _serving[0].is_closed():
        asyncio.run_coroutine_threadsafe(_send(groups, event), _serving[0])
        return
    async_to_sync(_send)(groups, event)


async def _send(groups: Sequence[str], event: dict[str, Any]) -> None:
    layer = get_channel_layer()
    for group in groups:
        try:
            await layer.group_send(group, event)
        except Exception:
            # The write stands whether or not a page hears of it: pages catch up when they reconnect.
            log.exception("could not push %s to %s", event["what"], group)
