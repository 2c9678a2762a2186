"""Procedures as data: what a step needs, how it is asked, what it leads to."""

from typing import ClassVar

from pydantic import Field

from warmwatt.handbook._entry import Entry, Part


class Slot(Part):
    """Something a flow wants to know, and every way in which it becomes known.

    `fact` and `known` name a fact of the reading and a field of the desk's records. `answers` maps each value to the
    patterns that say it anywhere in the customer's words; `if_yes` and `if_no` are the values of a bare yes or no,
    counted only when the agent's last turn asked (`asked_by`). `shown` says a value in words.
    """

    id: str
    title: str
    fact: str = ""
    known: str = ""
    ask: tuple[str, ...] = ()
    asked_by: tuple[str, ...] = ()
    answers: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    if_yes: str = ""
    if_no: str = ""
    shown: dict[str, str] = Field(default_factory=dict)


class Branch(Part):
    """Where a finished step leads when every slot in `when` has one of its values.

    A slot with no values holds once it is known, whatever it is; an empty `when` always holds.
    """

    when: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    to: str


class Step(Part):
    """One step: finished when what it `needs` is known and one of its `acts` or `promises` was done.

    `any_of`: one of these slots is enough. `opens` names the team whose order the desk opens when the step is reached.
    """

    id: str
    title: str
    needs: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    opens: str = ""
    next: tuple[Branch, ...] = ()
    outcome: str = ""


class Flow(Entry):
    """A procedure: the topics that call for it, its urgency (higher first), its slots and steps, first step first."""

    folder: ClassVar[str] = "flows"

    topics: tuple[str, ...]
    urgency: int = Field(ge=0, le=10)
    matter: str
    slots: tuple[Slot, ...] = ()
    steps: tuple[Step, ...]

    def step(self, step_id: str) -> Step | None:
        """This function will return the named step, or None."""
        return next((step for step in self.steps if step.id == step_id), None)

    def slot(self, slot_id: str) -> Slot | None:
        """This function will return the named slot, or None."""
        return next((slot for slot in self.slots if slot.id == slot_id), None)
