"""Walks a flow from its first step as far as what is known allows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from warmwatt.handbook import Flow, Step
from warmwatt.procedures._progress import NextStep, Progress, StepDone

PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """The steps passed, the step stood at (None at the end), and the teams whose orders are due."""

    passed: tuple[Step, ...]
    at: Step | None
    opens: str


def walked(
    progress: Progress, flow: Flow, slots: Mapping[str, str], *, turn: int, words: Mapping[str, str]
) -> Progress:
    """This function will return the progress once the flow knows `slots`."""
    walk = _walk(flow, slots)
    turns = {done.step: done.turn for done in progress.done}
    done = tuple(
        StepDone(step=step.id, turn=turns.get(step.id, turn), answer=_answer(flow, step, slots)) for step in walk.passed
    )
    missing = _missing(flow, walk.at, slots) if walk.at else ()
    return Progress(
        flow=flow.id,
        title=flow.title,
        matter=flow.matter,
        done=done,
        missing=missing,
        next=_next(flow, walk.at, missing, turn, words) if walk.at else None,
        slots=tuple(slots.items()),
        outcome="" if walk.at else walk.passed[-1].outcome,
        opens=progress.opens or walk.opens,
    )


def _walk(flow: Flow, slots: Mapping[str, str]) -> Walk:
    passed: list[Step] = []
    opens = ""
    step: Step | None = flow.steps[0]
    while step is not None and step not in passed:
        opens = opens or step.opens
        if not _finished(flow, step, slots):
            return Walk(passed=tuple(passed), at=step, opens=opens)
        passed.append(step)
        step = _following(flow, step, slots)
    return Walk(passed=tuple(passed), at=None, opens=opens)


def _finished(flow: Flow, step: Step, slots: Mapping[str, str]) -> bool:
    if _missing(flow, step, slots):
        return False
    wanted = [f"act.{act}" for act in step.acts] + [f"promise.{kind}" for kind in step.promises]
    return not wanted or any(each in slots for each in wanted)


def _missing(flow: Flow, step: Step, slots: Mapping[str, str]) -> tuple[str, ...]:
    missing = tuple(slot for slot in step.needs if slot not in slots)
    if step.any_of and not any(slot in slots and slots[slot] != "unknown" for slot in step.any_of):
        # When every question was answered with "I cannot tell", the step ends: cannot judge is an answer too.
        missing += tuple(slot for slot in step.any_of if slot not in slots and _can_ask(flow, slot))
    return missing


def _can_ask(flow: Flow, name: str) -> bool:
    slot = flow.slot(name)
    return slot is not None and bool(slot.ask)


def _following(flow: Flow, step: Step, slots: Mapping[str, str]) -> Step | None:
    for branch in step.next:
        if all(slot in slots and (not values or slots[slot] in values) for slot, values in branch.when.items()):
            return flow.step(branch.to)
    return None


def _next(flow: Flow, step: Step, missing: tuple[str, ...], turn: int, words: Mapping[str, str]) -> NextStep:
    slot = flow.slot(missing[0]) if missing else None
    wordings = slot.ask if slot else step.say
    ask = wordings[turn % len(wordings)] if wordings else ""
    return NextStep(step=step.id, title=step.title, ask=PLACE.sub(lambda place: words.get(place[1], ""), ask))


def _answer(flow: Flow, step: Step, slots: Mapping[str, str]) -> str:
    known = [slots[name] for name in (*step.needs, *step.any_of) if name in slots]
    return "；".join(known)
