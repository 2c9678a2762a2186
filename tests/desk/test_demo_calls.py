"""The sample calls: playable, varied, and true to the demo utility's own records."""

from decimal import Decimal
from itertools import pairwise

import pytest

from warmwatt.desk.demo import played_calls
from warmwatt.desk.demo._pages import demo_page

CALLS = played_calls()
BY_CALL = pytest.mark.parametrize("call", CALLS, ids=[call.id for call in CALLS])


def test_there_are_eight_calls():
    assert len({call.id for call in CALLS}) == len(CALLS) == 8


@BY_CALL
def test_a_call_is_long_enough_to_coach_and_short_enough_to_watch(call):
    assert 14 <= len(call.turns) <= 26
    assert {turn.who for turn in call.turns} == {"agent", "customer"}


@BY_CALL
def test_turns_have_times_that_run_forward(call):
    assert all(turn.end is not None and turn.end > turn.start for turn in call.turns)
    assert all(later.start > earlier.start for earlier, later in pairwise(call.turns))
    assert call.turns[-1].end < 200


@BY_CALL
def test_a_known_caller_is_a_demo_customer(call):
    if call.known.account is None:
        return
    customer = next(page for page in demo_page("customers") if page["account"] == call.known.account)
    assert customer["name"] == call.known.name
    assert call.known.address.endswith(f"{customer['place']}{customer['address']}")


@BY_CALL
def test_the_agent_is_on_the_demo_staff(call):
    assert call.agent.number in {person["number"] for person in demo_page("staff")["staff"]}


def test_the_disputed_bill_is_told_with_its_own_numbers():
    call = next(call for call in CALLS if call.id.endswith("bill-tier"))
    words = "".join(turn.text for turn in call.turns)
    parts = [260 * Decimal("0.5283"), 352 * Decimal("0.5783")]
    assert [round(part, 2) for part in parts] == [Decimal("137.36"), Decimal("203.56")]
    for said in ("2500度", "612度", "260度", "352度", "137块3毛6", "203块5毛6", "340块9毛2"):
        assert said in words
