"""What several pages show alike is drawn once for all of them: who waits, an agent's own list, the board.

One listener a process hears every announcement on the board's group; a burst of turns becomes one drawing.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from channels.layers import get_channel_layer
from django.utils import translation

from warmwatt.workbench._lanes import on_lane

log = logging.getLogger(__name__)
GROUP = "board"
REJOIN_EVERY = 3600.0

Send = Callable[[str], Awaitable[None]]
Draw = Callable[[frozenset[str]], str]
_hubs: "WeakKeyDictionary[asyncio.AbstractEventLoop, Hub]" = WeakKeyDictionary()


@dataclass(kw_only=True)
class Feed:
    """One thing drawn for many pages: how, how long to gather changes first, and who watches in which language."""

    draw: Draw
    pause: float
    watchers: dict[Send, str] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    last: dict[str, str] = field(default_factory=dict)
    pending: asyncio.Task[None] | None = None

    def touch(self, conversation: str | None) -> None:
        """This function will draw the feed soon, once however often it is touched until then."""
        if conversation:
            self.changed.add(conversation)
        if self.watchers and self.pending is None:
            self.pending = asyncio.create_task(self._draw_later())

    async def _draw_later(self) -> None:
        await asyncio.sleep(self.pause)
        # What is announced while this one draws asks for the next.
        self.pending = None
        changed, self.changed = frozenset(self.changed), set()
        try:
            for language in set(self.watchers.values()):
                await self._tell(language, changed)
        except Exception:
            log.exception("could not draw a feed")

    async def _tell(self, language: str, changed: frozenset[str]) -> None:
        with translation.override(language):
            drawn = await on_lane(self.draw, changed)
        if drawn == self.last.get(language):
            return
        self.last[language] = drawn
        for send, wanted in list(self.watchers.items()):
            if wanted == language:
                with contextlib.suppress(Exception):  # a page that is just leaving
                    await send(drawn)


class Hub:
    """The feeds of a process, by name. Those that hear the board are touched by every announcement."""

    def __init__(self) -> None:
        self._feeds: dict[str, Feed] = {}
        self._listener: asyncio.Task[None] | None = None

    def watch(self, name: str, send: Send, *, language: str, draw: Draw, pause: float) -> None:
        """This function will send what `draw` draws in `language` whenever the feed `name` is touched."""
        feed = self._feeds.setdefault(name, Feed(draw=draw, pause=pause))
        feed.watchers[send] = language
        # The newcomer has not seen what the others have.
        feed.last.pop(language, None)
        if self._listener is None or self._listener.done():
            self._listener = asyncio.create_task(self._listen())

    def leave(self, name: str, send: Send) -> None:
        """This function will stop sending; with nobody watching the hub falls asleep."""
        feed = self._feeds.get(name)
        if feed is None:
            return
        feed.watchers.pop(send, None)
        if not feed.watchers:
            del self._feeds[name]
        if not self._feeds and self._listener is not None:
            self._listener.cancel()
            self._listener = None

    def touch(self, name: str, conversation: str | None = None) -> None:
        """This function will have one feed drawn again soon."""
        feed = self._feeds.get(name)
        if feed is not None:
            feed.touch(conversation)

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
        for name in ("waiting", "board"):
            self.touch(name, event.get("conversation"))


def the_hub() -> Hub:
    """This function will return the hub of the running loop."""
    return _hubs.setdefault(asyncio.get_running_loop(), Hub())
