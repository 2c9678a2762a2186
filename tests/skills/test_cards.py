"""What a card offers does what its skill asks: said by the agent, the card goes, and no other skill objects."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from warmwatt.cases import Case
from warmwatt.conversations import Known, Turn
from warmwatt.handbook import Script, shipped_handbook
from warmwatt.procedures import FlowBook
from warmwatt.skills import Coach, Session, all_skills
from warmwatt.skills._line import JudgesLines
from warmwatt.skills._spoken import PLACE
from warmwatt.understanding import LayeredReader

HANDBOOK = shipped_handbook("jiangzhou")
GREETING = "您好，江州电力客服中心，工号2047，请问有什么可以帮您？"
OUTAGE = "我家停电了，楼道里的灯还亮着"
BILL = "上个月电费怎么多了两百多块，我想查查"
TRANSFER = "我买了套二手房，电表想过户到我名下，要办什么手续"
COMPLAINT = "我要投诉你们营业厅的人，说话太难听了，服务态度差得很"
# What was said before each moment: the customer's lines, with the agent's own marked A.
SCENES: dict[str, tuple[str, ...]] = {
    "safety.first:line": ("电线掉在路上了，就在我家门口",),
    "safety.first:fire": ("楼下的电表箱冒烟了，还有火花",),
    "safety.first:water": ("地下室进水了，水泡着插座",),
    "safety.first:shock": ("洗澡的时候水龙头发麻，电得我手疼",),
    "procedure.verify:contact_crew": (OUTAGE, "翠园小区3号楼2单元501"),
    "procedure.verify:contact": (COMPLAINT,),
    "procedure.verify:address_contact": (OUTAGE,),
    "procedure.verify:address": (OUTAGE, "电话13900001111"),
    "procedure.verify:account": (BILL,),
    "procedure.order_number:open_case": (OUTAGE, "A 我给您登记好了，师傅四十五分钟内到。"),
    "procedure.order_number:number": (OUTAGE, "A 我给您登记好了，师傅四十五分钟内到。"),
    "procedure.followup:outage": (OUTAGE, "A 单子给您登记好了。"),
    "procedure.followup:complaint": (COMPLAINT, "A 投诉给您登记好了。"),
    "procedure.followup:business": (TRANSFER, "A 申请给您提交上去了。"),
    "procedure.followup:bill": (BILL, "A 核查的单子给您登记好了。"),
    "procedure.estimate:outage": (OUTAGE, "A 单子给您登记好了。"),
    "procedure.estimate:complaint": (COMPLAINT, "A 投诉给您登记好了。"),
    "procedure.estimate:business": (TRANSFER, "A 申请给您提交上去了。"),
    "procedure.diagnose:ask": (OUTAGE,),
    "ownership.no_buck_passing:take_back": ("小区里的路灯坏了好几天了", "A 您找物业去。"),
    "listening.backchannel:long": (
        "我跟你说啊我们家这个事情有好些日子了，先是厨房的灯一闪一闪的，后来客厅也跟着闪，我老伴说换个灯泡就好，换了三个都没用，昨天晚上连电视也打不开了",
    ),
    "emotion.refocus:abuse": ("你们一群吃干饭的废物",),
    "emotion.comfort_first:anxious": ("急死我了，孩子还发着烧，家里一点电都没有",),
    "emotion.comfort_first:angry": ("你们什么态度，太过分了，我要投诉你们",),
    "escalation.when_due:supervisor_asked": ("叫你们领导来跟我说",),
    "escalation.when_due:outside_pressure": ("再不修我就找记者曝光你们",),
    "escalation.when_due:life_support": ("家里停电了，我爸靠呼吸机，离不开电",),
    "escalation.when_due:safety": ("电线掉在路上了，就在我家门口",),
    "complaint.sequence:apology": (COMPLAINT,),
    "complaint.sequence:hearing": (COMPLAINT, "A 实在抱歉，让您受委屈了。"),
    "complaint.deadline:limit": (COMPLAINT,),
    "closing.anything_else:end": ("好的，知道了，没事了，谢谢你，再见",),
    "closing.thanks:end": ("好的，知道了，没事了，谢谢你，再见",),
    "business.channels:channels": (TRANSFER,),
    "business.materials_once:transfer": (TRANSFER,),
    "bill.cite_policy:policy": (BILL, "A 您上个月用了四百多度，到第三档了，单价高。"),
    "authority.alternative:other": ("能不能现在就给我换块新表", "A 现在换不了。"),
}
BY_LISTS = LayeredReader(handbook=HANDBOOK, layers=("patterns",))
FACTS = {"address": "翠园小区3号楼2单元501", "number": "GD20260711003", "limit": "3个工作日内", "symptom": "停电"}


@pytest.fixture(scope="module")
def coach() -> Coach:
    reader = LayeredReader(handbook=HANDBOOK)
    return Coach(reader=reader, flows=FlowBook(handbook=HANDBOOK), skills=all_skills(handbook=HANDBOOK))


def said_before(coach: Coach, lines: tuple[str, ...], case: Case | None = None) -> Session:
    """The session after a greeting and the lines."""
    session = replace(coach.begin(channel="chat", known=Known()), case=case)
    for line in (f"A {GREETING}", *lines):
        agent = line.startswith("A ")
        turn = Turn(who="agent" if agent else "customer", text=line.removeprefix("A "))
        session = coach.hear(session, turn).session
    return session


def lines_of(moment: str) -> list[str]:
    """Every line that a card for the moment may offer, its places filled."""
    scripts = [script for script in HANDBOOK.of(Script) if script.moment == moment]
    return [PLACE.sub(lambda place: FACTS.get(place[1], "兰苑"), line) for script in scripts for line in script.lines]


def scenes() -> Iterator[tuple[str, str]]:
    yield from ((moment, line) for moment in SCENES for line in lines_of(moment))


class TestACardsOwnWords:
    @pytest.mark.parametrize(("moment", "line"), scenes())
    def test_said_by_the_agent_they_take_the_card_away(self, coach: Coach, moment: str, line: str) -> None:
        criterion, _, case = moment.partition(":")
        session = said_before(coach, SCENES[moment])
        after = coach.hear(session, Turn(who="agent", text=line))
        still = [card.key for card in after.advices if card.skill == criterion and card.key == case]
        assert still == []

    @pytest.mark.parametrize(("moment", "line"), scenes())
    def test_no_skill_objects_to_them(self, coach: Coach, moment: str, line: str) -> None:
        session = said_before(coach, SCENES[moment])
        turn = Turn(who="agent", text=line)
        # By the handbook's lists: the tone of a line is the trained head's to judge, and shifts with its lessons.
        reading = BY_LISTS.read(turn, session.situation)
        heard = coach.moment(session, turn, reading)
        skills: tuple[Any, ...] = tuple(coach.skills)
        judges = (each for each in skills if isinstance(each, JudgesLines))
        assert [(each.criterion, each.violates(heard)) for each in judges if each.violates(heard)] == []


class TestTheScenes:
    @pytest.mark.parametrize("moment", SCENES)
    def test_each_brings_its_card(self, coach: Coach, moment: str) -> None:
        criterion = moment.partition(":")[0]
        scene = SCENES[moment]
        session = said_before(coach, scene[:-1])
        agent = scene[-1].startswith("A ")
        last = Turn(who="agent" if agent else "customer", text=scene[-1].removeprefix("A "))
        assert criterion in {card.skill for card in coach.hear(session, last).advices}
