"""Plays a sample call into an agent's desk, turn by turn, so that a newcomer sees the coach at work."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import ParamSpec, TypeVar

from django.db import close_old_connections
from django.utils import timezone

from warmwatt.conversations import Conversation, Turn
from warmwatt.desk._begin import begin_conversation
from warmwatt.desk._close import close_conversation
from warmwatt.desk._errors import Unable, no_such
from warmwatt.desk._hear import hear
from warmwatt.desk.demo import played_calls
from warmwatt.records.models import ConversationRecord, Staff

Given = ParamSpec("Given")
Result = TypeVar("Result")
SLOWEST, FASTEST = 0.5, 100.0
_playing: set[asyncio.Task[None]] = set()
# A call goes on after the request that began it has ended, and so must its thread.
_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="played")


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
    record, call = await _on_own_thread(begin_call, call_id, staff=staff, now=now)
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
            await _on_own_thread(speak_turn, record, turn, index)
        except Unable:
            return  # ended by hand while it was playing
    await _on_own_thread(close_conversation, record.pk, staff=None, now=timezone.now())


async def _on_own_thread(work: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
    def fresh() -> Result:
        close_old_connections()
        return work(*args, **kwargs)

    return await asyncio.get_running_loop().run_in_executor(_thread, fresh)


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
