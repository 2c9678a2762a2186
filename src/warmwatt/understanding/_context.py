"""The numbers beside the n-grams: what layer 1 heard, and how the conversation stands."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from warmwatt.understanding._features import LABELS, STATES, TOPICS
from warmwatt.understanding._hear import HeardText
from warmwatt.understanding._limits import Limit
from warmwatt.understanding._reading import Act, PromiseKind, SpokenPromise
from warmwatt.understanding._situation import Situation

Numbers = NDArray[np.float32]
BRIEF = 6
CUSTOMER_CONTEXT = ("within", "brief", "asked", *(f"was.{state}" for state in STATES), *(f"known.{t}" for t in TOPICS))
LEARNT_ACTS = (
    "greeting", "empathy", "apology", "backchannel", "readback", "question", "explain", "cite_policy", "channel",
    "alternative", "estimate", "followup_promise", "order_number", "escalate", "anything_else", "thanks", "safety",
    "materials",
)  # fmt: skip
PROMISES: tuple[PromiseKind, ...] = (
    "arrive",
    "restore",
    "callback",
    "answer",
    "visit",
    "send",
    "apply_upward",
    "other",
)
MANNERS = (
    "authority.no_overpromise", "language.courtesy", "language.positive_wording", "language.plain_words",
    "emotion.no_argument", "ownership.no_buck_passing",
)  # fmt: skip
HEARD_PROMISES = tuple(f"promise.{kind}" for kind in PROMISES)
SHAPE = ("limited", "minutes", "clock", "asks", "says_nin", "says_ni", "short")


def customer_numbers(heard: HeardText, situation: Situation) -> Numbers:
    """This function will return layer 1's evidence by label, then the numbers of CUSTOMER_CONTEXT, 0 or 1."""
    known = {topic.label for topic in situation.topics}
    asked = situation.previous is not None and situation.previous.who == "agent" and "？" in situation.previous.text
    on = {f"was.{situation.state}" if situation.states else "", *(f"known.{label}" for label in known)}
    on |= {name for name, holds in _turn(heard.text, situation, asked=asked) if holds}
    return np.concatenate([heard.evidence, _flags(CUSTOMER_CONTEXT, on)])


def _turn(text: str, situation: Situation, *, asked: bool) -> Iterable[tuple[str, bool]]:
    within = situation.turns > 0
    return ("within", within), ("brief", within and len(text) <= BRIEF), ("asked", within and asked)


def agent_numbers(
    text: str, *, acts: Iterable[Act], promises: Iterable[SpokenPromise], limits: Sequence[Limit]
) -> Numbers:
    """This function will return what the rules heard of acts and promises, then the numbers of SHAPE, 0 or 1."""
    shape = {
        "limited": bool(limits),
        "minutes": any(limit.minutes for limit in limits),
        "clock": any(limit.until and ":" in limit.until for limit in limits),
        "asks": "?" in text,
        "says_nin": "您" in text,
        "says_ni": "你" in text,
        "short": len(text) < 2 * BRIEF,
    }
    on = {act.kind for act in acts} | {f"promise.{each.kind}" for each in promises}
    on |= {name for name, holds in shape.items() if holds}
    return _flags((*LEARNT_ACTS, *HEARD_PROMISES, *SHAPE), on)


def unseen_by(label: str) -> frozenset[int]:
    """This function will return which of an agent's numbers a label's column is trained without.

    The lists were written by people who had read many of the lessons. A column that saw what they hear there would
    trust them more than they deserve on lines that nobody has read; so it hears the words alone, and the reader weighs
    the two as separate witnesses.
    """
    if label.startswith("promise."):
        return frozenset(range(len(LEARNT_ACTS) + len(HEARD_PROMISES)))
    return frozenset(range(len(LEARNT_ACTS))) if label in LEARNT_ACTS else frozenset()


def _flags(names: Sequence[str], on: set[str]) -> Numbers:
    return np.array([name in on for name in names], dtype=np.float32)


CUSTOMER_LABELS = LABELS
AGENT_LABELS = (
    *LEARNT_ACTS,
    *HEARD_PROMISES,
    *MANNERS,
)
