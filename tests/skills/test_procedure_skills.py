"""What the skills of procedure, authority, ownership, escalation, bill, business and complaint hold and advise."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pytest

from warmwatt.cases import Case
from warmwatt.conversations import Conversation, Known, Turn
from warmwatt.handbook import shipped_handbook
from warmwatt.procedures import FlowBook
from warmwatt.skills import Advice, Coach, Session, Skill, Verdict
from warmwatt.skills._limit import limit_words
from warmwatt.skills.authority_alternative import AuthorityAlternative
from warmwatt.skills.authority_no_overpromise import AuthorityNoOverpromise
from warmwatt.skills.bill_breakdown import BillBreakdown
from warmwatt.skills.bill_cite_policy import BillCitePolicy
from warmwatt.skills.business_channels import BusinessChannels
from warmwatt.skills.business_materials_once import BusinessMaterialsOnce
from warmwatt.skills.complaint_deadline import ComplaintDeadline
from warmwatt.skills.complaint_sequence import ComplaintSequence
from warmwatt.skills.escalation_when_due import EscalationWhenDue
from warmwatt.skills.ownership_no_buck_passing import OwnershipNoBuckPassing
from warmwatt.skills.procedure_diagnose import ProcedureDiagnose
from warmwatt.skills.procedure_estimate import ProcedureEstimate
from warmwatt.skills.procedure_followup import ProcedureFollowup
from warmwatt.skills.procedure_order_number import ProcedureOrderNumber
from warmwatt.skills.procedure_verify import ProcedureVerify
from warmwatt.understanding import Reading, Situation, State, Topic

HANDBOOK = shipped_handbook("jiangzhou")
NOW = datetime.fromisoformat("2026-11-23T20:00:00+08:00")


@dataclass(frozen=True)
class Told:
    """A reader that is told the topics of the first customer turn and the state of every one."""

    topics: tuple[str, ...]
    state: str = "calm"
    layers: tuple[str, ...] = ("told",)

    def read(self, turn: Turn, situation: Situation) -> Reading:
        if turn.who == "agent":
            return Reading()
        topics = () if situation.states else self.topics
        return Reading(
            topics=tuple(Topic(label=topic, confidence=0.9) for topic in topics),
            state=State(label=self.state, confidence=0.9),  # type: ignore[arg-type]
        )


@dataclass(frozen=True)
class Outcome:
    """What a skill made of a conversation: its verdict, and its card after each turn."""

    verdict: Verdict
    cards: tuple[Advice | None, ...]
    session: Session


def heard(
    skill: type[Skill[Any]],
    *lines: str,
    topics: Sequence[str] = (),
    state: str = "calm",
    known: Known | None = None,
    case: Case | None = None,
) -> Outcome:
    """Hears lines that begin with A (agent) or C (customer)."""
    coach = Coach(
        reader=Told(topics=tuple(topics), state=state),
        flows=FlowBook(handbook=HANDBOOK),
        skills=(skill(handbook=HANDBOOK),),  # type: ignore[call-arg]
    )
    session = replace(coach.begin(channel="phone", known=known or Known()), case=case)
    cards: list[Advice | None] = []
    for line in lines:
        turn = Turn(who="agent" if line[0] == "A" else "customer", text=line[2:])
        after = coach.hear(session, turn)
        session = coach.from_json(json.loads(json.dumps(coach.to_json(after.session))))
        cards.append(next(iter(after.advices), None))
    return Outcome(verdict=coach.judge(session)[0], cards=tuple(cards), session=session)


GREETING = "A 您好，江州电力，工号2047。"


class TestVerify:
    """What the matter needs is known, given or asked."""

    outage = ("C 我家没电了", "A 您是在哪个小区几号楼？", "C 桃园小区三号楼")

    def test_asked_address_and_contact_pass(self) -> None:
        lines = (GREETING, *self.outage, "A 联系您打这个号码可以吗？", "C 可以")
        assert heard(ProcedureVerify, *lines, topics=["outage.report"]).verdict.outcome == "pass"

    def test_order_without_contact_fails_where_it_was_opened(self) -> None:
        lines = (GREETING, *self.outage, "A 好的，给您派师傅过去了。")
        verdict = heard(ProcedureVerify, *lines, topics=["outage.report"]).verdict
        assert (verdict.outcome, verdict.turns) == ("fail", (4,))

    def test_records_spare_the_question(self) -> None:
        known = Known(account="3101", address="桃园小区3号楼")
        verdict = heard(ProcedureVerify, GREETING, "C 上月电费怎么这么多", topics=["bill.dispute"], known=known).verdict
        assert verdict.outcome == "pass"

    def test_enquiry_needs_nothing(self) -> None:
        assert heard(ProcedureVerify, GREETING, "C 现在电价多少", topics=["tariff.query"]).verdict.outcome == "na"

    def test_card_asks_for_what_is_missing_and_goes_when_asked(self) -> None:
        outcome = heard(
            ProcedureVerify,
            GREETING,
            *self.outage,
            "A 桃园小区三号楼，联系您打这个号码可以吗？",
            topics=["outage.report"],
        )
        first, last = outcome.cards[1], outcome.cards[-1]
        assert first is not None
        assert first.key == "address_contact"
        assert last is None


class TestDiagnose:
    """Indoor is told from outdoor."""

    @pytest.mark.parametrize(
        "question",
        [
            "A 邻居家有电吗？",
            "A 您看看楼道的灯亮不亮",
            "A 麻烦看下电表屏幕上有没有数字",
            "A 家里的总开关有没有掉下来？",
            "A 就您一家没电还是整栋都没有？",
            "A 我看到您这片今天是计划检修，下午五点送电",
            "A 系统显示您这户欠费停电了",
        ],
    )
    def test_telling_question_or_record_passes(self, question: str) -> None:
        verdict = heard(ProcedureDiagnose, GREETING, "C 我家没电了", question, topics=["outage.report"]).verdict
        assert (verdict.outcome, verdict.turns) == ("pass", (2,))

    def test_blind_dispatch_fails(self) -> None:
        lines = (GREETING, "C 我家没电了", "A 地址报一下", "C 桃园三号楼", "A 给您登记好了，师傅去看。")
        verdict = heard(ProcedureDiagnose, *lines, topics=["outage.report"]).verdict
        assert (verdict.outcome, verdict.turns) == ("fail", (4,))

    def test_card_is_a_question_in_plain_words(self) -> None:
        card = heard(ProcedureDiagnose, GREETING, "C 我家没电了", topics=["outage.report"]).cards[1]
        assert card is not None
        assert card.say.endswith(("？", "。"))


class TestWaiting:
    """Estimate, number, follow-up: what a customer of an open case must hear."""

    opened = (GREETING, "C 我家没电了，整栋都没有", "A 我马上派抢修师傅过去。")
    skills = (ProcedureEstimate, ProcedureOrderNumber, ProcedureFollowup)

    @pytest.mark.parametrize("skill", skills)
    def test_silence_about_it_fails(self, skill: type[Skill[Any]]) -> None:
        outcome = heard(skill, *self.opened, topics=["outage.report"])
        assert outcome.verdict.outcome == "fail"
        assert outcome.cards[2] is not None

    @pytest.mark.parametrize(
        ("skill", "words"),
        [
            (ProcedureEstimate, "A 师傅四十五分钟内到"),
            (ProcedureEstimate, "A 预计今晚九点恢复"),
            (ProcedureOrderNumber, "A 单号是DX2611230079"),
            (ProcedureOrderNumber, "A 您的工单编号会用短信发给您"),
            (ProcedureFollowup, "A 修好以后我们打电话问您来电了没有"),
            (ProcedureFollowup, "A 有进展第一时间联系您"),
        ],
    )
    def test_saying_it_passes_and_takes_the_card_away(self, skill: type[Skill[Any]], words: str) -> None:
        outcome = heard(skill, *self.opened, words, topics=["outage.report"])
        assert outcome.verdict.outcome == "pass"
        assert outcome.cards[-1] is None

    @pytest.mark.parametrize("skill", skills)
    def test_nothing_opened_asks_nothing(self, skill: type[Skill[Any]]) -> None:
        lines = (GREETING, "C 怎么交电费", "A 您在网上国网App里就能交。")
        assert heard(skill, *lines, topics=["payment"]).verdict.outcome == "na"

    @pytest.mark.parametrize("skill", skills)
    def test_conditional_offer_opens_nothing(self, skill: type[Skill[Any]]) -> None:
        lines = (GREETING, "C 电费偏高", "A 您要是不放心，我可以帮您登记核表。", "C 不用了")
        assert heard(skill, *lines, topics=["bill.query"]).verdict.outcome == "na"

    def test_opened_case_puts_its_number_in_the_card(self) -> None:
        case = Case(number="JZ20261123-000007", owner="2047", matter="outage", summary="", opened_at=NOW)
        card = heard(ProcedureOrderNumber, *self.opened, topics=["outage.report"], case=case).cards[2]
        assert card is not None
        assert "JZ20261123-000007" in card.say

    def test_past_hour_in_a_readback_is_no_estimate(self) -> None:
        lines = (*self.opened, "A 跟您核对，昨晚十点左右开始没电，对吗？")
        assert heard(ProcedureEstimate, *lines, topics=["outage.report"]).verdict.outcome == "fail"


class TestOverpromise:
    """Flat promises about what others decide."""

    def test_flat_promise_fails_at_its_turn_and_is_corrected_by_a_card(self) -> None:
        outcome = heard(AuthorityNoOverpromise, GREETING, "C 冰箱烧了怎么办", "A 放心，我们全额赔给您。")
        assert (outcome.verdict.outcome, outcome.verdict.turns) == ("fail", (2,))
        card = outcome.cards[2]
        assert card is not None
        assert card.weight > 7
        assert "赔" in card.because

    def test_correction_takes_the_card_away(self) -> None:
        lines = (GREETING, "C 冰箱烧了怎么办", "A 放心，我们全额赔给您。", "A 刚才说急了，要核实以后按规定答复您。")
        assert heard(AuthorityNoOverpromise, *lines).cards[3] is None

    def test_careful_answer_to_a_demand_passes(self) -> None:
        lines = (GREETING, "C 到底几点来电", "A 要等师傅到现场看了才准，一有消息就告诉您。")
        verdict = heard(AuthorityNoOverpromise, *lines, topics=["outage.report"]).verdict
        assert (verdict.outcome, verdict.turns) == ("pass", (2,))

    def test_business_date_is_the_offices_to_say(self) -> None:
        lines = (GREETING, "C 周五前一定能办好吧", "A 周五前没问题。")
        card = heard(AuthorityNoOverpromise, *lines, topics=["business.new"]).cards[2]
        assert card is not None
        assert "师傅到现场" not in card.say

    def test_nothing_asked_nothing_promised_is_na(self) -> None:
        assert heard(AuthorityNoOverpromise, GREETING, "C 怎么交电费", "A 手机上就能交。").verdict.outcome == "na"


class TestAlternative:
    """A refused request gets another way."""

    def test_bare_refusal_fails(self) -> None:
        outcome = heard(AuthorityAlternative, GREETING, "C 能不能给我先送上电", "A 送不了。")
        assert (outcome.verdict.outcome, outcome.verdict.turns) == ("fail", (2,))
        assert outcome.cards[2] is not None

    def test_refusal_with_another_way_passes(self) -> None:
        lines = (GREETING, "C 能不能给我免了", "A 这个我免不了，我帮您提交申请，批了告诉您。")
        assert heard(AuthorityAlternative, *lines).verdict.outcome == "pass"

    def test_way_offered_later_passes(self) -> None:
        lines = (GREETING, "C 能给我打明细吗", "A 我这里打不了。", "C 唉", "A 您带身份证到营业厅可以打。")
        verdict = heard(AuthorityAlternative, *lines).verdict
        assert (verdict.outcome, verdict.turns) == ("pass", (4,))

    def test_way_that_the_customer_dug_out_does_not_count(self) -> None:
        lines = (GREETING, "C 房产证没下来能办吗", "A 办不了。", "C 有没有别的证明能替", "A 公证书也行。")
        assert heard(AuthorityAlternative, *lines).verdict.outcome == "fail"

    def test_safety_warning_is_no_refusal(self) -> None:
        lines = (GREETING, "C 我能去把线挪开吗", "A 千万不能碰，离远一点。")
        assert heard(AuthorityAlternative, *lines).verdict.outcome == "na"


class TestOwnership:
    """The first one asked sees it through."""

    @pytest.mark.parametrize(
        "words",
        [
            "A 这个您找物业。",
            "A 你打12345吧。",
            "A 这不归我们管。",
            "A 您去营业厅问吧。",
            "A 那您自己请个电工吧。",
            "A 您打供电所电话62210098。",
        ],
    )
    def test_sending_away_fails(self, words: str) -> None:
        outcome = heard(OwnershipNoBuckPassing, GREETING, "C 路灯下面那根线晃荡", words)
        assert (outcome.verdict.outcome, outcome.verdict.turns) == ("fail", (2,))
        assert outcome.cards[2] is not None

    @pytest.mark.parametrize(
        "words",
        [
            "A 这段线归物业，我帮您联系物业，约好了给您回话。",
            "A 我转给供电所主管，今天给您答复。",
            "A 我让客户经理给您打电话。",
            "A 您不用找他们，我来问清楚告诉您。",
        ],
    )
    def test_keeping_the_matter_does_not_fail(self, words: str) -> None:
        outcome = heard(OwnershipNoBuckPassing, GREETING, "C 路灯下面那根线晃荡", words).verdict.outcome
        assert outcome in {"pass", "na"}


class TestEscalation:
    """Supervisors, media, dangers, a third angry turn."""

    @pytest.mark.parametrize(
        "words",
        [
            "C 叫你们领导来",
            "C 再不管我发抖音了",
            "C 我要打12398",
            "C 我们法院见",
            "C 电线掉地上冒火花呢",
            "C 家里老人用着呼吸机",
        ],
    )
    def test_unanswered_cause_fails_at_the_next_turn(self, words: str) -> None:
        outcome = heard(EscalationWhenDue, GREETING, words, "A 您的地址报一下吧。")
        assert (outcome.verdict.outcome, outcome.verdict.turns) == ("fail", (2,))
        assert outcome.cards[1] is not None

    def test_escalating_passes_and_takes_the_card_away(self) -> None:
        outcome = heard(EscalationWhenDue, GREETING, "C 叫你们领导来", "A 我马上请值班长给您回电话。")
        assert (outcome.verdict.outcome, outcome.verdict.turns) == ("pass", (2,))
        assert outcome.cards[2] is None

    def test_third_angry_turn_is_a_cause(self) -> None:
        lines = (GREETING, "C 又停了！", "A 您别急啊。", "C 能不急吗！", "A 在修着呢。", "C 骗谁呢！", "A 真在修呢呀。")
        verdict = heard(EscalationWhenDue, *lines, state="angry").verdict
        assert (verdict.outcome, verdict.turns) == ("fail", (6,))

    @pytest.mark.parametrize(
        "words", ["C 客户经理给我打过电话", "C 你们领导挺好的不用找领导", "C 我把电表销掉", "C 漏保跳了", "C 没有冒烟"]
    )
    def test_innocent_words_are_no_cause(self, words: str) -> None:
        assert heard(EscalationWhenDue, GREETING, words, "A 好的我知道了。").verdict.outcome == "na"


class TestBill:
    """A bill is explained by its parts and its policy."""

    asked = (GREETING, "C 这个月电费怎么三百多")

    def test_parts_and_policy_pass(self) -> None:
        words = "A 一共540度，第一档230度每度五毛三，第二档310度每度五毛八，依据是省里的阶梯电价文件。"
        for skill in (BillBreakdown, BillCitePolicy):
            assert heard(skill, *self.asked, words, topics=["bill.query"]).verdict.outcome == "pass"

    def test_generality_fails_both(self) -> None:
        words = "A 夏天空调开得多，用得多自然就贵，规定就这样。"
        for skill in (BillBreakdown, BillCitePolicy):
            verdict = heard(skill, *self.asked, words, topics=["bill.query"]).verdict
            assert (verdict.outcome, verdict.turns) == ("fail", (2,))

    def test_question_that_reaches_no_explanation_is_na(self) -> None:
        words = "A 您的户号报一下，我帮您查。"
        assert heard(BillBreakdown, *self.asked, words, topics=["bill.query"]).verdict.outcome == "na"

    def test_price_enquiry_is_na(self) -> None:
        lines = (GREETING, "C 峰谷电价多少", "A 峰时五毛六，谷时三毛六，按省里文件。")
        assert heard(BillBreakdown, *lines, topics=["tariff.query"]).verdict.outcome == "na"


class TestBusiness:
    """Materials in one go, and where to do it."""

    asked = (GREETING, "C 我想过户要带什么")

    def told(self, skill: type[Skill[Any]], *lines: str) -> Outcome:
        return heard(skill, *self.asked, *lines, topics=["business.transfer"])

    def test_all_at_once_passes(self) -> None:
        words = "A 身份证、房产证，代办再加委托书。"
        assert self.told(BusinessMaterialsOnce, words).verdict.outcome == "pass"

    def test_sent_list_passes(self) -> None:
        assert self.told(BusinessMaterialsOnce, "A 我把材料清单短信发给您。").verdict.outcome == "pass"

    def test_piecemeal_fails_at_every_piece(self) -> None:
        verdict = self.told(BusinessMaterialsOnce, "A 身份证。", "C 还有呢", "A 还有房产证。").verdict
        assert (verdict.outcome, verdict.turns) == ("fail", (2, 4))

    def test_one_paper_alone_is_incomplete(self) -> None:
        assert self.told(BusinessMaterialsOnce, "A 带身份证来。").verdict.outcome == "fail"

    def test_card_lists_everything_for_the_business(self) -> None:
        card = self.told(BusinessMaterialsOnce).cards[1]
        assert card is not None
        assert "身份证" in card.say
        assert "委托书" in card.say

    @pytest.mark.parametrize("words", ["A 手机App上就能办。", "A 就近的营业厅都收。"])
    def test_any_channel_passes(self, words: str) -> None:
        assert self.told(BusinessChannels, words).verdict.outcome == "pass"

    def test_no_channel_fails(self) -> None:
        assert self.told(BusinessChannels, "A 身份证、房产证。").verdict.outcome == "fail"


class TestComplaint:
    """Four steps in order, with a date."""

    raised = (GREETING, "C 我要投诉，你们抄表的骂人")
    good = (
        "A 实在对不起，让您受委屈了。您说说是哪天、在哪里？",
        "C 昨天下午在院里",
        "A 我记下了，转给班长核实，二十四小时内联系您。",
        "C 行",
        "A 谢谢您告诉我们，再见。",
    )

    def judged(self, skill: type[Skill[Any]], *lines: str) -> Verdict:
        return heard(skill, *self.raised, *lines, topics=["complaint"], state="dissatisfied").verdict

    def test_four_steps_in_order_pass(self) -> None:
        assert self.judged(ComplaintSequence, *self.good).outcome == "pass"
        assert self.judged(ComplaintDeadline, *self.good).outcome == "pass"

    def test_questions_before_the_apology_fail(self) -> None:
        verdict = self.judged(ComplaintSequence, "A 您是哪天几点的事，在哪里？", *self.good[1:])
        assert verdict.outcome == "fail"
        assert 2 in verdict.turns

    def test_missing_thanks_fail(self) -> None:
        assert self.judged(ComplaintSequence, *self.good[:-1], "A 那就这样，再见。").outcome == "fail"

    def test_soon_is_no_date(self) -> None:
        verdict = self.judged(ComplaintDeadline, "A 对不起，我们会尽快给您答复。")
        assert (verdict.outcome, verdict.turns) == ("fail", (2,))

    def test_cards_lead_through_the_steps(self) -> None:
        outcome = heard(ComplaintSequence, *self.raised, *self.good, topics=["complaint"])
        keys = [card.key if card else None for card in outcome.cards]
        assert keys == [None, "apology", "resolution", "resolution", "thanks", "thanks", None]

    def test_card_names_the_utilitys_own_limit(self) -> None:
        assert limit_words(HANDBOOK, matter="complaint", promise="callback") == "48小时内"
        card = heard(ComplaintDeadline, *self.raised, topics=["complaint"]).cards[1]
        assert card is not None
        assert "48小时内" in card.say


def test_turn_five_hundred_carries_no_more_than_turn_fifty() -> None:
    conversation = [GREETING] + ["C 你们领导呢，赔不赔，几点来电", "A 送不了，您找物业，保证今晚来电。"] * 250
    for skill in (EscalationWhenDue, AuthorityNoOverpromise, OwnershipNoBuckPassing, AuthorityAlternative):
        coach = Coach(
            reader=Told(topics=("outage.report",), state="angry"),
            flows=FlowBook(handbook=HANDBOOK),
            skills=(skill(handbook=HANDBOOK),),
        )
        sizes = []
        turns = tuple(Turn(who="agent" if line[0] == "A" else "customer", text=line[2:]) for line in conversation)
        for count in (50, 500):
            session, _heard = coach.listen(Conversation(id="long", channel="phone", start=NOW, turns=turns[:count]))
            sizes.append(len(json.dumps(coach.to_json(session)["skills"])))
        assert sizes[1] <= sizes[0] + 40
