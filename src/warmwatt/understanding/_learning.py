"""One door to training: learn from a handbook, write the heads, and report what was learnt and what generalises."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from warmwatt.handbook import Handbook
from warmwatt.understanding._customer import in_doubt, joined, light_logits
from warmwatt.understanding._features import TOPICS
from warmwatt.understanding._heads import Heads, shipped_heads, topic_chances
from warmwatt.understanding._hear import Ear
from warmwatt.understanding._situation import Situation
from warmwatt.understanding._states import heard_state
from warmwatt.understanding._topics import claimed_topics
from warmwatt.understanding._train import Lesson, held_out, lessons_of, save_heads, trained

Figures = Mapping[str, float | int]


def train_heads(*, handbook: Handbook, out: Path, with_held_out: bool = True) -> dict[str, Any]:
    """This function will train the heads, write them to `out` and return the report, split by writer style."""
    lessons = lessons_of(handbook, ear=Ear(handbook=handbook))
    save_heads(trained(lessons), out)
    shipped_heads.cache_clear()
    report: dict[str, Any] = {"utterances": len(lessons), "train": _by_style(shipped_heads(out), lessons)}
    if with_held_out:
        styles = held_out(lessons, measure=figures)
        report["held_out"] = {"all": _mean(styles), **styles}
    return report


def figures(heads: Heads, lessons: Sequence[Lesson]) -> Figures:
    """This function will measure heads on lessons: topic top-1 and micro-F1, state accuracy and macro-F1."""
    read = [_read(heads, lesson) for lesson in lessons]
    states = [state for _, state in read]
    # An answer within a conversation has no topic of its own, and read alone it must be given one.
    topics = [said for (said, _), lesson in zip(read, lessons, strict=True) if lesson.topics]
    gold = [set(lesson.topics) for lesson in lessons if lesson.topics]
    right = sum(len(set(said) & wanted) for said, wanted in zip(topics, gold, strict=True))
    claimed = sum(map(len, topics)) + sum(map(len, gold))
    wanted_states = [lesson.state for lesson in lessons]
    return {
        "utterances": len(lessons),
        "topic_top1": _share(said[0] in wanted for said, wanted in zip(topics, gold, strict=True)),
        "topic_micro_f1": round(2 * right / claimed, 4) if claimed else 1.0,
        "state_accuracy": _share(said == wanted for said, wanted in zip(states, wanted_states, strict=True)),
        "state_macro_f1": _macro(states, wanted_states),
        "in_doubt": _share(in_doubt(light_logits(heads, lesson.heard)) for lesson in lessons),
    }


def _read(heads: Heads, lesson: Lesson) -> tuple[list[str], str]:
    logits = light_logits(heads, lesson.heard)
    if in_doubt(logits):
        logits = joined(logits, heads.by_embedding(lesson.vector, lesson.heard.evidence))
    topics = claimed_topics(topic_chances(logits), lesson.heard, alone=True)
    return [topic.label for topic in topics], heard_state(logits[len(TOPICS) :], lesson.heard, Situation()).label


def _by_style(heads: Heads, lessons: Sequence[Lesson]) -> dict[str, Figures]:
    styles = sorted({lesson.style for lesson in lessons})
    report = {style: figures(heads, [lesson for lesson in lessons if lesson.style == style]) for style in styles}
    return {"all": figures(heads, lessons), **report}


def _mean(styles: Mapping[str, Mapping[str, Any]]) -> Figures:
    total = sum(one["utterances"] for one in styles.values())
    names = [name for name in next(iter(styles.values())) if name != "utterances"]
    means = {name: round(sum(one[name] * one["utterances"] for one in styles.values()) / total, 4) for name in names}
    return {"utterances": total, **means}


def _share(claims: Any) -> float:
    held = list(claims)
    return round(sum(held) / len(held), 4) if held else 1.0


def _macro(said: Sequence[str], wanted: Sequence[str]) -> float:
    scores = []
    for label in sorted({*said, *wanted}):
        both = sum(one == other == label for one, other in zip(said, wanted, strict=True))
        scores.append(2 * both / (said.count(label) + wanted.count(label)))
    return round(sum(scores) / len(scores), 4)
