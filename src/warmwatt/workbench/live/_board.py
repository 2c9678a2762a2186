"""The supervisor's board, kept by the hub."""

from django.utils import timezone

from warmwatt.workbench.live._consumer import NOT_ALLOWED, SIGNED_OUT, LivePage, signed_in
from warmwatt.workbench.live._draw import board_pieces
from warmwatt.workbench.live._hub import the_hub

PAUSE = 0.8


class BoardLive(LivePage):
    """Sends the board's changed rows and figures."""

    async def admit(self) -> int:
        """This function will admit supervisors."""
        if not signed_in(self.scope):
            return SIGNED_OUT
        return 0 if self.scope["user"].role in {"supervisor", "quality", "admin"} else NOT_ALLOWED

    async def begin(self) -> None:
        """This function will watch the board."""
        the_hub().watch("board", self.send_text, language=self.language, draw=_changed_rows, pause=PAUSE)

    async def disconnect(self, code: int) -> None:
        """This function will leave the board."""
        the_hub().leave("board", self.send_text)
        await super().disconnect(code)

    async def catch_up(self, after: int) -> None:
        """This function will send every open conversation, for a page that was away."""
        await self.draw(board_pieces, None, now=timezone.now())

    async def send_text(self, drawn: str) -> None:
        """This function will send what the hub drew."""
        await self.send(text_data=drawn)


def _changed_rows(changed: frozenset[str]) -> str:
    return board_pieces(changed, now=timezone.now())
