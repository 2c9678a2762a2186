"""A practice customer: mood and patience that answer to what the trainee really does.

What was done comes from the same reading and the same skills that coach live; chance comes in as an iterator of
numbers from 0 to 1, so that a drill is the same each time for the same numbers.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from warmwatt.handbook import HiddenFact, Scenario
from warmwatt.understanding import Reading

End = Literal["", "settled", "left"]
FURIOUS, GRATEFUL = -3.0, 2.0
UPSET_BELOW, CALM_FROM = -0.8, 0.3
# How much an act lifts the mood; said again, each time half as much.
LIFTS = {
    "empathy": 1.0,
    "apology": 0.7,
    "readback": 0.5,
    "estimate": 0.6,
    "followup_promise": 0.6,
    "escalate": 0.6,
    "explain": 0.3,
    "alternative": 0.3,
    "order_number": 0.3,
    "safety": 0.3,
    "backchannel": 0.2,
    "greeting": 0.1,
}
SOOTHING = ("empathy", "apology")
OFFENCE, COLD_QUESTION, ASKED_AGAIN, NOTHING_DONE = -1.5, -0.5, -0.8, -0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeCustomer:
    """How the customer is now: mood (-3 to 2), patience left, what was told, what the trainee has done so far."""

    mood: float
    patience: int
    told: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    end: End = ""
    felt: str = ""


def begin_customer(scenario: Scenario) -> PracticeCustomer:
    """This function will return the customer as the call begins."""
    return PracticeCustomer(mood=scenario.mood, patience=scenario.patience)


def answer(
    *,
    scenario: Scenario,
    customer: PracticeCustomer,
    text: str,
    reading: Reading,
    offences: Collection[str],
    chance: Iterator[float],
) -> tuple[PracticeCustomer, str]:
    """This function will return the customer after the trainee's `text`, and what they say to it.

    `offences` are the criteria that this turn has just failed. One number is drawn from `chance`.
    """
    asked = tuple(fact for fact in scenario.facts if any(re.search(words, text) for words in fact.asked_by))
    after = _moved(scenario, customer, reading, offences, asked)
    lines = scenario.lines
    drawn = next(chance)
    if after.end == "left":
        return after, _pick(lines.leaves, drawn)
    if after.end == "settled":
        return after, _pick(lines.thanks, drawn)
    return after, _spoken(scenario, customer, after, asked, hurt=bool(offences), drawn=drawn)


def _moved(
    scenario: Scenario,
    customer: PracticeCustomer,
    reading: Reading,
    offences: Collection[str],
    asked: tuple[HiddenFact, ...],
) -> PracticeCustomer:
    acts = tuple(act.kind for act in reading.acts)
    again = tuple(fact for fact in asked if fact.key in customer.told and not reading.has_act("readback"))
    learned = tuple(fact.key for fact in asked if fact.key not in customer.told)
    lift = 0.0 if offences else _lift(acts, customer.done)
    drop = _drop(customer, acts, offences, again, progress=bool(lift or learned)) * scenario.temper
    mood = max(FURIOUS, min(GRATEFUL, customer.mood + lift + drop))
    moved = replace(
        customer,
        mood=round(mood, 3),
        patience=customer.patience if lift or learned else customer.patience - 1,
        told=customer.told + learned,
        done=customer.done + acts,
        felt=_felt(lift, drop, offences, again),
    )
    return replace(moved, end=_end(scenario, moved))


def _lift(acts: tuple[str, ...], done: tuple[str, ...]) -> float:
    return sum(float(LIFTS.get(kind, 0.0) / 2 ** done.count(kind)) for kind in dict.fromkeys(acts))


def _drop(
    customer: PracticeCustomer,
    acts: tuple[str, ...],
    offences: Collection[str],
    again: tuple[HiddenFact, ...],
    *,
    progress: bool,
) -> float:
    soothed = any(kind in SOOTHING for kind in (*customer.done, *acts))
    cold = customer.mood < UPSET_BELOW and not soothed
    return OFFENCE * len(offences) + ASKED_AGAIN * len(again) + COLD_QUESTION * cold + NOTHING_DONE * (not progress)


def _end(scenario: Scenario, customer: PracticeCustomer) -> End:
    if customer.mood <= FURIOUS or customer.patience <= 0:
        return "left"
    settled = set(scenario.settled_by) <= set(customer.done)
    return "settled" if settled and customer.mood >= CALM_FROM else ""


def _spoken(
    scenario: Scenario,
    before: PracticeCustomer,
    after: PracticeCustomer,
    asked: tuple[HiddenFact, ...],
    *,
    hurt: bool,
    drawn: float,
) -> str:
    upset = after.mood < UPSET_BELOW
    told = "".join(fact.upset if upset else fact.calm for fact in asked if fact.key not in before.told)
    if hurt:
        return _pick(scenario.lines.hurt, drawn) + told
    if told:
        return told
    lines = scenario.lines
    return _pick(lines.upset if upset else lines.uneasy if after.mood < CALM_FROM else lines.calm, drawn)


def _pick(lines: tuple[str, ...], drawn: float) -> str:
    return lines[min(int(drawn * len(lines)), len(lines) - 1)]


def _felt(lift: float, drop: float, offences: Collection[str], again: tuple[HiddenFact, ...]) -> str:
    if offences:
        return "被这句话伤到了"
    if again:
        return "同样的事又被问了一遍"
    if lift + drop > 0:
        return "觉得被听见了"
    return "还没得到安慰就被追问" if drop else "等着下文"
