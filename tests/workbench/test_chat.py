"""The customer's chat: the key in the link is all that opens it."""

from datetime import datetime

import pytest
from django.test import Client

from warmwatt import desk
from warmwatt.records.models import ConversationRecord, Staff


@pytest.fixture
def begun(db: None, client: Client) -> ConversationRecord:
    """A chat that a customer has just begun."""
    client.post("/chat", {"text": "家里停电了", "name": "李女士", "phone": "13800001234"})
    return ConversationRecord.objects.get(caller="李女士")


class TestBeginning:
    def test_takes_the_first_message_and_hands_over_a_link(self, begun: ConversationRecord, client: Client) -> None:
        shown = client.get(f"/chat/{begun.pk}", {"k": begun.customer_key}).content.decode()
        assert "家里停电了" in shown
        assert "正在为您接通，下一位就是您" in shown

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            ({"text": ""}, "请先写几句您要咨询的事"),
            ({"text": "停电了", "phone": "123"}, "电话号码格式不对"),
            ({"text": "停电了", "account": "abc"}, "户号只含数字"),
        ],
        ids=["nothing said", "no phone number", "no account number"],
    )
    def test_keeps_what_was_written_and_says_what_to_mend(
        self, db: None, client: Client, given: dict[str, str], told: str
    ) -> None:
        answer = client.post("/chat", given)
        assert answer.status_code == 422
        assert told in answer.content.decode()
        assert given["text"] in answer.content.decode()
        assert not ConversationRecord.objects.exists()

    def test_tells_how_many_are_before(
        self, waiting: ConversationRecord, begun: ConversationRecord, client: Client
    ) -> None:
        shown = client.get(f"/chat/{begun.pk}", {"k": begun.customer_key}).content.decode()
        assert "前面还有1位" in shown
        assert waiting.customer_key != begun.customer_key


class TestKey:
    @pytest.mark.parametrize("key", ["", "wrong", "x" * 500])
    def test_other_than_the_right_one_opens_nothing(self, begun: ConversationRecord, client: Client, key: str) -> None:
        assert client.get(f"/chat/{begun.pk}", {"k": key}).status_code == 404
        for act in ("say", "rate", "end"):
            assert client.post(f"/chat/{begun.pk}/{act}", {"k": key, "text": "x", "stars": "5"}).status_code == 404
        assert begun.turns.count() == 1


class TestSpeaking:
    def test_is_heard_once_a_key(self, begun: ConversationRecord, client: Client) -> None:
        for _ in range(2):
            client.post(f"/chat/{begun.pk}/say", {"k": begun.customer_key, "text": "什么时候来电", "key": "m1"})
        assert begun.turns.count() == 2

    def test_shows_the_agents_number_and_nothing_of_the_coach(
        self, begun: ConversationRecord, client: Client, agent: Staff, now: datetime
    ) -> None:
        desk.claim(begun.pk, staff=agent, now=now)
        shown = client.get(f"/chat/{begun.pk}", {"k": begun.customer_key}).content.decode()
        assert "2047号客服" in shown
        for card in begun.advices.all():
            assert card.because not in shown
        assert "焦急" not in shown

    def test_shows_the_number_of_the_case(
        self, begun: ConversationRecord, client: Client, agent: Staff, now: datetime
    ) -> None:
        desk.claim(begun.pk, staff=agent, now=now)
        case = desk.open_case(begun.pk, matter="outage", staff=agent, now=now)
        assert case.number in client.get(f"/chat/{begun.pk}", {"k": begun.customer_key}).content.decode()


class TestEnding:
    def test_asks_for_stars_and_keeps_them(self, begun: ConversationRecord, client: Client) -> None:
        mine = {"k": begun.customer_key}
        client.post(f"/chat/{begun.pk}/end", mine)
        assert "这次服务您满意吗" in client.get(f"/chat/{begun.pk}", mine).content.decode()
        client.post(f"/chat/{begun.pk}/rate", {**mine, "stars": "5", "words": "很耐心"})
        begun.refresh_from_db()
        assert (begun.rating, begun.rating_words) == (5, "很耐心")

    @pytest.mark.parametrize("stars", ["", "0", "6", "-1", "999999999", "五"])
    def test_takes_one_to_five_stars_only(self, begun: ConversationRecord, client: Client, stars: str) -> None:
        answer = client.post(f"/chat/{begun.pk}/rate", {"k": begun.customer_key, "stars": stars})
        assert answer.status_code == 422
        begun.refresh_from_db()
        assert begun.rating is None

    def test_takes_no_more_words(self, begun: ConversationRecord, client: Client) -> None:
        client.post(f"/chat/{begun.pk}/end", {"k": begun.customer_key})
        answer = client.post(f"/chat/{begun.pk}/say", {"k": begun.customer_key, "text": "还有一件事", "key": "m9"})
        assert answer.status_code == 409
