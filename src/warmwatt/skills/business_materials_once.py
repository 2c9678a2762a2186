"""business.materials_once 一次性告知: all materials of a business told in one go, or sent as a list."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Business, Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._materials import Materials
from warmwatt.skills._matter import matters_of
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

COMPLETE = 2
REMEMBERED = 6
WEIGHT = 6.0
TOPICS = ("transfer", "new", "capacity", "close", "charger", "solar", "tou")


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialsState:
    """Kinds of material told so far, the turns that told some, and whether a list was sent or none is needed."""

    told: tuple[str, ...] = ()
    turns: tuple[int, ...] = ()
    most: int = 0
    settled: int = -1
    latest_agent: int = -1


class BusinessMaterialsOnce:
    """Piecemeal or incomplete fails; so does a business inquiry in which materials are never told."""

    criterion = "business.materials_once"
    title = "一次性告知"
    state_type = MaterialsState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._businesses = {business.topic: business for business in handbook.of(Business)}
        self._materials = Materials(handbook=handbook)
        self._list = Cue.of(handbook, "sends_list")
        self._nothing = Cue.of(handbook, "needs_nothing")

    def begin(self) -> MaterialsState:
        """This function will return the state before any material was told."""
        return MaterialsState()

    def hear(self, state: MaterialsState, moment: Moment) -> MaterialsState:
        """This function will note which materials the agent's turn adds."""
        if moment.turn.who != "agent" or "business" not in matters_of(moment.after):
            return state
        state = replace(state, latest_agent=moment.index)
        if state.settled < 0 and (self._list.words(moment.turn) or self._nothing.words(moment.turn)):
            state = replace(state, settled=moment.index)
        named = self._materials.named(moment.turn)
        fresh = named - set(state.told)
        if not fresh or moment.turn.text.rstrip().endswith(("？", "?")):
            return state
        return replace(
            state,
            told=(*state.told, *sorted(fresh)),
            turns=(*state.turns, moment.index)[:REMEMBERED],
            most=max(state.most, len(named)),
        )

    def judge(self, state: MaterialsState, ending: Ending) -> Verdict:
        """This function will judge whether the materials were told at once and in full."""
        if "business" not in matters_of(ending.situation):
            return Verdict(criterion=self.criterion, outcome="na")
        if state.settled >= 0:
            return self._verdict("pass", (state.settled,), "材料清单已发给客户，或无需材料")
        if not state.turns:
            due = (state.latest_agent,) if state.latest_agent >= 0 else ()
            return self._verdict("fail", due, "没有告知所需材料")
        if len(state.turns) > 1:
            return self._verdict("fail", state.turns, "材料是一样一样说的")
        if state.most < COMPLETE:
            return self._verdict("fail", state.turns, "材料没有说全")
        return self._verdict("pass", state.turns, "一次说清了所需材料")

    def advise(self, state: MaterialsState, moment: Moment) -> Advice | None:
        """This function will offer the whole list for the business in hand until it was told."""
        done = state.settled >= 0 or (len(state.turns) == 1 and state.most >= COMPLETE)
        if done or "business" not in matters_of(moment.after):
            return None
        case = next((each for each in TOPICS if moment.after.has_topic(f"business.{each}")), "other")
        because = "材料是分几次说的，请补一份完整清单" if state.turns else "所需材料请一次说全"
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment, case=case,
            because=because, weight=WEIGHT, say=self._whole_list(moment),
        )  # fmt: skip

    def _whole_list(self, moment: Moment) -> str:
        """The whole list of the business in hand, from the handbook."""
        topics = [topic.label for topic in moment.after.topics]
        found = (self._businesses[topic] for topic in topics if topic in self._businesses)
        business = next(found, None)
        return business.materials_words() if business else ""

    def _verdict(self, outcome: str, turns: tuple[int, ...], because: str) -> Verdict:
        passed = outcome == "pass"
        return Verdict(criterion=self.criterion, outcome="pass" if passed else "fail", turns=turns, because=because)
