"""What every skill is: an incremental fold over the conversation that can judge at the end and advise on the way.

A skill's state is a frozen value of plain data, written to JSON with the conversation after each turn, so that any
worker can hear the next turn and every turn costs the same.
"""

from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from warmwatt.cases import Case
from warmwatt.conversations import Channel, Known, Turn
from warmwatt.procedures import Progress
from warmwatt.skills._verdict import Advice, Verdict
from warmwatt.understanding import Reading, Situation

SkillState = TypeVar("SkillState")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One heard turn and all that a skill may look at: what came before it, and what holds after it."""

    index: int
    turn: Turn
    reading: Reading
    before: Situation
    after: Situation
    channel: Channel
    known: Known = field(default_factory=Known)
    flows: tuple[Progress, ...] = ()
    case: Case | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How things stand when the conversation is judged; `finished` is False while it still goes on."""

    channel: Channel
    known: Known = field(default_factory=Known)
    situation: Situation = field(default_factory=Situation)
    flows: tuple[Progress, ...] = ()
    case: Case | None = None
    finished: bool = True


class Skill(Protocol, Generic[SkillState]):
    """One service skill: a criterion judged and coached by the same rule."""

    criterion: str
    title: str
    state_type: type[SkillState]

    def begin(self) -> SkillState:
        """This function will return the state before the first turn."""

    def hear(self, state: SkillState, moment: Moment) -> SkillState:
        """This function will return the state after one more turn."""

    def judge(self, state: SkillState, ending: Ending) -> Verdict:
        """This function will return the verdict on the conversation as heard."""

    def advise(self, state: SkillState, moment: Moment) -> Advice | None:
        """This function will return the card to show after this turn, or None where the agent needs none."""
