"""Indoors or outdoors: judged from answers, with the question that teaches most asked next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.handbook import Flow, TriageTable, shipped_handbook
from warmwatt.outages import judge_location
from warmwatt.quantities import Evidence, unexplained_parts

HANDBOOK = shipped_handbook("jiangzhou")
TABLE = HANDBOOK.one(TriageTable, "outage")
ANSWERS = {question.id: [answer.id for answer in question.answers] for question in TABLE.questions}


def judged(**answers):
    """The judgement on these answers."""
    return judge_location(table=TABLE, answers=answers)


def test_neighbours_lit_and_breaker_tripped_is_indoor():
    assert judged(neighbours="lit", breaker="tripped").judgement == "indoor"


@pytest.mark.parametrize("answer", ["building_dark", "area_dark"])
def test_dark_neighbours_are_outdoor(answer):
    assert judged(neighbours=answer).judgement == "outdoor"


def test_neighbours_dark_without_more_lies_between_one_building_and_a_whole_area():
    building, plain, area = (judged(neighbours=said).outdoor.value for said in ("building_dark", "dark", "area_dark"))
    assert building <= plain <= area


def test_what_the_repair_flow_learns_is_understood_as_it_is():
    """The flow's slots may be passed as answers: every answer that the flow can fill is in the table."""
    flow = next(flow for flow in HANDBOOK.of(Flow) if flow.id == "outage_repair")
    asked = {slot.id: slot.answers for slot in flow.slots if slot.id in ANSWERS and slot.answers}
    assert set(asked) >= {"neighbours", "breaker", "meter_display"}
    for question in TABLE.questions:
        for answer in asked.get(question.id, {}):
            assert question.answered(answer), (question.id, answer)


def test_a_whole_area_dark_is_rather_the_line_than_the_flat():
    places = judged(neighbours="area_dark").probabilities
    assert max(places, key=places.get) == "feeder"


def test_neighbours_lit_with_a_dead_meter_and_a_sound_breaker_is_the_service_line():
    triage = judged(neighbours="lit", breaker="closed", meter_display="blank")
    assert triage.judgement == "outdoor"
    assert max(triage.probabilities, key=triage.probabilities.get) == "service_line"


def test_many_calls_near_say_outdoor_before_a_question_is_asked():
    assert judged(calls_near="many").judgement == "outdoor"


def test_a_meter_that_answers_is_powered():
    assert judged(meter_read="answers").judgement == "indoor"
    assert judged(meter_read="silent").judgement == "outdoor"


def test_the_first_question_is_about_the_neighbours():
    assert judged().next.id == "neighbours"


def test_a_question_is_never_asked_twice():
    assert judged(neighbours="lit").next.id != "neighbours"
    assert judged(neighbours="unknown").next.id != "neighbours"


def test_a_caller_who_can_answer_nothing_gets_a_crew():
    triage = judged(neighbours="unknown", stairwell="unknown", breaker="unknown", meter_display="unknown")
    assert triage.judgement == "outdoor"
    assert triage.next is None


def test_the_turn_that_gave_the_answer_is_cited():
    turn = Evidence(kind="turn", ref="4", words="对门也没电")
    triage = judge_location(table=TABLE, answers={"neighbours": "building_dark"}, evidence={"neighbours": turn})
    assert turn in triage.outdoor.inputs


@given(st.fixed_dictionaries({}, optional={name: st.sampled_from([*ids, "unknown"]) for name, ids in ANSWERS.items()}))
def test_any_answers_give_an_explained_judgement(answers):
    triage = judged(**answers)
    assert abs(sum(triage.probabilities.values()) - 1) < 1e-9
    assert unexplained_parts(triage.outdoor) == ()
    assert (triage.next is not None) == (triage.judgement == "unclear")


def test_strange_answers_change_nothing():
    assert judged(moon="full", neighbours="purple").probabilities == judged().probabilities
