"""One door to training: learn from a handbook, write the heads, and report what was learnt and what generalises."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from warmwatt.handbook import Handbook
from warmwatt.understanding._agent import CLAIMED_ACT, CLAIMED_PROMISE
from warmwatt.understanding._chooser import CHOSEN, NumberKey
from warmwatt.understanding._context import AGENT_LABELS, LEARNT_ACTS, MANNERS
from warmwatt.understanding._fact_heads import FactHeads
from warmwatt.understanding._fact_lessons import FactLesson, fact_lessons, trained_facts
from warmwatt.understanding._features import TOPICS
from warmwatt.understanding._fit_tagger import TaggedText
from warmwatt.understanding._heads import AGENT, CUSTOMER, FACTS, save_heads, shipped_fact_heads, shipped_heads
from warmwatt.understanding._lessons import AgentLesson, CustomerLesson, agent_lessons, customer_lessons
from warmwatt.understanding._linear import LinearHead, chances
from warmwatt.understanding._states import heard_state
from warmwatt.understanding._tagger import SPANNED, spans_of
from warmwatt.understanding._topics import claimed_topics
from warmwatt.understanding._train import Figures, Head, Kind, held_out, trained_agent, trained_customer

CLAIMED_MANNER = 0.5


def train_heads(*, handbook: Handbook, out: Path, with_held_out: bool = True) -> dict[str, Any]:
    """This function will train the heads, write them to `out` and return the report, split by writer style."""
    customer, agent = customer_lessons(handbook), agent_lessons(handbook)
    heads = {CUSTOMER: trained_customer(customer)} if customer else {}
    if agent:
        heads[AGENT] = trained_agent(agent)
    facts = fact_lessons(handbook)
    save_heads(heads, out, facts=trained_facts(facts) if facts else None)
    shipped_heads.cache_clear()
    shipped_fact_heads.cache_clear()
    shipped = shipped_heads(out)
    report: dict[str, Any] = {}
    if customer:
        report[CUSTOMER] = _report(customer, shipped[CUSTOMER], trained_customer, customer_figures, with_held_out)
    if agent:
        report[AGENT] = _report(agent, shipped[AGENT], trained_agent, agent_figures, with_held_out)
    if learnt := shipped_fact_heads(out):
        report[FACTS] = _report(facts, learnt, trained_facts, fact_figures, with_held_out)
    return report


def _report(
    lessons: Sequence[Kind],
    head: Head,
    fit: Callable[[Sequence[Kind]], Head],
    measure: Callable[[Head, Sequence[Kind]], Figures],
    with_held_out: bool,
) -> dict[str, Any]:
    report: dict[str, Any] = {"lessons": len(lessons), "train": measure(head, lessons)}
    if with_held_out:
        styles = held_out(lessons, fit=fit, measure=measure)
        report["held_out"] = {"all": _mean(styles), **styles} if styles else {}
    return report


def customer_figures(head: LinearHead, lessons: Sequence[CustomerLesson]) -> Figures:
    """This function will measure topics (top-1 and micro-F1, where there are any) and states on lessons."""
    read = [_read(head, lesson) for lesson in lessons]
    # An answer within a conversation has no topic of its own, and read alone it must be given one.
    topics = [(set(said), set(lesson.topics), said[:1]) for (said, _), lesson in zip(read, lessons, strict=True)]
    spoken = [(said, wanted, first) for said, wanted, first in topics if wanted]
    states = [(state, lesson.state) for (_, state), lesson in zip(read, lessons, strict=True)]
    return {
        "lessons": len(lessons),
        "topic_top1": _share(bool(first) and first[0] in wanted for _said, wanted, first in spoken),
        "topic_micro_f1": _micro((said, wanted) for said, wanted, _first in spoken),
        "state_accuracy": _share(said == wanted for said, wanted in states),
        "state_macro_f1": _macro(states),
    }


def agent_figures(head: LinearHead, lessons: Sequence[AgentLesson]) -> Figures:
    """This function will measure acts, promises and manners (micro-F1 of each) on lessons."""
    read = [_claimed(head, lesson) for lesson in lessons]
    wanted = [lesson.example.labels for lesson in lessons]

    def f1(labels: Iterable[str]) -> float:
        scored = set(labels)
        return _micro((said & scored, gold & scored) for said, gold in zip(read, wanted, strict=True))

    promises = (label for label in AGENT_LABELS if label.startswith("promise."))
    return {
        "lessons": len(lessons),
        "act_f1": f1(LEARNT_ACTS),
        "promise_f1": f1(promises),
        "manner_f1": f1(MANNERS),
    }


def fact_figures(heads: FactHeads, lessons: Sequence[FactLesson]) -> Figures:
    """This function will measure (micro-F1 of each) the spans tagged and the numbers chosen on lessons."""
    spans = [(set(heads.tagger.spans(each.letters)), set(spans_of(each.tags))) for each in _tagged(lessons)]
    chosen = [(set(heads.chooser.choice(each.numbered.numbers).items()), each.numbered) for each in lessons]

    def spans_f1(key: str) -> float:
        return _micro(
            ({span for span in said if span.key == key}, {span for span in gold if span.key == key})
            for said, gold in spans
        )

    def numbers_f1(key: NumberKey) -> float:
        # Of several numbers that are the value itself any is right.
        pairs = [
            ({at for name, at in said if name == key}, numbered.right.get(key, frozenset()))
            for said, numbered in chosen
        ]
        return _micro((said, said & gold or set(sorted(gold)[:1])) for said, gold in pairs)

    return {
        "lessons": len(lessons),
        **{f"{key}_f1": spans_f1(key) for key in SPANNED},
        **{f"{key}_f1": numbers_f1(key) for key in CHOSEN},
    }


def _tagged(lessons: Sequence[FactLesson]) -> Iterable[TaggedText]:
    return (lesson.tagged for lesson in lessons if lesson.tagged is not None)


def _read(head: LinearHead, lesson: CustomerLesson) -> tuple[list[str], str]:
    logits = head.logits(lesson.example.text, lesson.example.extra)
    alone = lesson.situation.turns == 0
    known = tuple(topic.label for topic in lesson.situation.topics)
    topics = claimed_topics(chances(logits[: len(TOPICS)]), lesson.heard, alone=alone, known=known)
    return [topic.label for topic in topics], heard_state(logits[len(TOPICS) :], lesson.heard, lesson.situation).label


def _claimed(head: LinearHead, lesson: AgentLesson) -> set[str]:
    likely = chances(head.logits(lesson.example.text, lesson.example.extra))
    return {label for label, chance in zip(AGENT_LABELS, likely, strict=True) if chance >= _least(label)}


def _least(label: str) -> float:
    if label in MANNERS:
        return CLAIMED_MANNER
    return CLAIMED_PROMISE if label.startswith("promise.") else CLAIMED_ACT


def _mean(styles: Mapping[str, Mapping[str, Any]]) -> Figures:
    total = sum(one["lessons"] for one in styles.values())
    names = [name for name in next(iter(styles.values())) if name != "lessons"]
    means = {name: round(sum(one[name] * one["lessons"] for one in styles.values()) / total, 4) for name in names}
    return {"lessons": total, **means}


def _share(claims: Iterable[bool]) -> float:
    held = list(claims)
    return round(sum(held) / len(held), 4) if held else 1.0


def _micro(pairs: Iterable[tuple[AbstractSet[object], AbstractSet[object]]]) -> float:
    right = total = 0
    for said, wanted in pairs:
        right, total = right + len(said & wanted), total + len(said) + len(wanted)
    return round(2 * right / total, 4) if total else 1.0


def _macro(pairs: Sequence[tuple[str, str]]) -> float:
    scores = []
    for label in sorted({label for pair in pairs for label in pair}):
        both = sum(said == wanted == label for said, wanted in pairs)
        scores.append(2 * both / sum((said == label) + (wanted == label) for said, wanted in pairs))
    return round(sum(scores) / len(scores), 4)
