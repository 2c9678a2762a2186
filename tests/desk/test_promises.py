"""A promise ends kept, broken or excused; none disappears."""

from datetime import datetime, timedelta

import pytest

from warmwatt import desk
from warmwatt.records.models import CaseRecord, ConversationRecord, Escalation, OutboxMessage, PromiseRecord, Staff


@pytest.fixture
def promise(conversation: ConversationRecord, now: datetime) -> PromiseRecord:
    """A call-back within the hour."""
    desk.hear(conversation.pk, who="customer", text="上个月电费怎么这么多", key="1", now=now)
    desk.hear(conversation.pk, who="agent", text="我一个小时内给您回电话。", key="2", now=now)
    return PromiseRecord.objects.get(conversation=conversation, kind="callback")


class TestEnding:
    """How a promise ends."""

    def test_kept_needs_no_reason(self, promise: PromiseRecord, agent: Staff, now: datetime) -> None:
        assert desk.end_promise(promise.pk, state="kept", reason="", staff=agent, now=now).state == "kept"

    @pytest.mark.parametrize("state", ["broken", "excused"])
    def test_otherwise_needs_a_reason(self, promise: PromiseRecord, agent: Staff, now: datetime, state: str) -> None:
        with pytest.raises(desk.UnableToChange) as refused:
            desk.end_promise(promise.pk, state=state, reason=" ", staff=agent, now=now)
        assert refused.value.code == "reason"

    def test_happens_once(self, promise: PromiseRecord, agent: Staff, now: datetime) -> None:
        desk.end_promise(promise.pk, state="kept", reason="", staff=agent, now=now)
        with pytest.raises(desk.UnableToChange):
            desk.end_promise(promise.pk, state="broken", reason="忘了", staff=agent, now=now)


class TestDueTime:
    """What the clock worker does."""

    def test_an_overdue_promise_is_lifted_once_however_often_the_worker_looks(
        self, promise: PromiseRecord, now: datetime
    ) -> None:
        late = now + timedelta(hours=2)
        for _ in range(3):
            desk.do_due(now=late, send=lambda message: None)
        assert Escalation.objects.filter(cause=f"overdue.{promise.pk}").count() == 1

    def test_a_week_without_a_worker_loses_nothing(self, promise: PromiseRecord, now: datetime) -> None:
        desk.do_due(now=now + timedelta(days=7), send=lambda message: None)
        promise.refresh_from_db()
        assert promise.escalated_at is not None
        assert promise.state == "open"

    def test_a_new_limit_for_the_same_thing_replaces_the_old_with_a_reason(
        self, promise: PromiseRecord, conversation: ConversationRecord, now: datetime
    ) -> None:
        desk.hear(conversation.pk, who="agent", text="抱歉，改成两个小时内给您回电话。", key="3", now=now)
        promise.refresh_from_db()
        assert promise.state == "excused"
        assert promise.reason
        assert conversation.promises.filter(kind="callback", state="open").count() == 1


@pytest.fixture
def outage(conversation: ConversationRecord, now: datetime) -> ConversationRecord:
    """A whole building without power, and no notice of it."""
    desk.hear(conversation.pk, who="customer", text="我们整栋楼都停电了，什么时候能来？", key="1", now=now)
    return conversation


def latest(conversation: ConversationRecord) -> PromiseRecord:
    """The promise made last."""
    found = conversation.promises.order_by("-id").first()
    assert found is not None
    return found


class TestAuthority:
    """Whether what is promised can be kept."""

    def test_restoration_sooner_than_most_such_outages_says_so_and_offers_better_words(
        self, outage: ConversationRecord, now: datetime
    ) -> None:
        desk.hear(outage.pk, who="agent", text="一个小时之内恢复供电。", key="2", now=now)
        promise = latest(outage)
        assert promise.authority == "needs_hedge"
        assert "同类停电八成恢复的时间" in promise.because

    def test_restoration_no_sooner_than_most_such_outages_may_be_flat(
        self, outage: ConversationRecord, now: datetime
    ) -> None:
        desk.hear(outage.pk, who="agent", text="后天上午恢复供电。", key="2", now=now)
        assert latest(outage).authority == "standard"

    def test_bare_hour_is_due_at_the_next_such_hour(self, outage: ConversationRecord, now: datetime) -> None:
        desk.hear(outage.pk, who="agent", text="三点前我给您回电话。", key="2", now=now)
        due = latest(outage).due_at
        assert due is not None
        assert due - now < timedelta(hours=12)

    def test_hedge_made_flat_later_takes_its_place(self, outage: ConversationRecord, now: datetime) -> None:
        desk.hear(outage.pk, who="agent", text="可能十点左右能来电。", key="2", now=now)
        desk.hear(outage.pk, who="customer", text="你给个准话", key="3", now=now)
        desk.hear(outage.pk, who="agent", text="十点肯定来电。", key="4", now=now)
        first, second = outage.promises.filter(kind="restore").order_by("id")
        assert (first.state, first.authority) == ("excused", "standard")
        assert (second.state, second.authority) == ("open", "needs_hedge")


class TestMessages:
    """Messages to customers."""

    @pytest.fixture
    def message(self, db: None, now: datetime) -> OutboxMessage:
        """One that waits to be sent."""
        return OutboxMessage.objects.create(key="k", to="13800001234", text="您好", next_try_at=now)

    def test_sent_once_however_often_the_worker_looks(self, message: OutboxMessage, now: datetime) -> None:
        sent: list[str] = []
        for minute in range(3):
            desk.do_due(now=now + timedelta(minutes=minute), send=lambda each: sent.append(each.key))
        assert sent == ["k"]

    def test_that_cannot_be_sent_is_tried_again_and_at_last_shown_as_dead(
        self, message: OutboxMessage, now: datetime
    ) -> None:
        def broken(_message: OutboxMessage) -> None:
            raise OSError("gateway is down")

        for hour in range(10):
            desk.do_due(now=now + timedelta(hours=hour), send=broken)
        message.refresh_from_db()
        assert (message.state, message.tries) == ("dead", 5)
        assert "gateway" in message.last_error


class TestBackOffice:
    """What the crew does keeps what was promised."""

    @pytest.fixture
    def case(self, conversation: ConversationRecord, agent: Staff, now: datetime) -> CaseRecord:
        """An outage case with a promised arrival."""
        case = desk.open_case(conversation.pk, matter="outage", staff=agent, now=now)
        desk.hear(conversation.pk, who="agent", text="抢修人员会在45分钟内到达现场。", key="9", now=now)
        return case

    @pytest.mark.parametrize(("minutes", "state"), [(30, "kept"), (60, "broken")])
    def test_an_arrival_ends_the_promise_to_come(
        self, case: CaseRecord, agent: Staff, now: datetime, minutes: int, state: str
    ) -> None:
        order = case.orders.get()
        desk.step_order(order.pk, state="accepted", staff=agent, now=now)
        desk.step_order(order.pk, state="arrived", staff=agent, now=now + timedelta(minutes=minutes))
        promise = PromiseRecord.objects.get(kind="arrive")
        assert promise.state == state
        assert bool(promise.reason) == (state == "broken")

    def test_a_case_closes_once_nothing_is_owed(self, case: CaseRecord, agent: Staff, now: datetime) -> None:
        order = case.orders.get()
        with pytest.raises(desk.UnableToClose):
            desk.close_case(case.number, staff=agent, now=now)
        desk.step_order(order.pk, state="accepted", staff=agent, now=now)
        desk.step_order(order.pk, state="done", staff=agent, result="更换保险，已送电", now=now)
        desk.tell_result(case.number, staff=agent, satisfied=True, now=now)
        assert desk.close_case(case.number, staff=agent, now=now).state == "closed"
