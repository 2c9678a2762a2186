"""The yardstick for single utterances, on rows small enough to reckon by hand."""

from itertools import count

import pytest

from warmwatt.conversations import Turn
from warmwatt.evaluation._utterances import comparable, false_alarms, macro_f1, measure_utterances, micro_f1
from warmwatt.understanding import Fact, Reading, Situation, State, Topic


class ReaderOfOneAnswer:
    layers = ("patterns",)

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def read(self, turn: Turn, situation: Situation) -> Reading:
        return self.reading


READING = Reading(
    topics=(Topic(label="invoice", confidence=0.9), Topic(label="payment", confidence=0.6)),
    state=State(label="calm", confidence=0.9),
    facts=(
        Fact(key="amount_yuan", value="120.0", said="一百二"),
        Fact(key="address", value="翠园 3号楼", said="翠园3号楼"),
    ),
)
ROWS = [
    {"text": "一", "topics": ["invoice"], "state": "calm", "facts": {"amount_yuan": 120, "address": "翠园3号楼。"}},
    {"text": "二", "topics": ["praise"], "state": "grateful", "facts": {"since": "昨天"}},
]


def measured() -> dict[str, float]:
    ticks = count()
    return measure_utterances(ROWS, reader=ReaderOfOneAnswer(READING), clock=lambda: next(ticks) / 1000)


def test_top_topic_counts_where_it_is_among_the_labels() -> None:
    assert measured()["topic_top1"] == 0.5


def test_topic_f1_pools_all_claims() -> None:
    assert measured()["topic_micro_f1"] == pytest.approx(2 * 1 / (4 + 2))


def test_state_macro_f1_is_the_mean_over_labels() -> None:
    assert measured()["state_macro_f1"] == pytest.approx((2 / 3 + 0) / 2)


def test_facts_are_equal_as_numbers_and_bare_texts_and_other_keys_are_left_out() -> None:
    assert measured()["facts_f1"] == pytest.approx(2 * 2 / (4 + 2))


def test_times_come_from_the_clock_passed_in() -> None:
    assert measured()["ms_per_turn_median"] == pytest.approx(1.0)


def test_fact_texts_ignore_spaces_and_punctuation() -> None:
    assert comparable("address", "东湖区 翠园，3号楼") == comparable("address", "东湖区翠园3号楼")


def test_address_numbers_are_the_same_in_chinese_and_arabic_digits() -> None:
    assert comparable("address", "翠园六十八号院，五零一") == comparable("address", "翠园68号院501")
    assert comparable("address", "翠园68号院") != comparable("address", "翠园86号院")
    assert comparable("name", "严三") != comparable("name", "严3")


def test_numbers_compare_as_numbers() -> None:
    assert comparable("amount_yuan", "53.20") == comparable("amount_yuan", 53.2)


def test_false_alarm_is_a_calm_customer_taken_for_another() -> None:
    assert false_alarms(["calm", "angry", "angry"], ["calm", "calm", "dissatisfied"]) == 0.5
    assert false_alarms(["angry"], ["angry"]) == 0.0


def test_nothing_wanted_and_nothing_said_is_perfect() -> None:
    assert micro_f1([set()], [set()]) == 1.0
    assert macro_f1([], []) == 0.0
