"""What was said beside what was wanted: the misses that content people read."""

from warmwatt.commands._errors_page import errors_page
from warmwatt.conversations import Turn
from warmwatt.evaluation import Comparison, compare_agent_lines, compare_utterances, confusions
from warmwatt.understanding import Reading, Situation, SpokenPromise, State, Topic


class ReaderOfOneAnswer:
    layers = ("patterns",)

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def read(self, turn: Turn, situation: Situation) -> Reading:
        return self.reading


def topics(*, said: tuple[str, ...], wanted: tuple[str, ...]) -> Comparison:
    return Comparison(measure="topic", row="1", text="<b>停电</b>", said=said, wanted=wanted)


class TestAComparison:
    def test_order_of_labels_makes_no_miss(self) -> None:
        assert topics(said=("a", "b"), wanted=("b", "a")).right

    def test_missed_and_invented_labels_are_told_apart(self) -> None:
        one = topics(said=("invoice", "payment"), wanted=("invoice", "complaint"))
        assert (one.missed, one.invented) == (("complaint",), ("payment",))


class TestTheConfusionTable:
    def test_right_ones_stand_on_the_diagonal_and_a_lone_miss_stands_with_nothing(self) -> None:
        counted = confusions([topics(said=("a",), wanted=("a", "b")), topics(said=("c",), wanted=("b",))])
        assert counted == {("a", "a"): 1, ("b", "—"): 1, ("b", "c"): 1}

    def test_nothing_wanted_and_nothing_said_is_not_counted(self) -> None:
        assert confusions([topics(said=(), wanted=())]) == {}


class TestComparedRows:
    def test_an_utterance_is_compared_by_topic_state_and_facts(self) -> None:
        reading = Reading(
            topics=(Topic(label="invoice", confidence=0.9, words="发票"),),
            state=State(label="angry", confidence=0.9, words="气死"),
        )
        row = {"id": "u", "text": "发票", "topics": ["payment"], "state": "angry", "facts": {"amount_yuan": 12.0}}
        found = {each.measure: each for each in compare_utterances([row], reader=ReaderOfOneAnswer(reading))}
        assert found["topic"].invented == ("invoice",)
        assert "发票" in found["topic"].because
        assert found["state"].right
        assert found["facts"].missed == ("amount_yuan=12.0",)

    def test_a_promise_with_another_limit_is_a_miss(self) -> None:
        reading = Reading(promises=(SpokenPromise(kind="callback", minutes=60, words="一小时内回电"),))
        row = {"text": "一小时内回电", "promises": [{"kind": "callback", "minutes": 30}], "violations": [], "acts": []}
        compared = compare_agent_lines([row], reader=ReaderOfOneAnswer(reading), violations=lambda text: set())
        promise = next(each for each in compared if each.measure == "promise")
        assert (promise.missed, promise.invented) == (("callback ≤ 30 min",), ("callback ≤ 60 min",))


class TestThePage:
    def test_page_counts_the_misses_and_escapes_what_people_said(self) -> None:
        page = errors_page([topics(said=("a",), wanted=("b",))], title="错误", measured={"topic_top1": 0.0})
        assert "1条中错1条" in page
        assert "&lt;b&gt;停电" in page
        assert "<b>停电" not in page
