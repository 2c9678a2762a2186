"""Practice customers: kindness and method calm them, rudeness drives them away, and chance replays."""

import random

import pytest

from warmwatt.handbook import Scenario, shipped_handbook
from warmwatt.quantities import unexplained_parts
from warmwatt.training import DrillIsOver, begin_drill, say, score_drill

SCENARIOS = {scenario.id: scenario for scenario in shipped_handbook("jiangzhou").of(Scenario)}

GOOD = {
    "outage.anxious_elder": (
        "奶奶，您别着急，我在呢，马上帮您查。请问您住在哪个小区、几号楼？",
        "好的，我记下了。您看看对门和楼道的灯亮着吗？",
        "明白了，那不是您家里的问题。您身边有没有离不开电的设备？打这个电话能联系到您吗？",
        "我和您核对一下，棉纺路小区4号楼2单元101，楼道也没电，对吗？",
        "抢修师傅45分钟之内就到，到了以后我给您回电话，您坐着别走动，注意安全。",
    ),
    "progress.angry_shop": (
        "真对不起，一件事让您打了三次电话，换成我也会生气，这次我负责到底。麻烦告诉我店在哪条街？",
        "好的，我记下了，不会再让您从头说。主要是几点到几点电压不稳？",
        "明白，正是您生意最忙的时候。上次是哪天报的，冰柜损坏的发票还在吗？",
        "我和您核对一下：东门大街66号，晚上六点到九点电压低，烧坏一台冰柜，对吗？",
        "我现在就请值班班长跟进，今天下午五点以前我亲自给您回电话，告诉您谁来、几点来。",
        "再次跟您说声抱歉，您的心情我理解您，结果我一定打电话告诉您。",
    ),
}
RUDE = (
    "急什么急，地址报一下。",
    "你自己不会看吗？",
    "等着吧，爱等不等。",
    "你懂不懂啊，烦不烦。",
    "电话多少？",
    "没看见我在忙吗？",
)


def played(coach, scenario, lines, seed=7):
    """The drill after the trainee's lines, or when the customer ended it."""
    chance = iter(random.Random(seed).random, None)
    drill = begin_drill(coach=coach, scenario=scenario)
    for text in lines:
        if drill.customer.end:
            break
        drill = say(coach=coach, drill=drill, text=text, chance=chance)
    return drill


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_a_good_agent_calms_and_settles(coach, scenario):
    drill = played(coach, scenario, GOOD[scenario.id])
    assert drill.customer.end == "settled"
    assert drill.customer.mood > scenario.mood + 1.5
    assert score_drill(drill).value >= 80


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_a_rude_agent_drives_the_customer_away(coach, scenario):
    drill = played(coach, scenario, RUDE)
    assert drill.customer.end == "left"
    assert score_drill(drill).value < 30


@pytest.mark.parametrize("seed", range(20))
def test_good_beats_rude_whatever_the_chances(coach, seed):
    for scenario in SCENARIOS.values():
        good = score_drill(played(coach, scenario, GOOD[scenario.id], seed))
        assert good.value > score_drill(played(coach, scenario, RUDE, seed)).value + 40


def test_the_same_chances_replay_the_same_drill(coach):
    scenario = SCENARIOS["outage.anxious_elder"]
    assert played(coach, scenario, RUDE, 3).turns == played(coach, scenario, RUDE, 3).turns


def test_a_hidden_fact_is_told_only_when_asked(coach, chance):
    drill = begin_drill(coach=coach, scenario=SCENARIOS["outage.anxious_elder"])
    assert "2单元101" not in drill.turns[0].text
    drill = say(coach=coach, drill=drill, text="您别着急，请问您住在哪个小区？", chance=chance)
    assert "4号楼2单元101" in drill.turns[-1].text


def test_asking_the_same_again_costs_mood(coach, chance):
    drill = begin_drill(coach=coach, scenario=SCENARIOS["progress.angry_shop"])
    drill = say(coach=coach, drill=drill, text="对不起，店在哪条街？", chance=chance)
    before = drill.customer.mood
    drill = say(coach=coach, drill=drill, text="店在哪条街？", chance=chance)
    assert drill.customer.mood < before
    assert drill.customer.felt == "同样的事又被问了一遍"


def test_questions_before_comfort_make_it_worse(coach, chance):
    drill = begin_drill(coach=coach, scenario=SCENARIOS["outage.anxious_elder"])
    cold = say(coach=coach, drill=drill, text="地址报一下？", chance=chance)
    warm = say(coach=coach, drill=drill, text="您别着急，请问您的地址是哪里？", chance=chance)
    assert cold.customer.mood < drill.customer.mood < warm.customer.mood


def test_after_the_end_nothing_more_is_said(coach, chance):
    drill = played(coach, SCENARIOS["progress.angry_shop"], RUDE)
    with pytest.raises(DrillIsOver):
        say(coach=coach, drill=drill, text="您好", chance=chance)


def test_a_score_is_explained(coach):
    score = score_drill(played(coach, SCENARIOS["outage.anxious_elder"], GOOD["outage.anxious_elder"]))
    assert unexplained_parts(score) == ()
    assert sum(part.value for part in score.inputs) == score.value


@pytest.mark.parametrize("text", ["", "？" * 5000, "\x00\x07", "🙂🙂"], ids=["empty", "long", "control", "emoji"])
def test_strange_input_is_answered(coach, chance, text):
    drill = begin_drill(coach=coach, scenario=SCENARIOS["outage.anxious_elder"])
    assert say(coach=coach, drill=drill, text=text, chance=chance).turns[-1].text
