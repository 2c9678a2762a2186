"""The agent's page: the open conversation at once, the lists beside it a moment later."""

from typing import Any

from warmwatt.records.models import ConversationRecord, Staff
from warmwatt.workbench._lanes import on_lane
from warmwatt.workbench.live._consumer import NOT_ALLOWED, SIGNED_OUT, LivePage, signed_in
from warmwatt.workbench.live._draw import correction_pieces, desk_matters, desk_words, own_list, waiting_list
from warmwatt.workbench.live._hub import the_hub

# Long enough to gather a burst of turns into one drawing, short enough to feel at once.
PAUSE = 0.25


class DeskLive(LivePage):
    """Sends new turns, cards, checklist, facts and matters of one conversation, and the agent's lists."""

    conversation = ""
    after = -1
    own = ""

    async def admit(self) -> int:
        """This function will admit staff to the conversation that they may see."""
        if not signed_in(self.scope):
            return SIGNED_OUT
        self.staff: Staff = self.scope["user"]
        self.conversation = self.scope["url_route"]["kwargs"].get("conversation_id", "")
        if self.conversation and not await on_lane(may_see, self.staff, self.conversation):
            return NOT_ALLOWED
        groups = [f"agent.{self.staff.username}"]
        if self.conversation:
            groups.append(f"conversation.{self.conversation}")
        self.joined = tuple(groups)
        self.own = f"own.{self.staff.pk}"
        return 0

    async def begin(self) -> None:
        """This function will watch who waits and the agent's own list."""
        staff = self.staff
        watch = the_hub().watch
        watch("waiting", self.send_text, language=self.language, draw=lambda _changed: waiting_list(), pause=PAUSE)
        watch(self.own, self.send_text, language=self.language, draw=lambda _changed: own_list(staff), pause=PAUSE)

    async def disconnect(self, code: int) -> None:
        """This function will leave the groups and the lists."""
        the_hub().leave("waiting", self.send_text)
        the_hub().leave(self.own, self.send_text)
        await super().disconnect(code)

    async def catch_up(self, after: int) -> None:
        """This function will send all that changed since the page was drawn or last connected."""
        self.after = max(after, -1)
        if self.conversation:
            await self._send_conversation()
        await self.draw(own_list, self.staff)
        await self.draw(waiting_list)

    async def desk_changed(self, event: dict[str, Any]) -> None:
        """This function will pass on what the desk wrote."""
        if event["conversation"] == self.conversation and not self._seen(event):
            if event["what"] == "claimed" and not await on_lane(may_see, self.staff, self.conversation):
                await self.close(code=NOT_ALLOWED)
                return
            if event["what"] == "corrected":
                await self.draw(correction_pieces, self.conversation, turn=event["turn"])
                return
            await self._send_conversation()
        the_hub().touch(self.own)

    def _seen(self, event: dict[str, Any]) -> bool:
        # The same announcement comes by the conversation's group and by the agent's.
        return event["what"] == "turn" and event["turn"] is not None and event["turn"] <= self.after

    async def _send_conversation(self) -> None:
        after = self.after

        def drawing() -> str:
            drawn, self.after = desk_words(self.conversation, after=after)
            return drawn

        # The words to say go ahead of what is only looked at.
        await self.draw(drawing)
        await self.draw(desk_matters, self.conversation)

    async def send_text(self, drawn: str) -> None:
        """This function will send what the hub drew."""
        await self.send(text_data=drawn)


def may_see(staff: Staff, conversation_id: str) -> bool:
    """This function will tell whether a member of staff may read a conversation: agents their own and who waits."""
    found = ConversationRecord.objects.filter(pk=conversation_id).values_list("agent_id", flat=True).first()
    return staff.role != "agent" or found in {None, staff.pk}
