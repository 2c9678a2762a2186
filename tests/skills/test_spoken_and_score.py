"""What cards say, and what a scorecard adds up."""

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.conversations import Conversation, CriterionLabel, Labels, Turn
from warmwatt.evaluation import measure_conversations
from warmwatt.evaluation._conversations import kappa
from warmwatt.handbook import ReviewForm, Script, Term, UnwelcomeWording, shipped_handbook
from warmwatt.procedures import FlowBook
from warmwatt.skills import Coach, Outcome, Verdict, all_skills, review, score
from warmwatt.skills._faults import Faults
from warmwatt.skills._spoken import PLACE, Wording
from warmwatt.understanding import Fact, HeardFact, HeardTurn, LayeredReader, Situation

HANDBOOK = shipped_handbook("jiangzhou")
FORM = HANDBOOK.one(ReviewForm, "review.standard")
CRITERIA = tuple(skill.criterion for skill in all_skills(handbook=HANDBOOK))
ANXIOUS = "emotion.comfort_first:anxious"


def knowing(**facts: str) -> Situation:
    heard = (Fact(key=key, value=value, said=value) for key, value in facts.items())  # type: ignore[arg-type]
    return Situation(facts=tuple(HeardFact(fact=fact, turn=1, who="customer") for fact in heard))


def test_the_wording_turns_with_the_conversation() -> None:
    wording = Wording(handbook=HANDBOOK)
    said = {wording.say(ANXIOUS, situation=Situation(), turn_index=turn) for turn in range(8)}
    assert len(said) >= 4


def test_the_same_moment_always_gets_the_same_words() -> None:
    situation = Situation(recent=(HeardTurn(index=0, who="customer", text="停电了"),))
    wording = Wording(handbook=HANDBOOK)
    first, second = (wording.say(ANXIOUS, situation=situation, turn_index=3) for _again in range(2))
    assert first == second


def test_words_use_what_the_customer_said() -> None:
    said = Wording(handbook=HANDBOOK).say(ANXIOUS, situation=knowing(address="兰苑小区6号楼"), turn_index=1)
    assert "兰苑小区6号楼" in said


def test_a_line_with_a_place_that_nobody_filled_is_never_offered() -> None:
    wording = Wording(handbook=HANDBOOK)
    for script in HANDBOOK.of(Script):
        for turn in range(6):
            assert not PLACE.search(wording.say(script.moment, situation=Situation(), turn_index=turn))


def test_an_unknown_moment_has_no_words() -> None:
    assert Wording(handbook=HANDBOOK).say("no.such:moment", situation=Situation(), turn_index=0) == ""


def test_no_wording_that_the_handbook_offers_is_itself_unwelcome() -> None:
    offered = [line for script in HANDBOOK.of(Script) for line in script.lines]
    offered += [better for entry in HANDBOOK.of(UnwelcomeWording) for better in entry.better]
    offered += [term.say for term in HANDBOOK.of(Term)]
    for criterion in ("language.courtesy", "emotion.no_argument"):
        faults = Faults(handbook=HANDBOOK, criterion=criterion)
        assert [line for line in offered if faults.find(line)] == []


def test_the_glossary_explains_at_least_eighty_terms_each_in_a_spoken_sentence() -> None:
    terms = HANDBOOK.of(Term)
    assert len(terms) >= 80
    assert all(term.plain and term.say.endswith(("。", "！")) and term.say != term.plain for term in terms)


def verdicts(outcomes: dict[str, Outcome]) -> list[Verdict]:
    return [Verdict(criterion=each, outcome=outcomes.get(each, "na"), turns=()) for each in CRITERIA]


def test_what_did_not_arise_is_out_of_the_score() -> None:
    card = score(verdicts({"greeting.identify": "pass", "closing.thanks": "fail"}), FORM)
    assert card.total.value == Decimal("50.0")
    assert len(card.total.set_aside) == len(CRITERIA) - 2


def test_a_fatal_fault_caps_the_score() -> None:
    passed: dict[str, Outcome] = dict.fromkeys(CRITERIA, "pass")
    card = score(verdicts(passed | {"safety.first": "fail"}), FORM)
    assert card.total.value == FORM.cap
    assert "一票否决" in card.total.sentence


@given(st.fixed_dictionaries(dict.fromkeys(CRITERIA, st.sampled_from(["pass", "fail", "na"]))))
def test_a_score_lies_between_nothing_and_a_hundred_and_names_itself(outcomes: dict[str, Outcome]) -> None:
    card = score(verdicts(outcomes), FORM)
    assert 0 <= card.total.value <= 100
    assert str(card.total.value) in card.total.sentence


def test_the_form_weighs_every_criterion() -> None:
    assert set(FORM.weights) == set(CRITERIA)
    assert set(FORM.fatal) <= set(CRITERIA)


@pytest.fixture(scope="module")
def coach() -> Coach:
    reader = LayeredReader(handbook=HANDBOOK)
    return Coach(reader=reader, flows=FlowBook(handbook=HANDBOOK), skills=all_skills(handbook=HANDBOOK))


def test_a_review_holds_verdicts_facts_and_promises(coach: Coach) -> None:
    conversation = Conversation(
        id="review",
        start=datetime.fromisoformat("2026-11-23T20:00:00+08:00"),
        channel="chat",
        turns=(
            Turn(who="agent", text="您好，江州电力客服中心，工号2047，请问有什么可以帮您？"),
            Turn(who="customer", text="我家停电了，兰苑小区6号楼301，电话13800001234"),
            Turn(who="agent", text="兰苑小区6号楼301没电，电话13800001234，对吗？师傅四十五分钟内到。"),
        ),
    )
    found = review(conversation, coach=coach, form=FORM)
    assert len(found.verdicts) == len(CRITERIA) == len(found.titles)
    assert found.facts["contact"] == "13800001234"
    assert [(turn, promise.kind, promise.minutes) for turn, promise in found.promises] == [(2, "arrive", 45)]


def test_measuring_conversations_gives_the_agreed_keys(coach: Coach) -> None:
    label = CriterionLabel(verdict="fail", turns=(0,))
    conversation = Conversation(
        id="one",
        channel="chat",
        start=datetime.fromisoformat("2026-11-23T20:00:00+08:00"),
        turns=(Turn(who="agent", text="在的"),),
        labels=Labels(criteria={"greeting.identify": label}, customer_state={7: "calm"}),
    )
    ticks = iter([0.0, 0.5])
    found = measure_conversations([conversation], coach=coach, clock=lambda: next(ticks))
    assert set(found) == {
        "agreement", "kappa", "fail_precision", "fail_recall", "state_macro_f1", "promise_f1", "facts_f1",
        "criteria", "conversations_per_second",
    }  # fmt: skip
    assert found["criteria"]["greeting.identify"] == {"agreement": 1.0, "kappa": 1.0, "support": 1}
    assert found["conversations_per_second"] == 2.0


def test_kappa_takes_chance_out_of_agreement() -> None:
    assert kappa([("pass", "pass"), ("fail", "fail")]) == 1.0
    assert kappa([("pass", "pass"), ("pass", "fail"), ("fail", "pass"), ("fail", "fail")]) == 0.0
