"""Why a turn was read as it was: explained by words, phrase lists and the handbook's nearest examples."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmwatt.conversations import Turn
from warmwatt.handbook import shipped_handbook, shipped_lessons
from warmwatt.understanding import (
    Examples,
    HeardState,
    LayeredReader,
    NotRead,
    Reading,
    Situation,
    State,
    Topic,
    Why,
    labels_of,
    why,
)

ANGRY = "我家又停电了，你们到底管不管，气死我了！"


@pytest.fixture(scope="module")
def examples() -> Examples:
    """The shipped handbook's examples."""
    return Examples(handbook=shipped_lessons("cn"))


def read(text: str) -> Reading:
    """The turn as layer 1 alone reads it."""
    reader = LayeredReader(handbook=shipped_handbook("cn"), layers=("patterns",))
    return reader.read(Turn(who="customer", text=text), Situation())


def asked(label: str, examples: Examples, *, text: str = ANGRY, situation: Situation | None = None) -> Why:
    """The answer for a label of a text."""
    return why(text, label=label, reading=read(text), situation=situation or Situation(), examples=examples)


class TestWhy:
    def test_names_the_words_and_the_confidence_of_the_reading(self, examples: Examples) -> None:
        reading = read(ANGRY)
        assert reading.state is not None
        found = asked(reading.state.label, examples)
        assert found.confidence == reading.state.confidence
        assert "气死" in "".join(found.words)

    def test_names_the_phrase_lists_that_speak_for_the_label_apart_from_the_others(self, examples: Examples) -> None:
        found = asked("outage.report", examples)
        assert found.phrases
        assert {each.label for each in found.phrases} == {"outage.report"}
        assert all(each.title and each.title != each.entry for each in found.phrases)
        assert "outage.report" not in {each.label for each in found.others}

    def test_shows_two_to_four_examples_that_carry_the_label_likest_first(self, examples: Examples) -> None:
        for label in labels_of(read(ANGRY)):
            found = asked(label, examples).examples
            assert 2 <= len(found) <= 4
            assert all(example.carries(label) for example in found)
            assert [one.likeness for one in found] == sorted((one.likeness for one in found), reverse=True)

    def test_admits_that_the_likest_example_carries_another_label(self, examples: Examples) -> None:
        text = shipped_text(examples, "bill.query", state="calm")
        reading = Reading(topics=(Topic(label="invoice", confidence=0.6),), state=State(label="angry", confidence=0.5))
        found = why(text, label="invoice", reading=reading, situation=Situation(), examples=examples)
        assert found.nearest is not None
        assert found.nearest.likeness == pytest.approx(1.0, abs=1e-3)
        assert not found.nearest.carries("invoice")

    def test_names_no_odd_example_where_the_likest_agrees(self, examples: Examples) -> None:
        text = shipped_text(examples, "bill.query", state="calm")
        reading = Reading(topics=(Topic(label="bill.query", confidence=0.9),))
        assert why(text, label="bill.query", reading=reading, situation=Situation(), examples=examples).nearest is None

    def test_points_at_the_earlier_turn_whose_mood_lingers(self, examples: Examples) -> None:
        before = Situation(turns=4, states=(HeardState(turn=2, label="angry"),))
        found = asked(read(ANGRY).state.label, examples, situation=before)  # type: ignore[union-attr]
        assert found.turns == (2, 4)

    def test_takes_no_calm_before_for_a_cause(self, examples: Examples) -> None:
        before = Situation(turns=4, states=(HeardState(turn=2, label="calm"),))
        assert asked("outage.report", examples, situation=before).turns == (4,)

    def test_of_a_label_that_was_not_read_is_refused(self, examples: Examples) -> None:
        for label in ("grateful", "business.solar", "nonsense", ""):
            with pytest.raises(NotRead):
                asked(label, examples)

    def test_of_no_topic_says_what_the_words_are_most_like(self, examples: Examples) -> None:
        reading = Reading(state=State(label="calm", confidence=0.9))
        found = why("嗯，好的", label="", reading=reading, situation=Situation(turns=3), examples=examples)
        assert found.words == ()
        assert found.examples

    def test_costs_less_than_fifty_milliseconds(self, examples: Examples) -> None:
        asked("outage.report", examples)
        reading = read(ANGRY * 40)
        began = perf_counter()
        why(ANGRY * 40, label=labels_of(reading)[0], reading=reading, situation=Situation(), examples=examples)
        assert perf_counter() - began < 0.25  # a quarter second here: other work shares the machine


class TestExamples:
    @settings(max_examples=40, deadline=None)
    @given(text=st.text(max_size=60))
    def test_are_found_for_any_text_with_a_likeness_between_none_and_one(self, examples: Examples, text: str) -> None:
        near = examples.nearest(examples.ear.heard(text).text)
        assert all(0 < example.likeness <= 1 for example in near)

    def test_of_an_empty_handbook_are_none(self) -> None:
        small = shipped_lessons("cn")
        empty = Examples(handbook=type(small)(name="small", title="small", entries={}))
        assert len(empty) == 0
        assert empty.nearest("停电了") == ()


def shipped_text(examples: Examples, topic: str, *, state: str) -> str:
    """A text of the handbook with one topic and a state."""
    found = (example for example in examples.nearest("查一下电费多少钱") if example.topics == (topic,))
    return next(example.text for example in found if example.state == state)
