"""What every live page shares: its language, its groups, and drawing on a lane."""

import json
from collections.abc import Callable
from typing import Any, ParamSpec

from channels.generic.websocket import AsyncWebsocketConsumer
from django.utils import translation

from warmwatt.workbench._lanes import on_lane
from warmwatt.workbench._language import chosen_language

Drawing = ParamSpec("Drawing")
SIGNED_OUT, NOT_ALLOWED = 4401, 4403


class LivePage(AsyncWebsocketConsumer):  # type: ignore[misc]
    """A page that is sent pieces of itself when something changes."""

    language = ""
    joined: tuple[str, ...] = ()

    async def connect(self) -> None:
        """This function will admit the page to its groups, or close with the reason."""
        self.language = chosen_language(self.scope.get("cookies", {}))
        await self.accept()
        refused = await self.admit()
        if refused:
            await self.close(code=refused)
            return
        for group in self.joined:
            await self.channel_layer.group_add(group, self.channel_name)
        await self.begin()

    async def disconnect(self, code: int) -> None:
        """This function will leave the groups."""
        for group in self.joined:
            await self.channel_layer.group_discard(group, self.channel_name)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """This function will let the page say how far it has seen; anything else is passed over."""
        try:
            after = int(json.loads(text_data or "{}").get("after", -1))
        except (ValueError, TypeError, AttributeError):
            return
        await self.catch_up(after)

    async def admit(self) -> int:
        """This function will set `joined` and return 0, or return the code to close with."""
        raise NotImplementedError

    async def begin(self) -> None:
        """This function will do what is due once the page has joined."""

    async def catch_up(self, after: int) -> None:
        """This function will send what the page has missed since turn `after`."""

    async def draw(self, drawing: Callable[Drawing, str], *args: Drawing.args, **kwargs: Drawing.kwargs) -> None:
        """This function will draw on a lane in the page's language, and send what was drawn."""
        with translation.override(self.language):
            drawn = await on_lane(drawing, *args, **kwargs)
        if drawn:
            await self.send(text_data=drawn)


def signed_in(scope: dict[str, Any]) -> bool:
    """This function will tell whether a member of staff holds this connection."""
    user = scope.get("user")
    return bool(user and user.is_authenticated)
