"""The customer's page: the words, who serves them, and their case; nothing of what the agent is advised."""

from typing import Any

from django.utils.crypto import constant_time_compare

from warmwatt.records.models import ConversationRecord
from warmwatt.workbench._lanes import on_lane
from warmwatt.workbench.live._consumer import NOT_ALLOWED, LivePage
from warmwatt.workbench.live._draw import customer_pieces

SEEN_BY_CUSTOMER = {"turn", "claimed", "closed", "case", "rated"}


class CustomerLive(LivePage):
    """Sends the turns and the state of one chat to who holds its key."""

    conversation = ""
    after = -1

    async def admit(self) -> int:
        """This function will admit the holder of the conversation's key."""
        route = self.scope["url_route"]["kwargs"]
        self.conversation = route["conversation_id"]
        if not await on_lane(holds_key, self.conversation, route["key"]):
            return NOT_ALLOWED
        self.joined = (f"conversation.{self.conversation}",)
        return 0

    async def catch_up(self, after: int) -> None:
        """This function will send what came while the page was away."""
        self.after = max(after, -1)
        await self._send()

    async def desk_changed(self, event: dict[str, Any]) -> None:
        """This function will pass on what concerns the customer."""
        if event["what"] in SEEN_BY_CUSTOMER:
            await self._send()

    async def _send(self) -> None:
        after = self.after

        def drawing() -> str:
            drawn, self.after = customer_pieces(self.conversation, after=after)
            return drawn

        await self.draw(drawing)


def holds_key(conversation_id: str, key: str) -> bool:
    """This function will tell whether `key` opens the conversation to its customer."""
    kept = ConversationRecord.objects.filter(pk=conversation_id).values_list("customer_key", flat=True).first()
    return constant_time_compare(kept, key) if kept else False
