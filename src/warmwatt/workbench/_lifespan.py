"""What happens once, when the serving process starts and stops: pushes find their loop, models warm up."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from warmwatt import desk
from warmwatt.workbench._lanes import on_lane

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Background = Callable[[], Coroutine[Any, Any, None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class Lifespan:
    """An ASGI application with a beginning and an end; everything but its lifespan goes to `inner`.

    `background` is work that runs for as long as the process serves, such as the clock worker.
    """

    def __init__(self, inner: App) -> None:
        self.inner = inner
        self.background: list[Background] = []
        self._tasks: list[asyncio.Task[Any]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """This function will serve one connection, or begin and end the process."""
        if scope["type"] != "lifespan":
            await self.inner(scope, receive, send)
            return
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self._begin()
                await send({"type": "lifespan.startup.complete"})
            else:
                await self._end()
                await send({"type": "lifespan.shutdown.complete"})
                return

    def _begin(self) -> None:
        desk.attach(asyncio.get_running_loop())
        # In the background: the first page is there at once, and the first turn finds the models loaded.
        self._tasks.append(asyncio.create_task(on_lane(desk.warm_up)))
        self._tasks += [asyncio.create_task(work()) for work in self.background]

    async def _end(self) -> None:
        for task in self._tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
