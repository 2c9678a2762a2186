"""How a conversation ends: what the agent's last turns were, and whether the customer ended it in anger."""

from dataclasses import dataclass, replace

from warmwatt.skills._cues import Cue
from warmwatt.skills._mood import Mood
from warmwatt.skills._skill import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class PartingState:
    """The latest turn that did the parting act, how many agent turns came since, and how the customer last was."""

    done: int = -1
    since: int = 0
    latest_agent: int = -1
    last_who: str = ""
    customer: str = "calm"
    leaving: bool = False


def heard_parting(state: PartingState, moment: Moment, *, cue: Cue, mood: Mood) -> PartingState:
    """This function will return the state after one more turn; `cue` hears the act that makes the parting."""
    state = replace(state, last_who=moment.turn.who)
    if moment.turn.who == "customer":
        leaving = moment.reading.has_act("goodbye", "customer_thanks")
        return replace(state, customer=mood.of(moment), leaving=leaving)
    state = replace(state, latest_agent=moment.index)
    if cue.words(moment.turn):
        return replace(state, done=moment.index, since=0)
    return replace(state, since=state.since + 1)


def was_done(state: PartingState, *, within: int) -> bool:
    """This function will tell whether the act was done in the last `within` turns of the agent."""
    return state.done >= 0 and state.since < within


def ended_in_anger(state: PartingState) -> bool:
    """This function will tell whether the customer ended the conversation in anger."""
    return state.customer == "angry" and state.last_who == "customer"


def due_in(state: PartingState) -> tuple[int, ...]:
    """This function will return the agent turn where the parting was due."""
    return (state.latest_agent,) if state.latest_agent >= 0 else ()
