"""The same craft in other people's words, and the looks of it that are none."""

import pytest

from warmwatt.conversations import Known, Turn
from warmwatt.handbook import shipped_handbook
from warmwatt.procedures import FlowBook
from warmwatt.skills import Coach, Verdict, all_skills
from warmwatt.skills._tone import at_fault
from warmwatt.understanding import LayeredReader, Manner, Reading

HANDBOOK = shipped_handbook("jiangzhou")
GREETING = "A 您好，江州电力客服中心，工号2047，请问有什么可以帮您？"


@pytest.fixture(scope="module")
def coach() -> Coach:
    reader = LayeredReader(handbook=HANDBOOK)
    return Coach(reader=reader, flows=FlowBook(handbook=HANDBOOK), skills=all_skills(handbook=HANDBOOK))


def judged(coach: Coach, criterion: str, *lines: str) -> Verdict:
    """The verdict on a conversation of lines that begin with A (agent) or C (customer)."""
    session = coach.begin(channel="chat", known=Known())
    for line in (GREETING, *lines):
        session = coach.hear(session, Turn(who="agent" if line[0] == "A" else "customer", text=line[2:])).session
    return next(verdict for verdict in coach.judge(session) if verdict.criterion == criterion)


class TestComfort:
    @pytest.mark.parametrize(
        "comfort",
        [
            "药一断就要出事，这个急我听进去了。",
            "换谁这会儿都坐不住。",
            "人在电话这头陪着您，不挂。",
            "是我们没跟上，害您摸黑等到现在。",
        ],
    )
    def test_is_heard_in_many_wordings(self, coach: Coach, comfort: str) -> None:
        lines = ("C 急死我了，家里停电，我妈的药快化了！", f"A {comfort}您家在哪个小区？")
        assert judged(coach, "emotion.comfort_first", *lines).outcome == "pass"

    def test_a_question_first_is_no_comfort(self, coach: Coach) -> None:
        lines = ("C 急死我了，家里停电，我妈的药快化了！", "A 户号报一下。", "C 记不得", "A 您先别急。")
        assert judged(coach, "emotion.comfort_first", *lines).outcome == "fail"


class TestDecliningToPromise:
    @pytest.mark.parametrize("careful", ["几点通电我不敢说死", "赔不赔要看查的结果", "批不批由公司定"])
    def test_is_a_request_beyond_authority_well_answered(self, coach: Coach, careful: str) -> None:
        assert judged(coach, "authority.no_overpromise", "C 你给句话吧", f"A {careful}。").outcome == "pass"

    def test_full_assurance_of_what_was_asked_is_a_promise_too_much(self, coach: Coach) -> None:
        lines = ("C 周六之前一定能装好吧", "A 没问题，您尽管放心。")
        assert judged(coach, "authority.no_overpromise", *lines).outcome == "fail"


class TestAlternative:
    def test_another_way_beside_a_declined_promise_is_one(self, coach: Coach) -> None:
        lines = ("C 八点前能不能来电", "A 八点我不敢说死，您手边要是有充电灯就先点上。")
        assert judged(coach, "authority.alternative", *lines).outcome == "pass"

    def test_finding_the_house_is_no_refusal(self, coach: Coach) -> None:
        lines = ("C 师傅能不能快点来", "A 师傅认得路，找得到您家。")
        assert judged(coach, "authority.alternative", *lines).outcome == "na"


class TestOwnership:
    def test_sent_away_and_taken_back_at_once_is_kept(self, coach: Coach) -> None:
        lines = ("C 大厅的取号机坏了", "A 这个不归我们管。", "C 哦", "A 是我话没说完，我转给营业厅的负责人去修。")
        assert judged(coach, "ownership.no_buck_passing", *lines).outcome == "pass"

    def test_naming_nobody_sends_nowhere(self, coach: Coach) -> None:
        lines = ("C 网上能弄吗", "A 能弄，页面上都有。")
        assert judged(coach, "ownership.no_buck_passing", *lines).outcome == "na"

    def test_ringing_the_ambulance_is_no_sending_away(self, coach: Coach) -> None:
        lines = ("C 我爸触电晕倒了", "A 先打120，我们马上派人断电。")
        assert judged(coach, "ownership.no_buck_passing", *lines).outcome != "fail"


class TestDanger:
    @pytest.mark.parametrize("words", ["花洒一碰就发麻", "头顶那根线垂得够得着了", "水漫到插座了"])
    def test_told_calmly_is_danger_still(self, coach: Coach, words: str) -> None:
        assert judged(coach, "safety.first", f"C 想问下，{words}", "A 户号报一下。").outcome == "fail"

    @pytest.mark.parametrize("words", ["家长群都炸了", "客户经理打过电话给我", "我的腿坐麻了"])
    def test_words_that_only_sound_like_it_are_none(self, coach: Coach, words: str) -> None:
        assert judged(coach, "safety.first", f"C {words}", "A 户号报一下。").outcome == "na"
        assert judged(coach, "escalation.when_due", f"C {words}", "A 户号报一下。").outcome == "na"


class TestBlame:
    def test_own_fault_owned_is_a_quarrel_avoided(self, coach: Coach) -> None:
        lines = ("C 你们说一样补一样，折腾人呢", "A 是我没一次说全，对不起。")
        assert judged(coach, "emotion.no_argument", *lines).outcome == "pass"

    @pytest.mark.parametrize("retort", ["你想打就打呗。", "要不是您写错，早办好了。", "谁让您不看短信的。"])
    def test_retort_is_an_argument(self, coach: Coach, retort: str) -> None:
        assert judged(coach, "emotion.no_argument", "C 我要投诉你们！", f"A {retort}").outcome == "fail"


class TestReadback:
    def test_wrong_house_stays_wrong_though_the_telephone_is_said_right(self, coach: Coach) -> None:
        lines = (
            "C 停电了，兰苑小区7号楼102，电话13900001111",
            "A 兰苑小区1号楼102，是吧？",
            "C 嗯，快来",
            "A 电话13900001111，记下了，对吗？",
        )
        assert judged(coach, "listening.readback", *lines).outcome == "fail"


class TestTone:
    def test_alone_convicts_a_line_sooner_than_one_within_a_conversation(self, coach: Coach) -> None:
        turn = Turn(who="agent", text="户号。")
        reading = Reading(manners=(Manner(criterion="language.courtesy", confidence=0.6, words="户号"),))
        fresh = coach.begin(channel="chat", known=Known())
        later = coach.hear(fresh, Turn(who="customer", text="你好")).session
        assert at_fault(coach.moment(fresh, turn, reading), criterion="language.courtesy", listed="") == "户号"
        assert at_fault(coach.moment(later, turn, reading), criterion="language.courtesy", listed="") == ""
