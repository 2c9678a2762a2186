"""Live push for programs: `/api/v1/conversations/{id}/live?token=…` says what changed as it is written."""

from typing import Any
from urllib.parse import parse_qs

from channels.generic.websocket import AsyncJsonWebsocketConsumer

from warmwatt.desk import UnableToFind, find_conversation
from warmwatt.workbench._lanes import on_lane
from warmwatt.workbench.api._sign_in import staff_of_token

NO_TOKEN, NO_CONVERSATION = 4401, 4404


class ConversationLive(AsyncJsonWebsocketConsumer):  # type: ignore[misc]
    """Sends {conversation, what, turn, advice} after each commit; it takes no messages."""

    group = ""

    async def connect(self) -> None:
        """This function will admit a valid token to an existing conversation, or close with 4401 or 4404."""
        token = parse_qs(self.scope["query_string"].decode()).get("token", [""])[0]
        conversation_id = self.scope["url_route"]["kwargs"]["conversation_id"]
        await self.accept()
        if await on_lane(staff_of_token, token) is None:
            await self.close(code=NO_TOKEN)
            return
        try:
            await on_lane(find_conversation, conversation_id)
        except UnableToFind:
            await self.close(code=NO_CONVERSATION)
            return
        self.group = f"conversation.{conversation_id}"
        await self.channel_layer.group_add(self.group, self.channel_name)
        await self.send_json({"conversation": conversation_id, "what": "connected", "turn": None, "advice": []})

    async def disconnect(self, code: int) -> None:
        """This function will leave the conversation's group."""
        if self.group:
            await self.channel_layer.group_discard(self.group, self.channel_name)

    async def desk_changed(self, event: dict[str, Any]) -> None:
        """This function will pass on what the desk announced."""
        await self.send_json(
            {
                "conversation": event["conversation"],
                "what": event["what"],
                "turn": event["turn"],
                "advice": event.get("advice", []),
            }
        )
