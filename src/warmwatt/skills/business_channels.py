"""business.channels 渠道告知: the customer learns where the business can be done, online first."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._matter import matters_of
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

WEIGHT = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelsState:
    """The turn that named a channel, and the agent's latest turn; -1 is not yet."""

    named: int = -1
    latest_agent: int = -1


class BusinessChannels:
    """App, website, hall, or done at once by the agent."""

    criterion = "business.channels"
    title = "渠道告知"
    state_type = ChannelsState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._names = Cue.of(handbook, "names_channel")

    def begin(self) -> ChannelsState:
        """This function will return the state before any channel was named."""
        return ChannelsState()

    def hear(self, state: ChannelsState, moment: Moment) -> ChannelsState:
        """This function will note the first channel that the agent names."""
        if moment.turn.who != "agent" or not moment.before.turns:
            return state
        names = bool(self._names.words(moment.turn)) or moment.reading.has_act("channel")
        named = moment.index if names and state.named < 0 else state.named
        return replace(state, named=named, latest_agent=moment.index)

    def judge(self, state: ChannelsState, ending: Ending) -> Verdict:
        """This function will judge whether a channel was named."""
        if "business" not in matters_of(ending.situation):
            return Verdict(criterion=self.criterion, outcome="na")
        if state.named >= 0:
            return Verdict(criterion=self.criterion, outcome="pass", turns=(state.named,), because="说了在哪里办")
        turns = (state.latest_agent,) if state.latest_agent >= 0 else ()
        return Verdict(criterion=self.criterion, outcome="fail", turns=turns, because="没有说在哪里办")

    def advise(self, state: ChannelsState, moment: Moment) -> Advice | None:
        """This function will offer the channels, online first."""
        if state.named >= 0 or "business" not in matters_of(moment.after):
            return None
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case="channels",
            because="客户还不知道在哪里办", weight=WEIGHT,
        )  # fmt: skip
