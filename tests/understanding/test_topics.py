"""What a turn is about, alone and within a conversation. The sentences are the tests' own, not the handbook's."""

import pytest

from warmwatt.conversations import Turn
from warmwatt.handbook import shipped_handbook
from warmwatt.understanding import LayeredReader, Situation, Topic

READER = LayeredReader(handbook=shipped_handbook("cn"))
BY_PATTERNS = LayeredReader(handbook=shipped_handbook("cn"), layers=("patterns",))


def topics(text: str, situation: Situation | None = None, reader: LayeredReader = READER) -> list[str]:
    found = reader.read(Turn(who="customer", text=text), situation or Situation()).topics
    return [topic.label for topic in found]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("我们院子从傍晚就没电了，麻烦派人看看", "outage.report"),
        ("请问后天我们这条街停不停电", "outage.query"),
        ("门口的电线断了掉在路上，还在冒火花", "hazard.report"),
        ("晚上电压太低，空调带不动", "voltage.report"),
        ("帮我查一下上个月的电费是多少", "bill.query"),
        ("怎么这个月电费多了一倍，你们算错了吧", "bill.dispute"),
        ("用支付宝怎么交电费", "payment"),
        ("欠费停的电，刚才交清了，多久能恢复", "arrears.restore"),
        ("阶梯电价第二档从多少度算起", "tariff.query"),
        ("我怀疑电表走得太快，想申请校验", "meter.check"),
        ("新盖的房子想装个电表，要哪些材料", "business.new"),
        ("厂里变压器想暂停两个月", "business.capacity"),
        ("电表还是原来房东的名字，要办过户", "business.transfer"),
        ("店关了，想把电表销户", "business.close"),
        ("怎么开通峰谷电", "business.tou"),
        ("地下车位想装充电桩", "business.charger"),
        ("屋顶光伏并网怎么申请", "business.solar"),
        ("电费发票抬头要改", "invoice"),
        ("我上周的工单处理到哪一步了", "case.progress"),
        ("我要投诉，营业厅的人态度太差", "complaint"),
        ("建议你们把停电通知提前三天发", "suggestion"),
        ("那位抢修师傅太负责了，我要表扬他", "praise"),
        ("打雷的时候要不要拔掉电视插头", "safety.advice"),
        ("请问水费在你们这里交吗", "other"),
    ],
)
def test_plain_sentence_is_heard_by_its_topic(text: str, label: str) -> None:
    assert topics(text)[0] == label


@pytest.mark.parametrize(
    ("garbled", "label"),
    [
        ("我家电杂条炸了推不上去", "outage.report"),
        ("接替电价怎么算", "tariff.query"),
        ("想开一张店费发飘", "invoice"),
        ("冲电桩怎么申请", "business.charger"),
    ],
)
def test_recogniser_errors_are_mended_before_reading(garbled: str, label: str) -> None:
    assert topics(garbled)[0] == label


def test_matter_denied_is_not_the_matter() -> None:
    assert topics("电费没问题，就是发票抬头错了") == ["invoice"]


def test_denied_complaint_about_conduct_is_a_complaint() -> None:
    assert "complaint" in topics("我不是来投诉的，可是那个小伙子说话太难听了")


def test_double_intent_gives_both_topics() -> None:
    assert set(topics("查一下这个月电费多少，再帮我开张发票")) == {"bill.query", "invoice"}


@pytest.mark.parametrize("text", ["", " ", "嗯", "\x00\x07", "😀😀", "啊" * 100_000, "12345", "？？？", "a" * 3000])
def test_lone_utterance_always_has_a_topic(text: str) -> None:
    assert topics(text)


@pytest.mark.parametrize("answer", ["有，亮着", "对的", "嗯", "一三八零零零零幺二三四", "没有了，谢谢"])
def test_bare_answer_within_a_conversation_adds_no_topic(answer: str) -> None:
    during = Situation(turns=4, topics=(Topic(label="outage.report", confidence=0.9),))
    assert topics(answer, during) == []


def test_new_matter_within_a_conversation_is_heard() -> None:
    during = Situation(turns=4, topics=(Topic(label="outage.report", confidence=0.9),))
    assert "invoice" in topics("另外上个月的电费发票怎么开", during)


def test_topic_shows_the_words_it_rests_on() -> None:
    found = READER.read(Turn(who="customer", text="我要办过户，电表是前房东的名字"), Situation()).topics
    assert "过户" in found[0].words


def test_layer_one_alone_reads_plain_sentences() -> None:
    assert topics("地下车位想装充电桩", reader=BY_PATTERNS)[0] == "business.charger"
    assert BY_PATTERNS.layers == ("patterns",)


def test_unknown_layer_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown layers"):
        LayeredReader(handbook=shipped_handbook("cn"), layers=("oracle",))


def test_long_letter_is_read_by_what_it_asks_for() -> None:
    padding = "本人在此居住多年，邻里和睦，环境也好，只是有一件事情想请有关部门帮忙处理一下。" * 30
    letter = f"关于农村电压低的反映。{padding}一到晚上电压只有一百七十伏，空调带不动。{padding}"
    assert "voltage.report" in topics(letter)
