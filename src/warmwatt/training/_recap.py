"""The daily recap of one agent: the best moment, the hardest conversation, one skill to work on, promises due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from warmwatt.cases import Promise
from warmwatt.conversations import Conversation
from warmwatt.quantities import CHINA
from warmwatt.skills import Verdict
from warmwatt.understanding import CustomerState, HeardState

# How a state weighs, from the worst to the best; a rise is what the agent made better.
MOODS: Mapping[CustomerState, int] = {
    "angry": -3,
    "anxious": -2,
    "dissatisfied": -2,
    "confused": -1,
    "calm": 0,
    "grateful": 2,
}
EXAMPLES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A closed conversation with its verdicts and the customer's states."""

    conversation: Conversation
    verdicts: tuple[Verdict, ...] = ()
    states: tuple[HeardState, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One turn of one conversation, in its own words."""

    conversation: str
    turn: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BestMoment:
    """The agent's turn after which the customer's state rose most."""

    said: Quote
    before: CustomerState
    after: CustomerState


@dataclass(frozen=True, slots=True, kw_only=True)
class HardestConversation:
    """The conversation that weighed most, its heaviest words, and what would have helped."""

    conversation: str
    worst: Quote
    would_have_helped: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillToWorkOn:
    """The criterion missed most often, with own examples."""

    criterion: str
    missed: int
    raised: int
    examples: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """One agent's day. A part is None where the day gave no ground for it."""

    conversations: int
    best: BestMoment | None
    hardest: HardestConversation | None
    skill: SkillToWorkOn | None
    due_tomorrow: tuple[Promise, ...]
    overdue: tuple[Promise, ...]


def recap_day(*, reviewed: Sequence[Reviewed], promises: Sequence[Promise], now: datetime) -> Recap:
    """This function will recap one agent's day from their reviewed conversations and promises, as of `now`."""
    tomorrow = now.astimezone(CHINA).date() + timedelta(days=1)
    still_open = sorted(
        (promise for promise in promises if promise.state == "open" and promise.due), key=lambda one: one.due or now
    )
    return Recap(
        conversations=len(reviewed),
        best=_best(reviewed),
        hardest=_hardest(reviewed),
        skill=_skill(reviewed),
        due_tomorrow=tuple(promise for promise in still_open if _due_on(promise) == tomorrow),
        overdue=tuple(promise for promise in still_open if promise.due and promise.due < now),
    )


def _due_on(promise: Promise) -> date | None:
    return promise.due.astimezone(CHINA).date() if promise.due else None


def _best(reviewed: Sequence[Reviewed]) -> BestMoment | None:
    rises = [
        (MOODS[after.label] - MOODS[before.label], one, before, after)
        for one in reviewed
        for before, after in zip(one.states, one.states[1:], strict=False)
    ]
    found = max(rises, key=lambda rise: rise[0], default=None)
    if found is None or found[0] <= 0:
        return None
    _, one, before, after = found
    said = _last_agent_turn(one.conversation, before.turn, after.turn)
    return BestMoment(said=said, before=before.label, after=after.label) if said else None


def _last_agent_turn(conversation: Conversation, after: int, before: int) -> Quote | None:
    for index in range(before - 1, after, -1):
        if conversation.turns[index].who == "agent":
            return _quote(conversation, index)
    return None


def _hardest(reviewed: Sequence[Reviewed]) -> HardestConversation | None:
    weighed = [(sum(min(0, MOODS[state.label]) for state in one.states), one) for one in reviewed]
    weight, one = min(weighed, key=lambda pair: pair[0], default=(0, None))
    if one is None or weight == 0:
        return None
    worst = min(one.states, key=lambda state: MOODS[state.label])
    return HardestConversation(
        conversation=one.conversation.id,
        worst=_quote(one.conversation, worst.turn),
        would_have_helped=tuple(verdict for verdict in one.verdicts if verdict.outcome == "fail"),
    )


def _skill(reviewed: Sequence[Reviewed]) -> SkillToWorkOn | None:
    raised: dict[str, int] = {}
    missed: dict[str, list[tuple[Reviewed, Verdict]]] = {}
    for one in reviewed:
        for verdict in one.verdicts:
            raised[verdict.criterion] = raised.get(verdict.criterion, 0) + (verdict.outcome != "na")
            if verdict.outcome == "fail":
                missed.setdefault(verdict.criterion, []).append((one, verdict))
    if not missed:
        return None
    criterion = max(missed, key=lambda name: (len(missed[name]), len(missed[name]) / raised[name], name))
    examples = tuple(_quote(one.conversation, verdict.turns[0]) for one, verdict in missed[criterion] if verdict.turns)
    return SkillToWorkOn(
        criterion=criterion, missed=len(missed[criterion]), raised=raised[criterion], examples=examples[:EXAMPLES]
    )


def _quote(conversation: Conversation, turn: int) -> Quote:
    return Quote(conversation=conversation.id, turn=turn, words=conversation.turns[turn].text)


def tell_recap(*, recap: Recap, titles: Mapping[str, str]) -> tuple[str, ...]:
    """This function will tell the recap in sentences to the agent; `titles` names criteria in words."""
    told = [f"今天您接待了{recap.conversations}位客户。"] if recap.conversations else ["今天没有已复盘的对话。"]
    if recap.best:
        told.append(f"最好的一刻：您说“{recap.best.said.words}”之后，客户的情绪好转了。")
    if recap.hardest:
        told.append(f"最难的一通：客户说“{recap.hardest.worst.words}”。{_what_helps(recap.hardest, titles)}")
    if recap.skill:
        title = titles.get(recap.skill.criterion, recap.skill.criterion)
        told.append(f"明天练一项：{title}，今天该做{recap.skill.raised}次，漏了{recap.skill.missed}次。")
    if recap.overdue:
        told.append(f"有{len(recap.overdue)}项承诺已经过时，请先处理。")
    if recap.due_tomorrow:
        told.append(f"明天有{len(recap.due_tomorrow)}项承诺到期。")
    return tuple(told)


def _what_helps(hardest: HardestConversation, titles: Mapping[str, str]) -> str:
    names = "、".join(titles.get(verdict.criterion, verdict.criterion) for verdict in hardest.would_have_helped)
    return f"如果做到{names}，会好一些。" if names else "您已经做到了该做的，辛苦了。"
