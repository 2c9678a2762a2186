"""The daily recap: true to the day's own turns, and silent where the day gave no ground."""

from datetime import datetime, timedelta

from warmwatt.cases import Promise
from warmwatt.conversations import Conversation, Turn
from warmwatt.quantities import CHINA
from warmwatt.skills import Verdict
from warmwatt.training import Reviewed, recap_day, tell_recap
from warmwatt.understanding import HeardState

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=CHINA)


def conversation(name, *texts):
    """A conversation in which the agent and the customer alternate, the agent first."""
    turns = tuple(Turn(who="customer" if at % 2 else "agent", text=text) for at, text in enumerate(texts))
    return Conversation(id=name, channel="phone", start=NOW, turns=turns)


CALMED = Reviewed(
    conversation=conversation(
        "停电", "您好", "又停电了你们管不管", "真对不起，我来负责", "行，谢谢你", "不客气", "再见"
    ),
    states=(HeardState(turn=1, label="angry"), HeardState(turn=3, label="grateful"), HeardState(turn=5, label="calm")),
    verdicts=(
        Verdict(criterion="emotion.comfort_first", outcome="pass", turns=(2,)),
        Verdict(criterion="listening.readback", outcome="fail", turns=(2,), because="没有复述地址"),
    ),
)
HARD = Reviewed(
    conversation=conversation("电费", "您好", "电费怎么这么多", "规定就这样", "我要投诉", "随便您", "气死我了"),
    states=(
        HeardState(turn=1, label="dissatisfied"),
        HeardState(turn=3, label="angry"),
        HeardState(turn=5, label="angry"),
    ),
    verdicts=(
        Verdict(criterion="emotion.comfort_first", outcome="fail", turns=(4,)),
        Verdict(criterion="listening.readback", outcome="fail", turns=(2,)),
        Verdict(criterion="bill.breakdown", outcome="na"),
    ),
)


def promise(hours, state="open"):
    """A promise due some hours from now."""
    return Promise(
        kind="callback", due=NOW + timedelta(hours=hours), owner="2047", authority="standard", said_in=("停电", 2),
        state=state,
    )  # fmt: skip


def recap(*reviewed, promises=()):
    """The day's recap."""
    return recap_day(reviewed=reviewed, promises=promises, now=NOW)


def test_the_best_moment_is_the_words_that_turned_anger_to_thanks():
    best = recap(HARD, CALMED).best
    assert (best.said.words, best.before, best.after) == ("真对不起，我来负责", "angry", "grateful")


def test_the_hardest_conversation_tells_what_would_have_helped():
    hardest = recap(HARD, CALMED).hardest
    assert hardest.conversation == "电费"
    assert hardest.worst.words == "我要投诉"
    assert {verdict.criterion for verdict in hardest.would_have_helped} == {
        "emotion.comfort_first",
        "listening.readback",
    }


def test_the_skill_missed_most_comes_with_own_examples():
    skill = recap(HARD, CALMED).skill
    assert (skill.criterion, skill.missed, skill.raised) == ("listening.readback", 2, 2)
    assert [quote.words for quote in skill.examples] == ["规定就这样", "真对不起，我来负责"]


def test_promises_due_tomorrow_and_overdue_are_told_apart():
    found = recap(promises=(promise(20), promise(-2), promise(2), promise(60), promise(21, state="kept")))
    assert [one.due for one in found.due_tomorrow] == [NOW + timedelta(hours=20)]
    assert [one.due for one in found.overdue] == [NOW - timedelta(hours=2)]


def test_a_quiet_day_invents_nothing():
    found = recap()
    assert (found.conversations, found.best, found.hardest, found.skill) == (0, None, None, None)


TITLES = {"listening.readback": "复述确认", "emotion.comfort_first": "先安抚后处理"}


def test_the_recap_is_told_in_words():
    told = tell_recap(recap=recap(HARD, CALMED, promises=(promise(20), promise(-2))), titles=TITLES)
    assert told == (
        "今天您接待了2位客户。",
        "最好的一刻：您说“真对不起，我来负责”之后，客户的情绪好转了。",
        "最难的一通：客户说“我要投诉”。如果做到先安抚后处理、复述确认，会好一些。",
        "明天练一项：复述确认，今天该做2次，漏了2次。",
        "有1项承诺已经过时，请先处理。",
        "明天有1项承诺到期。",
    )


def test_a_hard_call_without_a_miss_is_met_with_thanks():
    blameless = Reviewed(conversation=HARD.conversation, states=HARD.states)
    assert "辛苦了" in "".join(tell_recap(recap=recap(blameless), titles=TITLES))


def test_a_quiet_day_is_told_as_one():
    assert tell_recap(recap=recap(), titles=TITLES) == ("今天没有已复盘的对话。",)
