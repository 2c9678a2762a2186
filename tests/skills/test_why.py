"""Why a criterion was judged as it was: the rule in plain words, and the cues heard in the deciding turns."""

import pytest

from warmwatt.conversations import Turn
from warmwatt.handbook import Criterion, shipped_handbook
from warmwatt.skills import all_skills, cues_heard

HANDBOOK = shipped_handbook("jiangzhou")
SKILLS = {skill.criterion: skill for skill in all_skills(handbook=HANDBOOK)}


def test_every_skill_has_its_rule_in_plain_words_under_its_own_name() -> None:
    rules = {rule.id: rule.title for rule in HANDBOOK.of(Criterion)}
    assert rules == {criterion: skill.title for criterion, skill in SKILLS.items()}


@pytest.mark.parametrize("criterion", SKILLS)
def test_no_skill_hears_a_cue_in_silence(criterion: str) -> None:
    assert cues_heard(SKILLS[criterion], []) == ()


def test_greeting_is_explained_by_what_was_heard_of_it() -> None:
    opening = Turn(who="agent", text="您好，江州电力客服中心，工号2047，请问有什么可以帮您？")
    heard = {cue.title for cue in cues_heard(SKILLS["greeting.identify"], [(0, opening)])}
    assert heard == {"问候", "报单位", "报工号"}


def test_dismissive_wording_is_named_with_its_words_and_turn() -> None:
    said = Turn(who="agent", text="这个我不清楚。")
    (cue,) = cues_heard(SKILLS["language.positive_wording"], [(3, said)])
    assert cue.turn == 3
    assert cue.words == "我不清楚"


def test_customers_words_of_anger_are_heard_where_mood_decides() -> None:
    said = Turn(who="customer", text="你们是骗子吗？气死我了，我要投诉你们！")
    assert cues_heard(SKILLS["emotion.comfort_first"], [(2, said)])
