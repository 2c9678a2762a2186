"""One listener a process on the board's group: what many pages show alike is read and drawn once for all of them."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import Any
from weakref import WeakKeyDictionary

from channels.layers import get_channel_layer
from django.utils import timezone, translation

from warmwatt.workbench._lanes import on_lane
from warmwatt.workbench.live._draw import board_pieces, waiting_list

log = logging.getLogger(__name__)
GROUP = "board"
# Long enough to gather a burst of turns into one drawing, short enough to feel at once.
WAITING_PAUSE, BOARD_PAUSE = 0.25, 0.8
REJOIN_EVERY = 3600.0

Send = Callable[[str], Awaitable[None]]
_hubs: "WeakKeyDictionary[asyncio.AbstractEventLoop, Hub]" = WeakKeyDictionary()


def the_hub() -> "Hub":
    """This function will return the hub of the running loop."""
    return _hubs.setdefault(asyncio.get_running_loop(), Hub())


class Hub:
    """Pages watch the waiting list or the board; the hub hears every announcement and redraws for all."""

    def __init__(self) -> None:
        self._watching: dict[str, dict[Send, str]] = {"waiting": {}, "board": {}}
        self._dirty: set[str] = set()
        self._drawn_waiting: dict[str, str] = {}
        self._pending: dict[str, asyncio.Task[None]] = {}
        self._listener: asyncio.Task[None] | None = None

    def watch(self, feed: str, send: Send, *, language: str) -> None:
        """This function will send `feed` (waiting or board) in `language` from now on."""
        self._watching[feed][send] = language
        if self._listener is None or self._listener.done():
            self._listener = asyncio.create_task(self._listen())

    def leave(self, feed: str, send: Send) -> None:
        """This function will stop sending; with nobody watching the hub falls asleep."""
        self._watching[feed].pop(send, None)
        if not any(self._watching.values()) and self._listener is not None:
            self._listener.cancel()
            self._listener = None

    async def _listen(self) -> None:
        layer = get_channel_layer()
        channel = await layer.new_channel("hub")
        try:
            while True:
                # A group forgets its members after a day; joining again is free.
                await layer.group_add(GROUP, channel)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(REJOIN_EVERY):
                        while True:
                            self._heard(await layer.receive(channel))
        finally:
            await layer.group_discard(GROUP, channel)

    def _heard(self, event: dict[str, Any]) -> None:
        if event.get("conversation"):
            self._dirty.add(event["conversation"])
        self._soon("board", BOARD_PAUSE, self._send_board)
        self._soon("waiting", WAITING_PAUSE, self._send_waiting)

    def _soon(self, feed: str, pause: float, send: Callable[[], Awaitable[None]]) -> None:
        if self._watching[feed] and feed not in self._pending:
            self._pending[feed] = asyncio.create_task(self._later(feed, pause, send))

    async def _later(self, feed: str, pause: float, send: Callable[[], Awaitable[None]]) -> None:
        await asyncio.sleep(pause)
        # What is announced while this one draws asks for the next.
        self._pending.pop(feed, None)
        try:
            await send()
        except Exception:
            log.exception("could not draw %s", feed)

    async def _send_waiting(self) -> None:
        for language in set(self._watching["waiting"].values()):
            with translation.override(language):
                drawn = await on_lane(waiting_list)
            if self._drawn_waiting.get(language) != drawn:
                self._drawn_waiting[language] = drawn
                await self._tell("waiting", language, drawn)

    async def _send_board(self) -> None:
        changed, self._dirty = frozenset(self._dirty), set()
        for language in set(self._watching["board"].values()):
            with translation.override(language):
                drawn = await on_lane(board_pieces, changed, now=timezone.now())
            await self._tell("board", language, drawn)

    async def _tell(self, feed: str, language: str, drawn: str) -> None:
        for send, wanted in list(self._watching[feed].items()):
            if wanted == language:
                with contextlib.suppress(Exception):  # a page that is just leaving
                    await send(drawn)
