"""Hearing a turn: written once, whole, in order, and never lost."""

from datetime import datetime, timedelta

import pytest

from warmwatt import desk
from warmwatt.desk import _memory
from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord, PromiseRecord, Staff, TurnRecord


def say(conversation: ConversationRecord, who: str, text: str, *, now: datetime, key: str = "") -> desk.HeardTurn:
    """One turn, keyed by its place unless told otherwise."""
    key = key or f"k{TurnRecord.objects.filter(conversation=conversation).count()}"
    return desk.hear(conversation.pk, who=who, text=text, key=key, now=now)


class TestATurn:
    """One accepted turn."""

    def test_is_written_with_its_reading_and_cards(self, conversation: ConversationRecord, now: datetime) -> None:
        heard = say(conversation, "customer", "我家停电了，你们赶紧派人来啊！老人等着吸氧呢！", now=now)
        kept = TurnRecord.objects.get(conversation=conversation)
        assert kept.index == 0
        assert kept.reading["topics"][0]["label"] == "outage.report"
        assert heard.advices
        assert len(heard.advices) <= 3

    def test_sent_twice_under_one_key_is_heard_once(self, conversation: ConversationRecord, now: datetime) -> None:
        first = say(conversation, "customer", "没电了", now=now, key="same")
        again = say(conversation, "customer", "没电了", now=now, key="same")
        assert again.repeated
        assert again.turn.pk == first.turn.pk
        assert TurnRecord.objects.filter(conversation=conversation).count() == 1

    def test_of_an_agent_with_a_promise_becomes_a_tracked_promise(
        self, conversation: ConversationRecord, agent: Staff, now: datetime
    ) -> None:
        say(conversation, "customer", "我家停电了", now=now)
        say(conversation, "agent", "抢修人员会在45分钟内到达现场。", now=now)
        promise = PromiseRecord.objects.get(conversation=conversation)
        assert (promise.kind, promise.owner) == ("arrive", agent)
        assert promise.due_at == now + timedelta(minutes=45)

    def test_goes_on_from_the_stored_session_alone(self, conversation: ConversationRecord, now: datetime) -> None:
        say(conversation, "customer", "我家停电了，翠园小区3号楼2单元501", now=now)
        _memory._recent.clear()
        say(conversation, "agent", "您邻居家有电吗？", now=now)
        facts = {fact.key for fact in queries.facts_of(conversation.pk)}
        assert "address" in facts


class TestBadInput:
    """What is not accepted is answered clearly, and nothing is written."""

    @pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00\x07"])
    def test_nothing_said_is_refused(self, conversation: ConversationRecord, now: datetime, text: str) -> None:
        with pytest.raises(desk.UnableToHear) as refused:
            say(conversation, "customer", text, now=now)
        assert refused.value.code == "empty"
        assert not TurnRecord.objects.exists()

    def test_a_hundred_thousand_characters_are_refused_with_the_limit(
        self, conversation: ConversationRecord, now: datetime
    ) -> None:
        with pytest.raises(desk.UnableToHear) as refused:
            say(conversation, "customer", "电" * 100_000, now=now)
        assert refused.value.code == "too_long"
        assert "20000" in refused.value.message.replace(",", "")

    @pytest.mark.parametrize("text", ["😡😡😡", "👨‍👩‍👧没电", "停电\u202e了", "ﷺ", "a" * 5000, "?!？！。。。"])
    def test_odd_characters_are_heard(self, conversation: ConversationRecord, now: datetime, text: str) -> None:
        assert say(conversation, "customer", text, now=now).turn.index == 0

    def test_an_unknown_conversation_is_named_as_such(self, agent: Staff, now: datetime) -> None:
        with pytest.raises(desk.UnableToFind):
            desk.hear("no-such", who="customer", text="喂", key="k", now=now)

    def test_someone_who_is_neither_customer_nor_agent_is_refused(
        self, conversation: ConversationRecord, now: datetime
    ) -> None:
        with pytest.raises(desk.UnableToHear):
            say(conversation, "robot", "喂", now=now)

    def test_a_turn_after_the_close_is_refused(
        self, conversation: ConversationRecord, agent: Staff, now: datetime
    ) -> None:
        say(conversation, "customer", "没事了", now=now)
        desk.close_conversation(conversation.pk, staff=agent, now=now)
        with pytest.raises(desk.UnableToHear) as refused:
            say(conversation, "customer", "喂？", now=now)
        assert refused.value.code == "closed"


class TestClaiming:
    """One conversation, one agent."""

    def test_the_second_of_two_agents_is_told_who_was_quicker(
        self, agent: Staff, colleague: Staff, now: datetime
    ) -> None:
        waiting = desk.begin_conversation(channel="chat", now=now)
        desk.claim(waiting.pk, staff=agent, now=now)
        with pytest.raises(desk.UnableToClaim) as refused:
            desk.claim(waiting.pk, staff=colleague, now=now)
        assert "李敏" in refused.value.message

    def test_claiming_ones_own_again_changes_nothing(self, agent: Staff, now: datetime) -> None:
        waiting = desk.begin_conversation(channel="chat", now=now)
        desk.claim(waiting.pk, staff=agent, now=now)
        again = desk.claim(waiting.pk, staff=agent, now=now + timedelta(minutes=1))
        assert again.claimed_at == now


class TestClosing:
    """The end of a conversation."""

    def test_writes_the_scorecard_with_all_criteria(
        self, conversation: ConversationRecord, agent: Staff, now: datetime
    ) -> None:
        say(conversation, "agent", "您好，江州电力客服中心，工号2047，请问有什么可以帮您？", now=now)
        say(conversation, "customer", "上个月电费多少？", now=now)
        desk.close_conversation(conversation.pk, staff=agent, now=now)
        card = conversation.scorecards.get()
        assert len(card.verdicts) == 28
        assert 0 <= card.score <= 100

    def test_by_another_agent_is_refused(
        self, conversation: ConversationRecord, colleague: Staff, now: datetime
    ) -> None:
        with pytest.raises(desk.UnableToClose):
            desk.close_conversation(conversation.pk, staff=colleague, now=now)


class TestCards:
    """What the agent sees."""

    def test_a_card_put_away_does_not_come_back(
        self, conversation: ConversationRecord, agent: Staff, now: datetime
    ) -> None:
        heard = say(conversation, "customer", "我家停电了，急死了！", now=now)
        card = heard.advices[0]
        desk.mark_card(card.pk, used=False, staff=agent)
        again = say(conversation, "customer", "快点啊，急死了！", now=now)
        assert (card.skill, card.key) not in {(each.skill, each.key) for each in again.advices}

    def test_a_card_that_is_done_is_withdrawn(self, conversation: ConversationRecord, now: datetime) -> None:
        say(conversation, "customer", "我家停电了，急死了！", now=now)
        assert any(card.skill == "emotion.comfort_first" for card in queries.open_cards(conversation.pk))
        say(conversation, "agent", "您别着急，停电确实让人着急，我马上帮您处理。", now=now)
        assert all(card.skill != "emotion.comfort_first" for card in queries.open_cards(conversation.pk))
