"""A page's end of the live connection, for tests."""

import json

from asgiref.testing import ApplicationCommunicator
from django.conf import settings
from django.test import Client

from warmwatt.workbench.asgi import application

PATIENCE = 10.0
# The piece that ends what each kind of page is sent when it connects.
LAST_PIECE = {"desk": 'id="waiting"', "chat": 'id="chat-foot"', "board": 'id="due"'}


class LivePage:
    """Connects to an address, with a browser's sign-in where one is given."""

    def __init__(self, address: str, browser: Client | None = None) -> None:
        name = settings.SESSION_COOKIE_NAME
        cookie = f"{name}={browser.cookies[name].value}" if browser else ""
        headers = [(b"origin", b"http://localhost"), (b"host", b"localhost"), (b"cookie", cookie.encode())]
        scope = {"type": "websocket", "path": address, "query_string": b"", "headers": headers, "subprotocols": []}
        self._last_piece = LAST_PIECE[address.split("/")[2]]
        self._end = ApplicationCommunicator(application, scope)

    async def connect(self) -> "LivePage":
        """Opens the connection."""
        await self._end.send_input({"type": "websocket.connect"})
        assert (await self._end.receive_output(PATIENCE))["type"] == "websocket.accept"
        return self

    async def open(self) -> "LivePage":
        """Opens the connection and reads all that a page is sent when it has joined."""
        await self.connect()
        await self.seen(-1)
        await self.told(self._last_piece)
        return self

    async def seen(self, turn: int) -> None:
        """Tells how far the page has seen, as it does when it connects."""
        await self.send(json.dumps({"after": turn}))

    async def send(self, text: str) -> None:
        """Sends anything at all."""
        await self._end.send_input({"type": "websocket.receive", "text": text})

    async def told(self, words: str, *, pieces: int = 12) -> str:
        """Returns what the page was sent up to the piece that holds `words`."""
        got = ""
        for _ in range(pieces):
            got += (await self._end.receive_output(PATIENCE)).get("text", "")
            if words in got:
                return got
        raise AssertionError(f"{words!r} was not sent; got {got[:400]}")

    async def turned_away(self) -> int:
        """Returns the code with which the connection was closed."""
        code: int = (await self._end.receive_output(PATIENCE))["code"]
        return code

    async def leave(self) -> None:
        """Closes the connection."""
        await self._end.send_input({"type": "websocket.disconnect", "code": 1000})
        await self._end.wait(PATIENCE)
