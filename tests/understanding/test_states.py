"""How the customer is: from words, in the light of the turns before."""

import pytest

from warmwatt.conversations import Turn
from warmwatt.handbook import shipped_handbook
from warmwatt.understanding import CustomerState, HeardState, LayeredReader, Situation, State

READER = LayeredReader(handbook=shipped_handbook("cn"))


def state(text: str, before: CustomerState | None = None) -> State:
    situation = Situation(turns=3, states=(HeardState(turn=1, label=before),)) if before else Situation()
    read = READER.read(Turn(who="customer", text=text), situation).state
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("请问过户需要带什么材料", "calm"),
        ("快派人来，我母亲的制氧机停了，怎么办啊", "anxious"),
        ("账单上这个词是什么意思，我看不懂", "confused"),
        ("又停电，说好五点来，到现在还没来", "dissatisfied"),
        ("你们就是骗子！叫你们领导来，不然我找记者曝光！", "angry"),
        ("师傅修得真快，太感谢你们了", "grateful"),
    ],
)
def test_words_show_the_state(text: str, label: str) -> None:
    assert state(text).label == label


def test_understated_danger_is_anxious() -> None:
    assert state("我不是催，就是家里老人的呼吸机电池只剩一格了").label == "anxious"


@pytest.mark.parametrize(
    "text", ["你好，帮我查一下电费", "我想装个充电桩", "明天几点停电", "发票发我邮箱吧", "不着急，你慢慢查"]
)
def test_plain_request_raises_no_false_alarm(text: str) -> None:
    assert state(text).label == "calm"


def test_curt_answer_after_a_grievance_stays_dissatisfied() -> None:
    assert state("行吧，我再跑一趟就是了", before="dissatisfied").label == "dissatisfied"


def test_dictated_number_after_anger_is_calm() -> None:
    assert state("一三三，零五五一，二二零九", before="angry").label == "calm"


def test_warm_thanks_after_anger_wins_at_once() -> None:
    assert state("哎呀，太谢谢你了，真是帮了大忙", before="angry").label == "grateful"


def test_state_shows_the_words_it_rests_on() -> None:
    assert "抢钱" in state("一个月八百，你们这是抢钱！").words
