"""A small utility of its own for the desk's tests: one customer, one agent, one supervisor."""

from datetime import datetime

import pytest

from warmwatt import desk
from warmwatt.quantities import CHINA
from warmwatt.records.models import Contract, ConversationRecord, Customer, NetworkNode, Staff

NOW = datetime(2026, 11, 23, 19, 20, tzinfo=CHINA)


@pytest.fixture
def now() -> datetime:
    """A Monday evening in Jiangzhou."""
    return NOW


@pytest.fixture
def agent(db: None) -> Staff:
    """An agent on duty."""
    return Staff.objects.create_user("2047", password="practice", name="李敏", role="agent")


@pytest.fixture
def colleague(db: None) -> Staff:
    """Another agent."""
    return Staff.objects.create_user("2048", password="practice", name="周洁", role="agent")


@pytest.fixture
def supervisor(db: None) -> Staff:
    """The supervisor of the shift."""
    return Staff.objects.create_user("3001", password="practice", name="陈班长", role="supervisor")


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
        opened_on=NOW.date(),
    )


@pytest.fixture
def conversation(agent: Staff, contract: Contract) -> ConversationRecord:
    """A live chat of that customer with the agent."""
    return desk.begin_conversation(channel="chat", now=NOW, account=contract.account, agent=agent)
