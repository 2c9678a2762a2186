"""The desk's pages with a small utility of their own: two agents, a supervisor, a repair crew, one home."""

import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from warmwatt import desk
from warmwatt.records.models import Contract, ConversationRecord, Customer, NetworkNode, Staff


@pytest.fixture(autouse=True)
def _one_lane(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work runs on the test's own thread, so that it sees the test's transaction."""

    async def on_test_lane(work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return await sync_to_async(work, thread_sensitive=True)(*args, **kwargs)

    for name, module in list(sys.modules.items()):
        if name.startswith("warmwatt.workbench.") and hasattr(module, "on_lane"):
            monkeypatch.setattr(module, "on_lane", on_test_lane)


@pytest.fixture(autouse=True)
def _no_memory_of_other_tests() -> None:
    cache.clear()


@pytest.fixture
def now() -> datetime:
    """This moment: pages show how long ago things were."""
    return timezone.now()


def _staff(number: str, name: str, role: str, team: str = "service") -> Staff:
    return Staff.objects.create_user(number, password="practice", name=name, role=role, team=team)


@pytest.fixture
def agent(db: None) -> Staff:
    """An agent on duty."""
    return _staff("2047", "周晓雯", "agent")


@pytest.fixture
def colleague(db: None) -> Staff:
    """Another agent."""
    return _staff("2048", "何俊", "agent")


@pytest.fixture
def supervisor(db: None) -> Staff:
    """The supervisor of the shift."""
    return _staff("3001", "郑海燕", "supervisor")


@pytest.fixture
def fitter(db: None) -> Staff:
    """One of the repair team."""
    return _staff("4001", "孙建国", "back_office", "repair")


@pytest.fixture
def contract(db: None) -> Contract:
    """A home under a transformer, a feeder and a substation."""
    station = NetworkNode.objects.create(kind="substation", name="东湖变")
    feeder = NetworkNode.objects.create(kind="feeder", name="东湖一线", parent=station)
    transformer = NetworkNode.objects.create(kind="transformer", name="翠园1号台区", parent=feeder)
    customer = Customer.objects.create(name="李华", phone="13800001234")
    return Contract.objects.create(
        account="3101024477",
        customer=customer,
        address="江州市东湖区翠园小区3号楼2单元501",
        schedule="jiangzhou",
        transformer=transformer,
        opened_on=timezone.localdate(),
    )


@pytest.fixture
def chat(agent: Staff, contract: Contract, now: datetime) -> ConversationRecord:
    """A live chat of that customer with the agent."""
    return desk.begin_conversation(channel="chat", now=now, account=contract.account, agent=agent)


@pytest.fixture
def waiting(contract: Contract, now: datetime) -> ConversationRecord:
    """A chat that nobody has taken."""
    begun = desk.begin_conversation(channel="chat", now=now, account=contract.account)
    desk.hear(begun.pk, who="customer", text="家里停电了，什么时候来电？", key="first", now=now)
    return begun


@pytest.fixture
def signed_in() -> Callable[[Staff], Client]:
    """Signs a person in and hands over their browser."""

    def sign_in(staff: Staff) -> Client:
        browser = Client()
        browser.force_login(staff)
        return browser

    return sign_in
