"""greeting.identify 规范开场: the first or second turn greets, names the centre and gives the agent's number."""

from dataclasses import dataclass, replace

from warmwatt.conversations import Channel
from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict
from warmwatt.understanding import Situation

TITLES = {"greets": "问候", "centre": "单位名称", "number": "工号"}
OPENING_TURNS = 2
WEIGHT = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GreetingState:
    """What the opening turns gave, and the first agent turn (-1 before it)."""

    greets: bool = False
    centre: bool = False
    number: bool = False
    opening: tuple[int, ...] = ()


class GreetingIdentify:
    """Always due, and only in the first two turns of the agent."""

    criterion = "greeting.identify"
    title = "规范开场"
    state_type = GreetingState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._greets = Cue.of(handbook, "greets")
        self._centre = Cue.of(handbook, "names_centre")
        self._number = Cue.of(handbook, "gives_number")

    def begin(self) -> GreetingState:
        """This function will return the state before the agent spoke."""
        return GreetingState()

    def open(self, channel: Channel) -> Advice | None:
        """This function will return the greeting, before anyone has spoken."""
        words = self._wording.say(f"{self.criterion}:begin", situation=Situation(), turn_index=0)
        return Advice(
            skill=self.criterion, key="begin", title=self.title, say=words, because="先问好，报单位和工号",
            rule=self.criterion, weight=WEIGHT,
        )  # fmt: skip

    def hear(self, state: GreetingState, moment: Moment) -> GreetingState:
        """This function will note what an opening turn gives."""
        if moment.turn.who != "agent" or len(state.opening) >= OPENING_TURNS:
            return state
        return replace(
            state,
            greets=state.greets or bool(self._greets.words(moment.turn)),
            centre=state.centre or bool(self._centre.words(moment.turn)),
            number=state.number or bool(self._number.words(moment.turn)),
            opening=(*state.opening, moment.index),
        )

    def judge(self, state: GreetingState, ending: Ending) -> Verdict:
        """This function will fail an opening that lacks any of the three."""
        missing = _missing(state)
        if missing:
            because = "开场缺少" + "、".join(missing)
            return Verdict(criterion=self.criterion, outcome="fail", turns=state.opening[:1], because=because)
        return Verdict(
            criterion=self.criterion, outcome="pass", turns=state.opening[:1], because="问候、单位、工号齐全"
        )

    def advise(self, state: GreetingState, moment: Moment) -> Advice | None:
        """This function will offer the opening until it is complete or its time is over."""
        missing = _missing(state)
        if not missing or len(state.opening) >= OPENING_TURNS:
            return None
        case = "begin" if not state.opening else "complete"
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case=case,
            because="还没有报" + "、".join(missing), weight=WEIGHT,
        )  # fmt: skip


def _missing(state: GreetingState) -> list[str]:
    return [title for name, title in TITLES.items() if not getattr(state, name)]
