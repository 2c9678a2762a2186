"""The composed reader."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmwatt.conversations import Turn
from warmwatt.handbook import shipped_handbook
from warmwatt.understanding import LayeredReader, Situation

READER = LayeredReader(handbook=shipped_handbook("cn"))


def test_agent_turn_has_neither_topic_nor_state() -> None:
    reading = READER.read(Turn(who="agent", text="您好，请问您家停电了吗？"), Situation())
    assert reading.topics == ()
    assert reading.state is None


def test_customer_turn_has_topic_state_and_facts() -> None:
    reading = READER.read(Turn(who="customer", text="我家没电了，电话13800001234"), Situation())
    assert reading.topics[0].label == "outage.report"
    assert reading.state is not None
    assert any(fact.key == "contact" for fact in reading.facts)


def test_layers_are_named_for_the_status_page() -> None:
    assert READER.layers == ("patterns", "heads")


def test_reading_is_deterministic() -> None:
    turn = Turn(who="customer", text="那个事儿到底咋样了，等得心焦")
    assert READER.read(turn, Situation()) == READER.read(turn, Situation())


@pytest.mark.parametrize("who", ["customer", "agent"])
@given(text=st.text(max_size=300))
@settings(max_examples=40, deadline=None)
def test_no_text_makes_it_raise(who: str, text: str) -> None:
    READER.read(Turn(who=who, text=text), Situation())  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["停电" * 50_000, "嗯" * 100_000, "。" * 100_000, "\n" * 100_000, "1" * 100_000])
def test_hundred_thousand_characters_are_read(text: str) -> None:
    assert READER.read(Turn(who="customer", text=text), Situation()).topics
