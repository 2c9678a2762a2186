"""The demo utility: whole, the same each time, never stale."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from django.contrib.auth.hashers import check_password
from django.db import transaction

from warmwatt.desk.demo import demo_sign_ins, refresh_demo, seed_demo
from warmwatt.quantities import CHINA
from warmwatt.records.models import (
    BillRecord,
    CaseRecord,
    Contract,
    Customer,
    MeterReading,
    NetworkNode,
    OutageNotice,
    Staff,
)

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=CHINA)

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo utility, seeded once for this file and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        seed_demo(now=NOW)
        yield
        transaction.set_rollback(True)


def test_five_thousand_contracts_have_a_year_of_readings_and_bills(demo):
    assert Contract.objects.count() == 5_000
    assert MeterReading.objects.count() == 65_000
    assert BillRecord.objects.count() == 60_000


def test_bills_equal_what_their_readings_say(demo):
    contract = Contract.objects.get(account="3101045520")
    readings = list(contract.meters.get().readings.order_by("read_on"))
    used = [(later.total_centi_kwh - earlier.total_centi_kwh) / 100 for earlier, later in pairwise(readings)]
    assert used == [float(bill.usage_kwh) for bill in contract.bills.order_by("starts_on")]


def test_the_september_bill_of_the_dispute_crosses_the_tier(demo):
    bill = BillRecord.objects.get(contract__account="3101045520", starts_on="2026-09-01")
    assert bill.amount_units == 3_409_200
    assert [line["name"] for line in bill.lines][:2] == ["billing.tier.1", "billing.tier.2"]


def test_arrears_are_the_unpaid_bills(demo):
    contract = Contract.objects.get(account="3101083365")
    assert contract.arrears_units == sum(bill.amount_units for bill in contract.bills.filter(paid_on=None)) == 1_864_900
    assert 100 <= Contract.objects.filter(arrears_units__gt=0).count() <= 200


def test_every_role_can_sign_in(demo):
    for sign_in in demo_sign_ins():
        assert Staff.objects.filter(username=sign_in.number).exists()
    assert check_password(demo_sign_ins()[0].password, Staff.objects.get(username="2047").password)
    assert {staff.role for staff in Staff.objects.all()} == {"agent", "supervisor", "back_office", "quality", "admin"}


def test_cases_in_hand_have_an_owner_and_a_promise(demo):
    for case in CaseRecord.objects.all():
        assert case.owner.role == "agent"
        assert case.promises.exists()
    assert CaseRecord.objects.get(contract__account="3101096627").promises.get().state == "broken"


def test_homes_on_life_support_are_marked(demo):
    assert 5 <= Customer.objects.filter(life_support=True).count() <= 40


def test_transformers_hang_on_feeders_of_four_substations(demo):
    assert NetworkNode.objects.filter(parent=None).count() == 4
    assert NetworkNode.objects.filter(kind="feeder").count() == 24
    assert NetworkNode.objects.filter(kind="transformer", parent__kind="feeder").count() == 200


def test_seeding_again_changes_nothing(demo):
    seed_demo(now=NOW + timedelta(days=40))
    assert Contract.objects.count() == 5_000


def test_outages_follow_the_clock_when_they_are_over(demo):
    later = NOW + timedelta(days=9)
    refresh_demo(later)
    notices = OutageNotice.objects.all()
    assert notices.count() == 6
    assert all(notice.expected_until > later for notice in notices)
    assert notices.filter(kind="fault", starts_at__lte=later).count() == 2
    tomorrow = (later + timedelta(days=1)).date()
    assert [notice.starts_at.astimezone(CHINA).date() for notice in notices].count(tomorrow) == 2
