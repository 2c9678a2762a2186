"""A turn is read with what came before, and by what it means, not by the loudest word in it."""

import pytest

from warmwatt.conversations import Known, Turn
from warmwatt.handbook import shipped_handbook
from warmwatt.procedures import FlowBook
from warmwatt.skills import Coach, Heard, all_skills
from warmwatt.understanding import LayeredReader, Situation

HANDBOOK = shipped_handbook("jiangzhou")
READER = LayeredReader(handbook=HANDBOOK)
COACH = Coach(reader=READER, flows=FlowBook(handbook=HANDBOOK), skills=all_skills(handbook=HANDBOOK))
DARK = ("customer", "家里没电了，翠竹苑二号楼")


def talk(*turns: tuple[str, str]) -> Heard:
    """What came of the last turn."""
    session = COACH.begin(channel="phone", known=Known())
    heard: Heard | None = None
    for who, text in turns:
        heard = COACH.hear(session, Turn(who=who, text=text))  # type: ignore[arg-type]
        session = heard.session
    assert heard is not None
    return heard


def slot(heard: Heard, name: str) -> str | None:
    return dict(heard.session.flows[0].slots).get(name)


def alone(text: str) -> tuple[set[str], str]:
    reading = READER.read(Turn(who="customer", text=text), Situation())
    assert reading.state is not None
    return {topic.label for topic in reading.topics}, reading.state.label


class TestAnElidedAnswer:
    @pytest.mark.parametrize(
        ("said", "means"), [("有，亮着", "lit"), ("没有，都黑着", "dark"), ("看不见啊", "unknown")]
    )
    def test_means_what_the_question_made_of_it(self, said: str, means: str) -> None:
        heard = talk(DARK, ("agent", "您看一下邻居家有电吗？"), ("customer", said))
        assert slot(heard, "neighbours") == means

    def test_brings_up_no_new_matter(self) -> None:
        assert talk(DARK, ("agent", "邻居家有电吗？"), ("customer", "有，亮着")).reading.topics == ()


class TestACorrection:
    def test_puts_the_new_number_into_the_address_that_is_known(self) -> None:
        heard = talk(DARK, ("agent", "翠竹苑二号楼，对吗？"), ("customer", "不对，是三号楼"))
        assert heard.session.situation.fact("address") == "翠竹苑3号楼"

    def test_of_the_last_piece_mends_a_dictated_number(self) -> None:
        heard = talk(
            ("customer", "查电费"), ("agent", "请报一下户号"),
            ("customer", "三二零七"), ("agent", "嗯"), ("customer", "七七一五"), ("agent", "好的"),
            ("customer", "五六零，不对，五六九"),
        )  # fmt: skip
        assert heard.session.situation.fact("account") == "32077715569"


class TestWordsThatMislead:
    def test_what_is_said_to_be_in_order_is_not_the_matter(self) -> None:
        assert alone("电费没问题，就是发票抬头错了")[0] == {"invoice"}

    def test_a_grievance_is_a_complaint_though_it_denies_being_one(self) -> None:
        assert "complaint" in alone("我不是要投诉谁，可你们那位大姐把单子往桌上一摔，是几个意思")[0]

    def test_mock_praise_is_a_complaint_and_no_gratitude(self) -> None:
        topics, state = alone("你们服务可真好，我打了八个电话才有人理")
        assert "complaint" in topics
        assert state in {"dissatisfied", "angry"}

    @pytest.mark.parametrize("said", ["家里有个插管的老人，电池还剩一格", "我妈靠制氧机呢，备用瓶也就够半个钟头吧"])
    def test_a_danger_to_life_told_quietly_is_worry(self, said: str) -> None:
        assert alone(said)[1] == "anxious"


class TestWordsAsTheyComeIn:
    @pytest.mark.parametrize(
        ("said", "topic"),
        [
            ("电杂跳了，推不上去", "outage.report"),
            ("护号三二零七七七一五五六零，帮我查一下电费", "bill.query"),
            ("街梯电价咋算的", "tariff.query"),
            ("接替电价第二档是多少", "tariff.query"),
        ],
    )
    def test_recognisers_errors_are_undone(self, said: str, topic: str) -> None:
        assert topic in alone(said)[0]

    @pytest.mark.parametrize(
        "said",
        ["阿拉屋里停电了呀", "我屋头没得电咯", "屋企冇电啊", "俺家断电了恁快来", "厝里没电", "咱家这疙瘩没电了"],
    )
    def test_a_dark_home_is_heard_in_every_region(self, said: str) -> None:
        assert "outage.report" in alone(said)[0]


class TestTheStateOverACall:
    COLD = (("customer", "停电一天了，到底有没有人管，我很生气"), ("agent", "等着吧"))

    def test_rises_at_a_cold_answer_and_the_coach_says_on_which_words(self) -> None:
        state = talk(*self.COLD, ("customer", "等等等，你们就会说等！我要投诉你！")).reading.state
        assert state is not None
        assert state.label == "angry"
        assert state.words

    def test_falls_at_once_where_the_customer_thanks_warmly(self) -> None:
        state = talk(
            *self.COLD, ("customer", "你这什么态度！"), ("agent", "实在对不起，我马上替您催，师傅十分钟后给您打电话"),
            ("customer", "这还差不多，哎呀太谢谢你了，刚才话说重了，多担待"),
        ).reading.state  # fmt: skip
        assert state is not None
        assert state.label == "grateful"

    def test_stays_calm_where_strong_words_mean_nothing(self) -> None:
        state = talk(("agent", "您的电话是？"), ("customer", "幺三八零零零零幺二三四，要命的好记")).reading.state
        assert state is not None
        assert state.label == "calm"
