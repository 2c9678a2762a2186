"""The agent's desk: what it shows, and what it lets an agent do."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from warmwatt import desk
from warmwatt.records.models import AuditLook, Contract, ConversationRecord, Escalation, Staff

SignIn = Callable[[Staff], Client]


@pytest.fixture
def browser(agent: Staff, signed_in: SignIn) -> Client:
    """The agent's browser."""
    return signed_in(agent)


class TestConversationPage:
    def test_shows_a_state_in_words_and_the_words_it_rests_on(
        self, browser: Client, chat: ConversationRecord, now: datetime
    ) -> None:
        desk.hear(chat.pk, who="customer", text="家里停电了，孩子正写作业，急死我了！", key="a", now=now)
        shown = browser.get(f"/desk/{chat.pk}").content.decode()
        assert "焦急" in shown
        assert "<q>" in shown

    def test_escapes_what_a_customer_writes(self, browser: Client, chat: ConversationRecord, now: datetime) -> None:
        desk.hear(chat.pk, who="customer", text="<script>alert(1)</script>停电了", key="a", now=now)
        shown = browser.get(f"/desk/{chat.pk}").content.decode()
        assert "<script>alert" not in shown
        assert "&lt;script&gt;" in shown

    def test_of_a_colleague_is_closed_to_an_agent(
        self, chat: ConversationRecord, colleague: Staff, signed_in: SignIn
    ) -> None:
        answer = signed_in(colleague).get(f"/desk/{chat.pk}")
        assert answer.status_code == 403
        assert "周晓雯正在服务这位客户" in answer.content.decode()

    def test_lets_a_supervisor_listen_in_and_take_over(
        self, chat: ConversationRecord, supervisor: Staff, signed_in: SignIn
    ) -> None:
        lead = signed_in(supervisor)
        assert "您在旁听" in lead.get(f"/desk/{chat.pk}").content.decode()
        lead.post(f"/desk/{chat.pk}/take-over")
        chat.refresh_from_db()
        assert chat.agent == supervisor

    def test_that_does_not_exist_says_what_to_do(self, browser: Client) -> None:
        answer = browser.get("/desk/nothing-here")
        assert answer.status_code == 404
        assert "没有找到这通对话" in answer.content.decode()

    def test_runs_no_script_from_elsewhere(self, browser: Client, chat: ConversationRecord) -> None:
        answer = browser.get(f"/desk/{chat.pk}")
        assert "default-src 'self'" in answer["Content-Security-Policy"]
        assert "http://" not in answer.content.decode()

    def test_asks_the_database_as_often_for_many_turns_as_for_few(
        self, browser: Client, chat: ConversationRecord, now: datetime, django_assert_max_num_queries: Callable
    ) -> None:
        for place in range(12):
            desk.hear(chat.pk, who="customer", text=f"第{place}次了，还没来电", key=f"k{place}", now=now)
        browser.get(f"/desk/{chat.pk}")
        with django_assert_max_num_queries(16):
            browser.get(f"/desk/{chat.pk}")


class TestCustomerPanel:
    def test_leaves_one_line_in_the_audit_log(
        self, browser: Client, chat: ConversationRecord, contract: Contract
    ) -> None:
        shown = browser.get(f"/desk/{chat.pk}/customer").content.decode()
        assert contract.account in shown
        assert AuditLook.objects.filter(account=contract.account).count() == 1

    def test_warns_of_life_support(self, browser: Client, chat: ConversationRecord, contract: Contract) -> None:
        contract.customer.life_support = True
        contract.customer.save()
        assert "家有生命支持设备" in browser.get(f"/desk/{chat.pk}/customer").content.decode()


class TestReply:
    def test_that_wants_mending_is_held_once_with_better_words(
        self, browser: Client, chat: ConversationRecord, now: datetime
    ) -> None:
        desk.hear(chat.pk, who="customer", text="我家电费怎么多了这么多？", key="a", now=now)
        answer = browser.post(f"/desk/{chat.pk}/say", {"text": "这个我不知道", "key": "r1"})
        assert answer["HX-Trigger"] == "held"
        assert "更好的说法" in answer.content.decode()
        assert chat.turns.count() == 1

    def test_is_sent_as_it_is_when_the_agent_insists(self, browser: Client, chat: ConversationRecord) -> None:
        answer = browser.post(f"/desk/{chat.pk}/say", {"text": "这个我不知道", "key": "r1", "as_is": "1"})
        assert answer["HX-Trigger"] == "said"
        assert chat.turns.get().text == "这个我不知道"

    def test_sent_twice_with_one_key_is_heard_once(self, browser: Client, chat: ConversationRecord) -> None:
        for _ in range(2):
            browser.post(f"/desk/{chat.pk}/say", {"text": "您好，我是2047号", "key": "same", "as_is": "1"})
        assert chat.turns.count() == 1

    def test_of_one_who_does_not_hold_it_is_refused(
        self, chat: ConversationRecord, supervisor: Staff, signed_in: SignIn
    ) -> None:
        answer = signed_in(supervisor).post(f"/desk/{chat.pk}/say", {"text": "您好", "key": "r1"})
        assert answer.status_code == 403
        assert chat.turns.count() == 0

    def test_trouble_reaches_the_page_as_a_note(self, browser: Client, chat: ConversationRecord) -> None:
        answer = browser.post(
            f"/desk/{chat.pk}/say", {"text": "  ", "key": "r1", "as_is": "1"}, headers={"HX-Request": "true"}
        )
        assert answer.status_code == 422
        assert "trouble" in answer["HX-Trigger"]


class TestTaking:
    def test_next_takes_a_danger_before_a_longer_wait(
        self, browser: Client, waiting: ConversationRecord, now: datetime
    ) -> None:
        danger = desk.begin_conversation(channel="chat", now=now)
        desk.hear(danger.pk, who="customer", text="电线掉地上了，还在冒火花！", key="a", now=now)
        assert browser.post("/desk/next")["Location"] == f"/desk/{danger.pk}"
        assert browser.post("/desk/next")["Location"] == f"/desk/{waiting.pk}"

    def test_next_with_nobody_waiting_says_so(self, browser: Client) -> None:
        answer = browser.post("/desk/next", headers={"HX-Request": "true"})
        assert answer.status_code == 409

    def test_one_that_a_colleague_took_names_the_colleague(
        self, browser: Client, waiting: ConversationRecord, colleague: Staff, now: datetime
    ) -> None:
        desk.claim(waiting.pk, staff=colleague, now=now)
        answer = browser.post(f"/desk/{waiting.pk}/claim")
        assert answer.status_code == 409
        assert "何俊" in answer.content.decode()


class TestLiftingUp:
    def test_reaches_the_supervisor_who_takes_it(
        self, browser: Client, chat: ConversationRecord, supervisor: Staff, signed_in: SignIn
    ) -> None:
        browser.post(f"/desk/{chat.pk}/escalate", {"cause": "supervisor_asked", "words": "客户要找领导"})
        lead = signed_in(supervisor)
        assert "客户要找领导" in lead.get("/board").content.decode()
        lifted = Escalation.objects.get()
        assert lead.post(f"/escalations/{lifted.pk}/take")["Location"] == f"/desk/{chat.pk}"

    def test_is_not_for_an_agent_to_take(self, browser: Client, chat: ConversationRecord) -> None:
        browser.post(f"/desk/{chat.pk}/escalate", {"cause": "safety"})
        assert browser.post(f"/escalations/{Escalation.objects.get().pk}/take").status_code == 403
