"""Where a procedure stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone:
    """A step that is finished, with what it learned (slot → value) and the turn that finished it."""

    step: str
    turn: int
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What to do next: the step's id and title, and the question or words to say (empty where nothing is said)."""

    step: str
    title: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where one flow stands: which steps are done, which facts are missing, what comes next.

    `slots` are what the flow knows so far (slot id → value). `outcome` is set when the flow has come to an end, such
    as `repair_order`, `indoor_guidance` or `answered`. `opens` names the team that an order is now due to.
    """

    flow: str
    title: str
    done: tuple[StepDone, ...] = ()
    missing: tuple[str, ...] = ()
    next: NextStep | None = None
    slots: tuple[tuple[str, str], ...] = ()
    outcome: str = ""
    matter: str = ""
    opens: str = ""

    def slot(self, name: str) -> str | None:
        """This function will return what the flow knows of `name`, or None."""
        return dict(self.slots).get(name)

    def is_done(self, step: str) -> bool:
        """This function will tell whether the named step is finished."""
        return any(done.step == step for done in self.done)
