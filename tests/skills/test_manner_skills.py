"""What the skills of greeting, listening, language, emotion, safety and closing hold and advise."""

from dataclasses import dataclass

import pytest

from warmwatt.conversations import Known, Turn, Who
from warmwatt.handbook import shipped_handbook
from warmwatt.procedures import FlowBook
from warmwatt.skills import Advice, Coach, Heard, Session, Verdict, all_skills, preview, violations_of_line
from warmwatt.understanding import LayeredReader, Reader, Reading, Situation, State

HANDBOOK = shipped_handbook("jiangzhou")
WHO: dict[str, Who] = {"客": "customer", "座": "agent"}
HELLO = "座：您好，江州电力客服中心，工号2047，请问有什么可以帮您？"


@dataclass(frozen=True)
class Calm:
    """The reader, but every customer is as the turn's mark says (急, 怒, 怨) or calm."""

    reader: Reader
    layers: tuple[str, ...] = ("told",)

    def read(self, turn: Turn, situation: Situation) -> Reading:
        heard = self.reader.read(turn, situation)
        marks = {"急": "anxious", "怒": "angry", "怨": "dissatisfied"}
        label = next((state for mark, state in marks.items() if turn.text.startswith(f"（{mark}）")), "calm")
        state = State(label=label, confidence=1.0) if turn.who == "customer" else None  # type: ignore[arg-type]
        return Reading(topics=heard.topics, state=state, facts=heard.facts, acts=heard.acts, promises=heard.promises)


@pytest.fixture(scope="module")
def coach() -> Coach:
    reader = Calm(reader=LayeredReader(handbook=HANDBOOK))
    return Coach(reader=reader, flows=FlowBook(handbook=HANDBOOK), skills=all_skills(handbook=HANDBOOK))


def turns(*lines: str) -> list[Turn]:
    return [Turn(who=WHO[line[0]], text=line[2:]) for line in lines]


def heard(coach: Coach, *lines: str, known: Known | None = None) -> tuple[Session, list[Heard]]:
    session = coach.begin(channel="chat", known=known or Known())
    steps = []
    for turn in turns(*lines):
        steps.append(coach.hear(session, turn))
        session = steps[-1].session
    return session, steps


def verdict(coach: Coach, criterion: str, *lines: str, known: Known | None = None) -> Verdict:
    session, _steps = heard(coach, *lines, known=known)
    return next(each for each in coach.judge(session) if each.criterion == criterion)


def outcome(coach: Coach, criterion: str, *lines: str, known: Known | None = None) -> str:
    return verdict(coach, criterion, *lines, known=known).outcome


def card(step: Heard, criterion: str) -> Advice | None:
    return next((each for each in step.advices if each.skill == criterion), None)


def warnings(coach: Coach, text: str, *before: str) -> dict[str, Advice]:
    session, _steps = heard(coach, *before)
    return {each.skill: each for each in preview(text, session=session, coach=coach)}


# greeting.identify


def test_a_greeting_may_be_completed_in_the_second_turn(coach: Coach) -> None:
    assert (
        outcome(coach, "greeting.identify", "座：您好，江州电力。", "客：喂", "座：我的工号是2047，您请讲。") == "pass"
    )


@pytest.mark.parametrize("opening", ["座：您好，工号2047。", "座：江州电力2047。", "座：您好，95598供电热线。"])
def test_an_opening_without_greeting_or_company_or_number_fails(coach: Coach, opening: str) -> None:
    assert outcome(coach, "greeting.identify", opening, "客：我要交电费", "座：户号多少？") == "fail"


def test_the_greeting_card_goes_once_the_opening_is_complete(coach: Coach) -> None:
    session = coach.begin(channel="phone", known=Known())
    assert any(each.skill == "greeting.identify" for each in coach.opening(session))
    _session, steps = heard(coach, "座：您好，江州电力。", "客：我要交电费")
    assert card(steps[0], "greeting.identify")
    _session, steps = heard(coach, HELLO)
    assert card(steps[0], "greeting.identify") is None


# listening

STORY = (
    "客：我上个月搬的家，老房子那边租出去了，租客说电费不对，我这两天又收到短信说欠费，"
    "可我明明绑了自动扣款，卡里也有钱，银行那边也说没问题，真不知道是怎么回事"
)


def test_a_long_account_answered_with_a_bare_question_fails(coach: Coach) -> None:
    found = verdict(coach, "listening.backchannel", HELLO, STORY, "座：户号多少？")
    assert (found.outcome, found.turns) == ("fail", (2,))


def test_a_long_account_met_with_an_acknowledgement_passes(coach: Coach) -> None:
    assert outcome(coach, "listening.backchannel", HELLO, STORY, "座：您说的我听明白了，户号多少？") == "pass"


def test_a_short_request_needs_no_acknowledgement(coach: Coach) -> None:
    assert outcome(coach, "listening.backchannel", HELLO, "客：电费怎么交", "座：手机App上就能交。") == "na"


def phone(coach: Coach, *timed: tuple[Who, float, float, str]) -> str:
    session = coach.begin(channel="phone", known=Known())
    for who, start, end, text in timed:
        session = coach.hear(session, Turn(who=who, text=text, start=start, end=end)).session
    return next(each.outcome for each in coach.judge(session) if each.criterion == "listening.no_interruption")


def test_speaking_into_the_customers_turn_is_an_interruption(coach: Coach) -> None:
    assert phone(coach, ("customer", 0, 9, "我家从昨天晚上"), ("agent", 6, 10, "您的地址是哪里？")) == "fail"


def test_half_a_second_of_overlap_is_none(coach: Coach) -> None:
    assert phone(coach, ("customer", 0, 9, "我家停电了"), ("agent", 8.6, 12, "您的地址是哪里？")) == "pass"


def test_a_murmured_yes_inside_the_customers_turn_is_none(coach: Coach) -> None:
    assert phone(coach, ("customer", 0, 9, "我家从昨天晚上"), ("agent", 5, 5.6, "嗯嗯")) == "pass"


def test_a_customer_who_barges_in_is_no_fault_of_the_agent(coach: Coach) -> None:
    assert (
        phone(coach, ("agent", 0, 9, "我给您讲一下"), ("customer", 6, 9, "等等"), ("agent", 9.2, 11, "您讲。"))
        == "pass"
    )


def test_without_times_nobody_interrupts(coach: Coach) -> None:
    assert outcome(coach, "listening.no_interruption", HELLO, "客：停电了", "座：好的") == "na"


PLACE = "客：我家停电了，兰苑小区6号楼2单元301"


def test_facts_said_back_with_a_question_pass(coach: Coach) -> None:
    back = "座：兰苑小区6号楼2单元301没电，我没记错吧？"
    assert outcome(coach, "listening.readback", HELLO, PLACE, back, "客：对") == "pass"


def test_facts_repeated_without_asking_are_no_readback(coach: Coach) -> None:
    assert outcome(coach, "listening.readback", HELLO, PLACE, "座：好，兰苑小区6号楼，登记了。") == "fail"


def test_a_wrong_building_read_back_and_acted_on_fails(coach: Coach) -> None:
    lines = (HELLO, PLACE, "座：跟您确认一下，兰苑小区8号楼2单元301，对吗？", "客：嗯", "座：好的，师傅四十五分钟到。")
    found = verdict(coach, "listening.readback", *lines)
    assert (found.outcome, found.turns) == ("fail", (2,))
    assert "6" in found.because
    assert "8" in found.because


def test_a_wrong_readback_is_mended_by_a_right_one(coach: Coach) -> None:
    lines = (
        "座：跟您确认一下，兰苑小区8号楼2单元301，对吗？",
        "客：不对，是6号楼",
        "座：抱歉，是兰苑小区6号楼2单元301，对吗？",
    )
    assert outcome(coach, "listening.readback", HELLO, PLACE, *lines) == "pass"


def test_an_order_number_is_not_a_wrong_telephone_number(coach: Coach) -> None:
    lines = (
        "客：我电话13800001234，兰苑小区6号楼停电",
        "座：兰苑小区6号楼，电话13800001234，对吗？",
        "客：对",
        "座：好的，工单号是26112300791，登记好了。",
    )
    assert outcome(coach, "listening.readback", HELLO, *lines) == "pass"


def test_the_readback_card_says_the_customers_own_facts_and_goes_when_done(coach: Coach) -> None:
    _session, steps = heard(coach, HELLO, PLACE, "座：兰苑小区6号楼2单元301没电，对吗？")
    offered = card(steps[1], "listening.readback")
    assert offered
    assert "兰苑小区6号楼" in offered.say
    assert card(steps[2], "listening.readback") is None


def test_nothing_is_read_back_before_there_is_a_place_or_a_number(coach: Coach) -> None:
    _session, steps = heard(coach, HELLO, "客：我家停电了", "座：您在哪个小区？")
    assert [card(step, "listening.readback") for step in steps] == [None, None, None]


# language


def test_a_term_explained_in_the_next_turn_passes(coach: Coach) -> None:
    lines = (HELLO, "客：怎么停电了", "座：你们台区重载了。", "客：啥？", "座：就是管这一片的变压器带不动了。")
    assert outcome(coach, "language.plain_words", *lines) == "pass"


def test_a_term_that_the_customer_asks_about_in_vain_fails(coach: Coach) -> None:
    lines = (HELLO, "客：怎么停电了", "座：馈线故障。", "客：什么馈线？", "座：反正在修了。")
    assert outcome(coach, "language.plain_words", *lines) == "fail"


def test_a_term_that_the_customer_used_first_needs_no_explanation(coach: Coach) -> None:
    assert outcome(coach, "language.plain_words", HELLO, "客：我想问光伏并网", "座：并网可以在App上申请。") == "na"


def test_the_card_for_a_term_speaks_plain_words(coach: Coach) -> None:
    _session, steps = heard(coach, HELLO, "客：我家总跳", "座：可能是漏保动作了。")
    offered = card(steps[2], "language.plain_words")
    assert offered
    assert "漏电" in offered.say


@pytest.mark.parametrize("line", ["这个我也不清楚。", "这事不归我们管。", "没办法，规定就是这样。", "您自己想办法吧。"])
def test_a_dismissive_answer_fails(coach: Coach, line: str) -> None:
    assert outcome(coach, "language.positive_wording", HELLO, "客：那怎么办", f"座：{line}") == "fail"


@pytest.mark.parametrize(
    "line",
    [
        "这个我一下子说不准，我去问清楚，十分钟内给您回电话。",
        "系统里暂时查不到，我帮您手动查一下，您稍等。",
        "不清楚的地方您随时问我。",
        "那就这样，感谢您的来电，再见。",
    ],
)
def test_a_no_that_help_follows_passes(coach: Coach, line: str) -> None:
    assert outcome(coach, "language.positive_wording", HELLO, "客：那怎么办", f"座：{line}") == "pass"


def test_one_plain_you_is_forgiven_in_a_conversation_but_not_in_a_line(coach: Coach) -> None:
    line = "你把户号报一下。"
    assert outcome(coach, "language.courtesy", HELLO, "客：查电费", f"座：{line}") == "pass"
    assert violations_of_line(line, coach=coach) == {"language.courtesy"}


def test_a_habitual_plain_you_fails(coach: Coach) -> None:
    lines = (HELLO, "客：查电费", "座：你把户号报一下。", "客：3100012345", "座：你这个月一百二。")
    assert outcome(coach, "language.courtesy", *lines) == "fail"


def test_a_plain_you_inside_a_quotation_is_not_the_agents(coach: Coach) -> None:
    assert violations_of_line("短信里写的“你已欠费”措辞太硬，我跟您道歉。", coach=coach) == frozenset()


# emotion


def test_anxiety_met_with_a_question_fails_at_that_turn(coach: Coach) -> None:
    found = verdict(coach, "emotion.comfort_first", HELLO, "客：（急）停电了快来人", "座：地址多少？")
    assert (found.outcome, found.turns) == ("fail", (2,))


@pytest.mark.parametrize(
    "line",
    [
        "您别慌，我在呢。地址是哪里？",
        "孩子等着写作业，是挺急人的，我马上查。",
        "对不住，让您等这么久。",
        "搁谁身上都得着急，您说地址。",
        "先离那根线远一点，别碰！您别怕，我马上叫人。",
    ],
)
def test_comfort_before_anything_else_passes(coach: Coach, line: str) -> None:
    assert outcome(coach, "emotion.comfort_first", HELLO, "客：（急）怎么办", f"座：{line}") == "pass"


def test_comfort_after_the_solution_comes_too_late(coach: Coach) -> None:
    line = "座：查到了，您家欠费八十块，交了就会送电。您别着急。"
    assert outcome(coach, "emotion.comfort_first", HELLO, "客：（急）怎么没电了", line) == "fail"


def test_each_new_flare_asks_for_comfort_again(coach: Coach) -> None:
    lines = (
        HELLO, "客：（急）停电了", "座：您别急，地址在哪？", "客：兰苑6号楼",
        "座：四十五分钟到。", "客：（怒）怎么那么久", "座：就是这么久。",
    )  # fmt: skip
    assert verdict(coach, "emotion.comfort_first", *lines).turns == (6,)


def test_dissatisfaction_alone_asks_for_no_comfort(coach: Coach) -> None:
    assert outcome(coach, "emotion.comfort_first", HELLO, "客：（怨）电费有点高", "座：户号多少？") == "na"


def test_the_comfort_card_comes_before_questions_and_goes_once_it_is_said(coach: Coach) -> None:
    _session, steps = heard(coach, HELLO, "客：（急）我家停电了，兰苑小区6号楼", "座：您别着急，我马上查。")
    assert steps[1].advices[0].skill == "emotion.comfort_first"
    assert card(steps[2], "emotion.comfort_first") is None


@pytest.mark.parametrize(
    "line",
    ["您自己不看短信怪谁？", "要投诉随便您。", "表不会错，是您记错了。", "又不是我让停的，您冲我嚷什么。"],
)
def test_blame_and_blunt_contradiction_fail(coach: Coach, line: str) -> None:
    assert outcome(coach, "emotion.no_argument", HELLO, "客：（怒）你们乱收钱", f"座：{line}") == "fail"


@pytest.mark.parametrize(
    "line",
    [
        "您说的我记下来了，我这就核实。",
        "您别生气，这不怪您，是我们没说清楚。",
        "您有意见，我帮您登记投诉，四十八小时答复。",
    ],
)
def test_an_angry_customer_met_with_respect_passes(coach: Coach, line: str) -> None:
    assert outcome(coach, "emotion.no_argument", HELLO, "客：（怒）你们乱收钱", f"座：{line}") == "pass"


def test_abuse_answered_in_kind_fails_and_led_back_passes(coach: Coach) -> None:
    abuse = "客：（怒）你们就是一群废物！"
    back = "座：您生气我理解，咱们先把电的事解决，您的地址是哪里？"
    assert outcome(coach, "emotion.refocus", HELLO, abuse, "座：你嘴巴放干净点！") == "fail"
    assert outcome(coach, "emotion.refocus", HELLO, abuse, back) == "pass"


# safety.first


def test_a_danger_answered_with_a_question_fails(coach: Coach) -> None:
    found = verdict(
        coach, "safety.first", HELLO, "客：路边的电线掉下来了", "座：哪条路？", "客：文化路", "座：别碰它。"
    )
    assert (found.outcome, found.turns) == ("fail", (2,))


def test_keep_away_first_passes(coach: Coach) -> None:
    assert outcome(coach, "safety.first", HELLO, "客：路边的电线掉下来了", "座：您离远一点，千万别碰。") == "pass"


def test_the_safety_card_outweighs_all_others(coach: Coach) -> None:
    _session, steps = heard(coach, HELLO, "客：（急）表箱在冒烟，兰苑小区6号楼")
    assert steps[1].advices[0].skill == "safety.first"


# closing


def test_goodbye_alone_is_no_thanks(coach: Coach) -> None:
    lines = (HELLO, "客：好的没事了", "座：那就这样，再见。")
    assert outcome(coach, "closing.thanks", *lines) == "fail"
    assert outcome(coach, "closing.anything_else", *lines) == "fail"


@pytest.mark.parametrize("line", ["还有啥要我帮忙的没有？", "您看还有哪里不放心的吗？", "请问还有什么可以帮到您"])
def test_asking_for_more_in_any_words_passes(coach: Coach, line: str) -> None:
    assert outcome(coach, "closing.anything_else", HELLO, "客：好", f"座：{line}", "客：没了", "座：谢谢您。") == "pass"


def test_a_question_about_the_neighbours_is_not_asking_for_more(coach: Coach) -> None:
    line = "座：还有其他邻居家停电吗？"
    assert outcome(coach, "closing.anything_else", HELLO, "客：停电了", line, "客：没有") == "fail"


def test_an_end_in_anger_is_not_judged(coach: Coach) -> None:
    lines = (HELLO, "客：（怒）你们等着，我投诉！")
    assert {outcome(coach, f"closing.{each}", *lines) for each in ("anything_else", "thanks")} == {"na"}


# preview


def test_a_rude_reply_is_warned_of_with_a_better_sentence(coach: Coach) -> None:
    found = warnings(coach, "您自己不看短信，怪谁呢？", HELLO, "客：（怒）怎么停我的电")
    assert found["emotion.no_argument"].say
    assert found["language.courtesy"].say


def test_the_second_bad_reply_is_warned_of_like_the_first(coach: Coach) -> None:
    before = (HELLO, "客：怎么办", "座：这个我不清楚。", "客：那问谁")
    assert "language.positive_wording" in warnings(coach, "我也没办法。", *before)


def test_a_plain_you_is_warned_of_with_the_same_sentence_in_courtesy(coach: Coach) -> None:
    assert warnings(coach, "你的户号是多少？", HELLO, "客：查电费")["language.courtesy"].say == "您的户号是多少？"


def test_a_wrong_readback_is_warned_of_and_a_missing_one_is_not(coach: Coach) -> None:
    before = (HELLO, PLACE)
    assert "listening.readback" in warnings(coach, "跟您确认，兰苑小区9号楼2单元301，对吗？", *before)
    assert "listening.readback" not in warnings(coach, "请问邻居家有电吗？", *before)


def test_a_term_is_warned_of_unless_the_customer_used_it(coach: Coach) -> None:
    assert "language.plain_words" in warnings(coach, "您家漏保坏了。", HELLO, "客：家里没电")
    assert "language.plain_words" not in warnings(coach, "您家漏保坏了。", HELLO, "客：漏保老是跳")


def test_a_good_reply_is_not_warned_of(coach: Coach) -> None:
    reply = "您别着急，我马上帮您查。兰苑小区6号楼2单元301，对吗？"
    assert warnings(coach, reply, HELLO, "客：（急）停电了，兰苑小区6号楼2单元301") == {}


def test_looking_at_a_reply_changes_nothing(coach: Coach) -> None:
    session, _steps = heard(coach, HELLO, PLACE)
    before = coach.to_json(session)
    preview("这个我不清楚。", session=session, coach=coach)
    assert coach.to_json(session) == before
