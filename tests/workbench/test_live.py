"""Live push: each page is sent what changed, and only what it may see."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.test import Client

from warmwatt import desk
from warmwatt.records.models import ConversationRecord, Staff

from .live_page import LivePage

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Staff], Client]


async def _said(conversation: ConversationRecord, who: str, text: str, key: str, now: datetime) -> Any:
    return await sync_to_async(desk.hear)(conversation.pk, who=who, text=text, key=key, now=now)


@pytest.fixture
def browser(agent: Staff, signed_in: SignIn) -> Client:
    """The agent's browser."""
    return signed_in(agent)


class TestAgentsPage:
    async def test_is_sent_the_turn_with_its_cards(
        self, chat: ConversationRecord, browser: Client, now: datetime
    ) -> None:
        page = await LivePage(f"/live/desk/{chat.pk}", browser).open()
        await _said(chat, "customer", "我家停电了，急死我了", "a", now)
        got = await page.told('id="cards"')
        assert 'id="turn-0"' in got
        assert "焦急" in got
        await page.leave()

    async def test_catches_up_from_the_turn_it_has_seen(
        self, chat: ConversationRecord, browser: Client, now: datetime
    ) -> None:
        for place, text in enumerate(("您好", "我家停电了", "翠园小区")):
            await _said(chat, "agent" if place == 0 else "customer", text, f"k{place}", now)
        page = await LivePage(f"/live/desk/{chat.pk}", browser).connect()
        await page.seen(0)
        got = await page.told('id="waiting"')
        assert 'id="turn-0"' not in got
        assert 'id="turn-1"' in got
        assert 'id="turn-2"' in got
        await page.leave()

    async def test_hears_of_who_begins_to_wait(self, browser: Client, agent: Staff, now: datetime) -> None:
        page = await LivePage("/live/desk", browser).open()
        begun = await sync_to_async(desk.begin_conversation)(channel="chat", now=now, caller="王先生")
        assert begun.pk in await page.told("王先生")
        await page.leave()

    async def test_survives_what_no_page_would_send(
        self, chat: ConversationRecord, browser: Client, now: datetime
    ) -> None:
        page = await LivePage(f"/live/desk/{chat.pk}", browser).open()
        for junk in ("", "[]", "{", '{"after": "x"}', '{"after": null}', "7"):
            await page.send(junk)
        await _said(chat, "customer", "喂，听得到吗", "a", now)
        await page.told("喂，听得到吗")
        await page.leave()


class TestWhoIsTurnedAway:
    async def test_nobody_signed_in(self, chat: ConversationRecord) -> None:
        page = await LivePage(f"/live/desk/{chat.pk}").connect()
        assert await page.turned_away() == 4401

    async def test_a_colleague(self, chat: ConversationRecord, colleague: Staff, signed_in: SignIn) -> None:
        page = await LivePage(f"/live/desk/{chat.pk}", await sync_to_async(signed_in)(colleague)).connect()
        assert await page.turned_away() == 4403

    async def test_an_agent_whose_conversation_was_taken_over(
        self, chat: ConversationRecord, browser: Client, supervisor: Staff, now: datetime
    ) -> None:
        page = await LivePage(f"/live/desk/{chat.pk}", browser).open()
        await sync_to_async(desk.take_over)(chat.pk, staff=supervisor, now=now)
        assert await page.turned_away() == 4403

    async def test_an_agent_from_the_board(self, browser: Client) -> None:
        page = await LivePage("/live/board", browser).connect()
        assert await page.turned_away() == 4403

    async def test_a_customer_with_another_key(self, chat: ConversationRecord) -> None:
        page = await LivePage(f"/live/chat/{chat.pk}/wrong-key").connect()
        assert await page.turned_away() == 4403


class TestCustomersPage:
    async def test_is_sent_the_reply_and_nothing_of_the_coach(self, chat: ConversationRecord, now: datetime) -> None:
        page = await LivePage(f"/live/chat/{chat.pk}/{chat.customer_key}").open()
        await _said(chat, "customer", "我家停电了，急死我了", "a", now)
        await _said(chat, "agent", "您别着急，我马上帮您查", "b", now)
        got = await page.told("您别着急")
        for hidden in ('id="cards"', 'class="state', "焦急", 'id="facts"'):
            assert hidden not in got
        await page.leave()

    async def test_asks_for_a_rating_when_it_ends(self, chat: ConversationRecord, agent: Staff, now: datetime) -> None:
        page = await LivePage(f"/live/chat/{chat.pk}/{chat.customer_key}").open()
        await sync_to_async(desk.close_conversation)(chat.pk, staff=agent, now=now)
        await page.told('name="stars"')
        await page.leave()


class TestBoard:
    async def test_is_sent_the_row_that_changed(
        self, chat: ConversationRecord, supervisor: Staff, signed_in: SignIn, now: datetime
    ) -> None:
        page = await LivePage("/live/board", await sync_to_async(signed_in)(supervisor)).open()
        await _said(chat, "customer", "我要投诉你们，太气人了！", "a", now)
        got = await page.told(f'id="b-{chat.pk}"')
        assert "愤怒" in got
        await page.leave()

    async def test_lets_go_of_one_that_ended(
        self, chat: ConversationRecord, agent: Staff, supervisor: Staff, signed_in: SignIn, now: datetime
    ) -> None:
        page = await LivePage("/live/board", await sync_to_async(signed_in)(supervisor)).open()
        await sync_to_async(desk.close_conversation)(chat.pk, staff=agent, now=now)
        await page.told(f'<li id="b-{chat.pk}" hx-swap-oob="delete">')
        await page.leave()
