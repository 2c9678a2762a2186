"""How a conversation ends: what the last turns were, and whether it ended in anger."""

from dataclasses import dataclass, replace

from warmwatt.skills._skill import Ending, Moment

LATE_TURNS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PartingState:
    """The latest turn in which the parting act was done, who spoke last, and how the customer last was."""

    done: int = -1
    latest: int = -1
    latest_agent: int = -1
    last_who: str = ""
    customer: str = "calm"
    leaving: bool = False


def heard_parting(state: PartingState, moment: Moment, *, acts: tuple[str, ...]) -> PartingState:
    """This function will return the state after one more turn; `acts` are those that make the parting."""
    state = replace(state, latest=moment.index, last_who=moment.turn.who)
    if moment.turn.who == "customer":
        label = moment.reading.state.label if moment.reading.state else state.customer
        return replace(state, customer=label, leaving=moment.reading.has_act("goodbye"))
    done = moment.index if moment.reading.has_act(*acts) else state.done
    return replace(state, done=done, latest_agent=moment.index)


def ended_in_anger(state: PartingState) -> bool:
    """This function will tell whether the customer ended the conversation in anger."""
    return state.customer == "angry" and state.last_who == "customer"


def is_nearly_over(state: PartingState, ending_flow: bool) -> bool:
    """This function will tell whether it is time to part: the matter is done, or the customer says goodbye."""
    return state.latest_agent >= 0 and (ending_flow or state.leaving)


def is_late(state: PartingState) -> bool:
    """This function will tell whether the parting act was done near the end."""
    return state.done >= 0 and state.latest - state.done <= LATE_TURNS


def judged_turn(state: PartingState, ending: Ending) -> tuple[int, ...]:
    """This function will return the agent turn where the parting was due."""
    return (state.latest_agent,) if state.latest_agent >= 0 else ()
