"""The five steps of 停电报修, filled from what is said and never asked twice."""

import pytest

from warmwatt.conversations import Known, Turn
from warmwatt.handbook import Business, Flow, Handbook, shipped_handbook
from warmwatt.procedures import FlowBook, Progress, check_flow, draw_mermaid, draw_svg
from warmwatt.understanding import Act, Fact, Reading, Situation, SpokenPromise, Topic


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    """The demo utility's handbook."""
    return shipped_handbook("jiangzhou")


class Talk:
    """A conversation under way: readings are given, so that the flow alone is tested."""

    def __init__(self, handbook: Handbook, known: Known | None = None) -> None:
        self.book = FlowBook(handbook=handbook)
        self.known = known or Known()
        self.situation = Situation()
        self.flows: tuple[Progress, ...] = ()

    def customer(self, text: str, *, topics: tuple[str, ...] = (), **facts: str) -> Progress:
        """The customer says something, with these topics and facts read from it."""
        reading = Reading(
            topics=tuple(Topic(label=label, confidence=0.9) for label in topics),
            facts=tuple(Fact(key=key, value=value, said=value) for key, value in facts.items()),  # type: ignore[arg-type]
        )
        return self._hear(Turn(who="customer", text=text), reading)

    def agent(self, text: str, *acts: str, promise: str = "") -> Progress:
        """The agent says something that does these acts."""
        promises = (SpokenPromise(kind=promise),) if promise else ()  # type: ignore[arg-type]
        reading = Reading(acts=tuple(Act(kind=act) for act in acts), promises=promises)
        return self._hear(Turn(who="agent", text=text), reading)

    def _hear(self, turn: Turn, reading: Reading) -> Progress:
        after = self.situation.after(turn, reading)
        self.flows = self.book.advance(
            self.flows, turn=turn, reading=reading, before=self.situation, after=after, known=self.known
        )
        self.situation = after
        return self.flows[0]


@pytest.fixture
def talk(handbook: Handbook) -> Talk:
    """A caller of whom nothing is known."""
    return Talk(handbook)


class TestOutageRepair:
    """From the first word to the repair order."""

    def test_asks_for_the_address_first(self, talk: Talk) -> None:
        progress = talk.customer("我家停电了", topics=("outage.report",))
        assert progress.flow == "outage_repair"
        assert progress.missing == ("address", "contact")
        assert progress.next is not None
        assert "哪" in progress.next.ask or "地址" in progress.next.ask

    def test_what_was_said_unasked_is_not_asked_again(self, talk: Talk) -> None:
        progress = talk.customer(
            "翠园3号楼没电，隔壁也没电，电话13800001234",
            topics=("outage.report",),
            address="翠园3号楼",
            contact="13800001234",
        )
        assert {done.step for done in progress.done} == {"verify", "diagnose"}
        assert progress.next is not None
        assert progress.next.step == "estimate"

    def test_records_spare_the_questions(self, handbook: Handbook) -> None:
        talk = Talk(handbook, Known(address="翠园3号楼", contact="13800001234"))
        progress = talk.customer("我家停电了", topics=("outage.report",))
        assert progress.is_done("verify")

    def test_a_bare_answer_is_understood_from_the_question(self, handbook: Handbook) -> None:
        talk = Talk(handbook, Known(address="翠园3号楼", contact="13800001234"))
        talk.customer("我家停电了", topics=("outage.report",))
        talk.agent("您看一下邻居家有电吗？", "question")
        progress = talk.customer("有，亮着")
        assert progress.slot("neighbours") == "lit"
        assert progress.next is not None
        assert progress.next.step == "inside"

    def test_dark_stairs_are_not_lit_by_what_is_said_of_others(self, handbook: Handbook) -> None:
        talk = Talk(handbook, Known(address="翠园3号楼", contact="13800001234"))
        progress = talk.customer("我家黑着，楼道灯也不亮，对面楼有电", topics=("outage.report",))
        assert progress.slot("neighbours") == "dark"

    def test_neighbours_dark_leads_to_a_repair_order(self, handbook: Handbook) -> None:
        talk = Talk(handbook, Known(address="翠园3号楼", contact="13800001234"))
        talk.customer("整个小区都没电了", topics=("outage.report",))
        assert talk.flows[0].opens == "repair"
        talk.agent("45分钟内到", "estimate", promise="arrive")
        talk.agent("工单号是12345", "order_number")
        progress = talk.agent("修好给您回电话", "followup_promise", promise="callback")
        assert progress.outcome == "repair_order"
        assert progress.next is None

    def test_a_tripped_breaker_with_neighbours_lit_is_guided_indoors(self, handbook: Handbook) -> None:
        talk = Talk(handbook, Known(address="翠园3号楼", contact="13800001234"))
        talk.customer("就我家停电，邻居都有电", topics=("outage.report",))
        progress = talk.customer("看了，空开跳了")
        assert progress.next is not None
        assert progress.next.step == "guide_indoor"
        assert progress.opens == ""

    def test_a_known_outage_is_told_and_not_dispatched_again(self, handbook: Handbook) -> None:
        known = Known(address="翠园3号楼", contact="13800001234", known_outage="计划检修，18点恢复")
        progress = Talk(handbook, known).customer("停电了", topics=("outage.report",))
        assert progress.next is not None
        assert progress.next.step == "estimate_known"
        assert progress.opens == ""

    def test_who_cannot_tell_is_dispatched_all_the_same(self, handbook: Handbook) -> None:
        talk = Talk(handbook, Known(address="翠园3号楼", contact="13800001234"))
        talk.customer("我家停电了", topics=("outage.report",))
        talk.agent("请问邻居家有电吗？", "question")
        talk.customer("不知道，看不见")
        assert talk.flows[0].opens == "repair"

    def test_arrears_are_told_where_only_this_home_is_dark(self, handbook: Handbook) -> None:
        known = Known(address="翠园3号楼", contact="13800001234", arrears_yuan=286.4)
        progress = Talk(handbook, known).customer("就我一家停电", topics=("outage.report",))
        assert progress.next is not None
        assert progress.next.step == "tell_arrears"


class TestUrgency:
    """Which matter is in hand."""

    def test_danger_comes_before_everything(self, talk: Talk) -> None:
        talk.customer("电费怎么这么多", topics=("bill.dispute",))
        progress = talk.customer("哎呀，楼下电线掉地上冒火了", topics=("hazard.report",))
        assert progress.flow == "hazard"
        assert [each.flow for each in talk.flows] == ["hazard", "bill_dispute"]


def _flows() -> list[Flow]:
    return list(shipped_handbook("jiangzhou").of(Flow))


class TestEveryFlow:
    """What holds of all flows of the handbook."""

    @pytest.mark.parametrize("flow", _flows(), ids=lambda flow: flow.id)
    def test_has_no_dead_end_and_no_unreachable_step(self, flow: Flow) -> None:
        assert check_flow(flow) == ()

    @pytest.mark.parametrize("flow", _flows(), ids=lambda flow: flow.id)
    def test_can_be_drawn(self, flow: Flow) -> None:
        assert all(step.title in draw_mermaid(flow) and step.title in draw_svg(flow) for step in flow.steps)

    def test_every_topic_calls_for_a_flow(self, handbook: Handbook) -> None:
        called = {topic for flow in handbook.of(Flow) for topic in flow.topics}
        assert len(called) == 24

    def test_a_dead_end_is_found(self, handbook: Handbook) -> None:
        flow = handbook.one(Flow, "outage_repair")
        cut = tuple(step.model_copy(update={"next": ()}) if step.id == "verify" else step for step in flow.steps)
        problems = check_flow(flow.model_copy(update={"steps": cut}))
        assert any("verify: is a dead end" in problem for problem in problems)
        assert any("is never reached" in problem for problem in problems)


class TestBusiness:
    """One template of 业务办理, data for each business."""

    @pytest.mark.parametrize("business", shipped_handbook("jiangzhou").of(Business), ids=lambda business: business.id)
    def test_the_whole_list_is_told_at_once(self, handbook: Handbook, business: Business) -> None:
        talk = Talk(handbook, Known(account="3101024477"))
        progress = talk.customer("我想办这个", topics=(business.topic,))
        assert progress.next is not None
        assert progress.next.step == "materials"
        assert all(item in progress.next.ask for case in business.cases for item in case.bring)

    def test_the_channel_and_the_limit_follow(self, handbook: Handbook) -> None:
        talk = Talk(handbook, Known(account="3101024477"))
        talk.customer("我想过户", topics=("business.transfer",))
        progress = talk.agent("带身份证、房产证", "materials")
        assert progress.next is not None
        assert "网上国网" in progress.next.ask
        assert "1个工作日" in progress.next.ask
