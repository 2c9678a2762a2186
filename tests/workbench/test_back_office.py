"""Orders, cases and promises: the work that goes on when the talking is over."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from warmwatt import desk
from warmwatt.records.models import CaseRecord, ConversationRecord, OrderRecord, PromiseRecord, Staff

SignIn = Callable[[Staff], Client]


@pytest.fixture
def case(chat: ConversationRecord, agent: Staff, now: datetime) -> CaseRecord:
    """An outage case with its order for the repair team."""
    return desk.open_case(chat.pk, matter="outage", staff=agent, now=now)


@pytest.fixture
def order(case: CaseRecord) -> OrderRecord:
    """The repair team's order."""
    return case.orders.get()


@pytest.fixture
def crew(fitter: Staff, signed_in: SignIn) -> Client:
    """The fitter's phone."""
    return signed_in(fitter)


class TestOrders:
    def test_go_from_dispatched_to_done_and_back_into_the_case(
        self, crew: Client, order: OrderRecord, case: CaseRecord
    ) -> None:
        assert order.number in crew.get("/orders").content.decode()
        crew.post(f"/orders/{order.pk}/step", {"state": "accepted", "eta_minutes": "30"})
        crew.post(f"/orders/{order.pk}/step", {"state": "arrived"})
        crew.post(f"/orders/{order.pk}/step", {"state": "done", "result": "更换熔断器，已送电"})
        case.refresh_from_db()
        assert (case.state, case.result) == ("resolved", "更换熔断器，已送电")

    def test_are_not_done_without_a_result(self, crew: Client, order: OrderRecord) -> None:
        crew.post(f"/orders/{order.pk}/step", {"state": "accepted"})
        answer = crew.post(f"/orders/{order.pk}/step", {"state": "done"}, headers={"HX-Request": "true"})
        assert answer.status_code == 422
        order.refresh_from_db()
        assert order.state == "accepted"

    @pytest.mark.parametrize("minutes", ["", "abc", "-5", "99999999", "３０"])
    def test_take_no_arrival_time_that_is_none(self, crew: Client, order: OrderRecord, minutes: str) -> None:
        answer = crew.post(f"/orders/{order.pk}/step", {"state": "accepted", "eta_minutes": minutes})
        assert answer.status_code in {200, 302}

    def test_of_other_teams_stay_theirs(self, crew: Client, order: OrderRecord) -> None:
        order.team = "metering"
        order.save()
        assert order.number not in crew.get("/orders?team=metering").content.decode()


class TestCases:
    def test_are_found_by_the_end_of_their_number(self, agent: Staff, signed_in: SignIn, case: CaseRecord) -> None:
        found = signed_in(agent).get("/cases", {"q": case.number[-6:]}).content.decode()
        assert case.number in found

    def test_do_not_close_before_the_customer_was_told(self, agent: Staff, signed_in: SignIn, case: CaseRecord) -> None:
        answer = signed_in(agent).post(f"/cases/{case.number}/close")
        assert "处理结果还没有告诉客户" in answer.content.decode()
        case.refresh_from_db()
        assert case.state != "closed"

    def test_show_their_history(self, agent: Staff, signed_in: SignIn, case: CaseRecord) -> None:
        shown = signed_in(agent).get(f"/cases/{case.number}").content.decode()
        assert case.log.first().what in shown


class TestPromises:
    @pytest.fixture
    def promise(self, chat: ConversationRecord, agent: Staff, now: datetime) -> PromiseRecord:
        return PromiseRecord.objects.create(
            conversation=chat,
            turn=0,
            kind="callback",
            words="一小时内给您回电",
            owner=agent,
            due_at=now + timedelta(hours=1),
            made_at=now,
        )

    def test_are_listed_for_their_owner_alone(
        self, promise: PromiseRecord, agent: Staff, colleague: Staff, signed_in: SignIn
    ) -> None:
        assert promise.words in signed_in(agent).get("/promises").content.decode()
        assert promise.words not in signed_in(colleague).get("/promises?whose=all").content.decode()

    def test_end_broken_only_with_a_reason(self, promise: PromiseRecord, agent: Staff, signed_in: SignIn) -> None:
        browser = signed_in(agent)
        assert browser.post(f"/promises/{promise.pk}/end", {"state": "broken"}).status_code == 422
        browser.post(f"/promises/{promise.pk}/end", {"state": "broken", "reason": "电话无人接听"})
        promise.refresh_from_db()
        assert (promise.state, promise.reason) == ("broken", "电话无人接听")
