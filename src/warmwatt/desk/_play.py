"""Plays a sample call into an agent's desk, turn by turn, so that a newcomer sees the coach at work."""

import asyncio
from datetime import datetime, timedelta

from asgiref.sync import sync_to_async
from django.utils import timezone

from warmwatt.conversations import Conversation, Turn
from warmwatt.desk._begin import begin_conversation
from warmwatt.desk._close import close_conversation
from warmwatt.desk._errors import Unable, no_such
from warmwatt.desk._hear import hear
from warmwatt.desk.demo import played_calls
from warmwatt.records.models import ConversationRecord, Staff

SLOWEST, FASTEST = 0.5, 100.0
_playing: set[asyncio.Task[None]] = set()


def begin_call(call_id: str, *, staff: Staff, now: datetime) -> tuple[ConversationRecord, Conversation]:
    """This function will open a live phone conversation for a sample call, held by `staff`."""
    call = next((call for call in played_calls() if call.id == call_id), None)
    if call is None:
        raise no_such("call")
    record = begin_conversation(
        channel="phone",
        now=now,
        caller=call.known.name or "",
        contact=call.known.contact or "",
        account=call.known.account,
        agent=staff,
        played=True,
    )
    return record, call


async def play(call_id: str, *, staff: Staff, speed: float, now: datetime) -> ConversationRecord:
    """This function will begin a sample call and go on speaking it in the background at `speed` times real time."""
    record, call = await sync_to_async(begin_call)(call_id, staff=staff, now=now)
    task = asyncio.create_task(_speak(record, call, speed=min(max(speed, SLOWEST), FASTEST)))
    _playing.add(task)
    task.add_done_callback(_playing.discard)
    return record


async def _speak(record: ConversationRecord, call: Conversation, *, speed: float) -> None:
    began = asyncio.get_running_loop().time()
    for index, turn in enumerate(call.turns):
        # A turn is heard when it ends, as a recogniser delivers it.
        due = (turn.end if turn.end is not None else turn.start) / speed
        await asyncio.sleep(max(0.0, began + due - asyncio.get_running_loop().time()))
        try:
            await sync_to_async(speak_turn)(record, turn, index)
        except Unable:
            return  # ended by hand while it was playing
    await sync_to_async(close_conversation)(record.pk, staff=None, now=timezone.now())


def speak_turn(record: ConversationRecord, turn: Turn, index: int) -> None:
    """This function will let one turn of a played call be heard, at the moment it has in the call."""
    now = record.started_at + timedelta(seconds=turn.end if turn.end is not None else turn.start)
    hear(
        record.pk,
        who=turn.who,
        text=turn.text,
        key=f"played.{index}",
        now=now,
        start=turn.start,
        end=turn.end,
    )
