"""The procedure as a list that fills itself: what is done, what comes next, what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from warmwatt.desk import the_handbook
from warmwatt.handbook import Flow
from warmwatt.workbench._labels import ANSWERS


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShown:
    """A finished step: its title, what it learned, and the turn that finished it."""

    title: str
    answer: str
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowShown:
    """One flow in hand."""

    id: str
    title: str
    done: tuple[StepShown, ...]
    next_title: str
    ask: str
    missing: tuple[str, ...]
    outcome: str
    steps: int

    @property
    def finished(self) -> bool:
        """Whether the flow has come to its end."""
        return not self.next_title


def flows_shown(session: Mapping[str, Any]) -> tuple[FlowShown, ...]:
    """This function will return the flows of a conversation's session, the one in hand first."""
    return tuple(_shown(flow) for flow in session.get("flows", ()))


def _shown(progress: Mapping[str, Any]) -> FlowShown:
    titles = _titles(progress["flow"])
    following = progress.get("next") or {}
    done = progress.get("done", ())
    return FlowShown(
        id=progress["flow"],
        title=progress.get("title") or progress["flow"],
        done=tuple(
            StepShown(
                title=titles.get(f"step.{each['step']}", each["step"]),
                answer=_answer(each.get("answer", "")),
                turn=each["turn"],
            )
            for each in done
        ),
        next_title=following.get("title", ""),
        ask=following.get("ask", ""),
        missing=tuple(titles.get(f"slot.{slot}", slot) for slot in progress.get("missing", ())),
        outcome=progress.get("outcome", ""),
        steps=len(done) + (1 if following else 0),
    )


def _answer(answer: str) -> str:
    return "；".join(str(ANSWERS.get(part, part)) for part in answer.split("；") if part)


@lru_cache(maxsize=256)
def _titles(flow_id: str) -> Mapping[str, str]:
    flow = next((flow for flow in the_handbook().of(Flow) if flow.id == flow_id), None)
    if flow is None:
        return {}
    steps = {f"step.{step.id}": step.title for step in flow.steps}
    return steps | {f"slot.{slot.id}": slot.title for slot in flow.slots}
