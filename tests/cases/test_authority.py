"""A promise is judged by its words, its time and who may grant it."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from warmwatt.cases import AuthorityTable, Estimate, judge_promise, limits_in_force
from warmwatt.cases._authority import AuthorityJudgement
from warmwatt.handbook import AuthorityRule, StandardLimit, shipped_handbook
from warmwatt.quantities import CHINA, WorkingCalendar, resolve_limit

HANDBOOK = shipped_handbook("jiangzhou")
TABLE = AuthorityTable.of(HANDBOOK)
NOW = datetime(2026, 11, 23, 20, 0, tzinfo=CHINA)
CALENDAR = WorkingCalendar()
LIMITS = limits_in_force(HANDBOOK, now=NOW, companies=("state_grid", "jiangzhou"))


def judged(words: str, *, kind: str = "other", **more: object) -> AuthorityJudgement:
    return judge_promise(
        kind=kind, words=words, now=NOW, calendar=CALENDAR, table=TABLE, limits=LIMITS, **more  # type: ignore[arg-type]
    )  # fmt: skip


class TestWords:
    """What is said flat about things that others decide."""

    @pytest.mark.parametrize(
        ("words", "matter"),
        [
            ("这笔滞纳金我直接给您取消掉了", "fee_waiver"),
            ("电费您这个月不用交了", "fee_waiver"),
            ("您放心，电视烧了我们照价赔", "compensation"),
            ("损失都由我们承担，一分不少赔给您", "compensation"),
            ("我保证开除他", "discipline"),
            ("我一定让他当面给您道歉", "discipline"),
            ("十点之前肯定来电", "time"),
            ("今晚一定给您修好", "time"),
            ("后天办好没问题，我打包票", "time"),
            ("我们的表绝对准，不用验", "check_result"),
            ("查出来肯定是您家里的问题", "check_result"),
            ("多收的钱马上给您退", "bill_reversal"),
            ("批下来肯定没问题", "approval"),
            ("以后绝对不会再停电了", "no_recurrence"),
        ],
    )
    def test_flat_promise_is_beyond_or_needs_a_hedge(self, words: str, matter: str) -> None:
        over = TABLE.overreach(words)
        assert over is not None
        assert over.rule.matter == matter
        judgement = judged(words)
        assert judgement.authority in {"beyond", "needs_hedge"}
        assert judgement.better
        assert judgement.alternative

    @pytest.mark.parametrize(
        "words",
        [
            "滞纳金能不能免我帮您申请，批不批我说了不算",
            "赔多少要等现场核实以后按规定来",
            "我不敢保证今晚一定修好",
            "修好大概要两个小时",
            "他的做法我们会调查核实，按制度处理",
            "如果表确实走快了，多收的会按规定退给您",
            "停电肯定给您添了不少麻烦",
            "我保证把您的话原样带到",
            "您先别急，我帮您问问今晚能不能来电？",
            "客户经理上门看现场不收钱",
            "符合低保条件的，免费电量直接减在账单里",
        ],
    )
    def test_hedged_or_innocent_words_are_standard(self, words: str) -> None:
        assert TABLE.overreach(words) is None
        assert judged(words).authority == "standard"

    def test_tag_question_does_not_hide_a_promise(self) -> None:
        assert TABLE.overreach("明早八点保证有电，行了吧？") is not None

    @pytest.mark.parametrize(
        ("words", "matter"),
        [
            ("那我冰箱里的东西坏了你们赔不赔", "compensation"),
            ("违约金给我免了吧", "fee_waiver"),
            ("到底几点能来电啊", "time"),
            ("必须让他给我赔礼道歉", "discipline"),
            ("多收我的钱你们退不退", "bill_reversal"),
        ],
    )
    def test_request_beyond_authority_is_heard(self, words: str, matter: str) -> None:
        asked = TABLE.asked(words)
        assert asked is not None
        assert asked.rule.matter == matter

    @pytest.mark.parametrize("words", ["我想问下怎么交电费", "补偿柜的灯不亮了", "抬头开错了被财政退回来了"])
    def test_plain_request_is_no_such_thing(self, words: str) -> None:
        assert TABLE.asked(words) is None


class TestTime:
    """A time may be flat if it is no sooner than the standard or the estimate."""

    def test_standard_arrival_may_be_flat(self) -> None:
        judgement = judged("师傅45分钟内到", kind="arrive", minutes=45, matter="outage")
        assert judgement.authority == "standard"
        assert judgement.rule == "sg.repair.arrive.city"

    def test_arrival_sooner_than_the_standard_needs_a_hedge(self) -> None:
        judgement = judged("师傅10分钟就到", kind="arrive", minutes=10, matter="outage")
        assert judgement.authority == "needs_hedge"
        assert "45分钟" in judgement.because

    def test_rural_arrival_has_its_own_standard(self) -> None:
        assert judged("一小时到", kind="arrive", minutes=60, area="rural").authority == "needs_hedge"
        assert judged("一个半小时到", kind="arrive", minutes=90, area="rural").authority == "standard"

    def test_restoration_before_the_estimate_needs_a_hedge(self) -> None:
        estimate = Estimate(at=NOW + timedelta(hours=3))
        early = judged("一小时送上电", kind="restore", minutes=60, matter="outage", estimate=estimate)
        late = judged("三个半小时送上电", kind="restore", minutes=210, matter="outage", estimate=estimate)
        assert (early.authority, late.authority) == ("needs_hedge", "standard")

    def test_the_estimate_says_what_it_rests_on_and_offers_its_own_words(self) -> None:
        told = "预计23点前恢复供电，有变化我马上告诉您。"
        estimate = Estimate(at=NOW + timedelta(hours=3), because="同类停电八成恢复的时间", say=told)
        judgement = judged("一小时送上电", kind="restore", minutes=60, matter="outage", estimate=estimate)
        assert judgement.because == "早于同类停电八成恢复的时间（11月23日23:00），多半做不到"
        assert judgement.better == told

    def test_a_bare_hour_is_the_next_one_from_now(self) -> None:
        estimate = Estimate(at=NOW + timedelta(hours=3))
        said = {"kind": "restore", "until": "09:00", "matter": "outage", "estimate": estimate}
        assert judged("九点送上电", **said).authority == "standard"  # type: ignore[arg-type]
        assert judged("九点送上电", either_half=True, **said).authority == "needs_hedge"  # type: ignore[arg-type]

    def test_restoration_without_any_ground_needs_a_hedge(self) -> None:
        assert judged("九点来电", kind="restore", until="21:00", matter="outage").authority == "needs_hedge"

    def test_hedged_restoration_is_standard(self) -> None:
        assert judged("预计九点来电", kind="restore", until="21:00", hedged=True).authority == "standard"

    def test_reconnection_after_payment_keeps_its_standard(self) -> None:
        judgement = judged("交清以后二十四小时内复电", kind="restore", minutes=1440, matter="arrears")
        assert judgement.authority == "standard"

    def test_own_call_back_is_in_the_agents_hands(self) -> None:
        assert judged("一小时内我给您回电话", kind="callback", minutes=60).authority == "standard"


def test_every_rule_has_ready_words() -> None:
    for rule in HANDBOOK.of(AuthorityRule):
        assert all(TABLE.overreach(line) is None for line in (*rule.better, *rule.alternatives)), rule.id


@pytest.mark.parametrize("limit", HANDBOOK.of(StandardLimit), ids=lambda limit: limit.id)
def test_standard_limit_reckons_its_example(limit: StandardLimit) -> None:
    for example in limit.examples:
        since = datetime.fromisoformat(example.since)
        due = resolve_limit(minutes=limit.minutes, until=limit.until or None, now=since, calendar=CALENDAR)
        assert due == datetime.fromisoformat(example.due)


@pytest.mark.shared
def test_labelled_lines_are_told_apart(shared_data: Path) -> None:
    lines = (shared_data / "samples" / "agent-lines.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        overreach = TABLE.overreach(row["text"]) is not None
        assert overreach == ("authority.no_overpromise" in row["violations"]), row["text"]
