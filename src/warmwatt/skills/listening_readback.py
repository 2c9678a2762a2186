"""listening.readback 复述确认: key facts are said back, with a request to confirm, before they are acted on."""

from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._heard_facts import differences, kinds_of, remembered, tokens
from warmwatt.skills._matter import opens_case
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._talk import answers, shared
from warmwatt.skills._verdict import Advice, Verdict
from warmwatt.understanding import readback_sentence

KEY_FACTS = frozenset({"address", "account", "amount_yuan", "contact", "usage_kwh", "name"})
# A request in one of these matters is work: what it is about must be said back even where no number was given.
WORK = (
    "outage.report", "hazard.report", "voltage.report", "bill.dispute", "arrears.", "meter.", "business.", "invoice",
    "case.", "complaint", "suggestion", "praise",
)  # fmt: skip
SURE = 0.4
OF_FACTS, OF_WORDS = 2, 3
WEIGHT, WRONG_WEIGHT = 5.5, 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadbackState:
    """What the customer said, and the turns that gave it, said it back (rightly or not) and acted; -1 is not yet."""

    said: tuple[str, ...] = ()
    given: int = -1
    back: int = -1
    wrong: int = -1
    wrong_kind: str = ""
    wrong_words: str = ""
    acted: int = -1
    ordered: int = -1
    latest_agent: int = -1


class ListeningReadback:
    """Arises where the customer gave a fact or a request that later work rests on."""

    criterion = "listening.readback"
    title = "复述确认"
    state_type = ReadbackState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._opened = Cue.of(handbook, "case_opened")
        self._confirms = Cue.of(handbook, "asks_to_confirm")
        self._quotes = Cue.of(handbook, "quotes_number")
        self._filler = Cue.of(handbook, "filler")

    def begin(self) -> ReadbackState:
        """This function will return the state before any fact."""
        return ReadbackState()

    def hear(self, state: ReadbackState, moment: Moment) -> ReadbackState:
        """This function will note facts given, said back, said back wrongly, and acted on."""
        if moment.turn.who == "customer":
            said = remembered(state.said, tokens(moment, quotes=self._quotes))
            given = moment.index if state.given < 0 and _gives(moment) else state.given
            return replace(state, said=said, given=given)
        state = replace(state, latest_agent=moment.index)
        return self._heard_agent(state, moment)

    def _heard_agent(self, state: ReadbackState, moment: Moment) -> ReadbackState:
        confirms = bool(self._confirms.words(moment.turn)) or moment.reading.has_act("readback")
        opens = opens_case(moment, self._opened)
        if confirms or opens or state.wrong >= 0:
            spoken = tokens(moment, quotes=self._quotes)
            other = next(differences(spoken, said=state.said, known=moment.known), None)
            if other:
                words = f"{other[0]}：客户说{other[1]}，说成了{other[2]}"
                return replace(state, wrong=moment.index, wrong_kind=other[0], wrong_words=words)
            if state.wrong >= 0 and state.wrong_kind in kinds_of(spoken):
                state = replace(state, wrong=-1, wrong_words="", back=moment.index)
        if confirms and _restates(moment):
            state = replace(state, back=moment.index)
        if opens and moment.reading.has_act("order_number") and state.ordered < 0:
            state = replace(state, ordered=moment.index)
        due = state.given >= 0 and state.acted < 0
        acts = due and answers(moment, self._filler) and not moment.reading.has_act("question")
        return replace(state, acted=moment.index) if acts else state

    def judge(self, state: ReadbackState, ending: Ending) -> Verdict:
        """This function will fail facts that were acted on unconfirmed, or confirmed wrongly."""
        if state.given < 0 or state.latest_agent < state.given:
            return Verdict(criterion=self.criterion, outcome="na")
        if state.wrong >= 0:
            return Verdict(criterion=self.criterion, outcome="fail", turns=(state.wrong,), because=state.wrong_words)
        if state.back >= 0 and (state.ordered < 0 or state.back <= state.ordered):
            return Verdict(criterion=self.criterion, outcome="pass", turns=(state.back,), because="复述并请客户确认")
        due = state.acted if state.acted >= 0 else state.latest_agent
        return Verdict(criterion=self.criterion, outcome="fail", turns=(due,), because="没有复述关键信息请客户确认")

    def advise(self, state: ReadbackState, moment: Moment) -> Advice | None:
        """This function will offer the readback, or the correction of a wrong one."""
        if state.wrong >= 0:
            return self._card(moment, "wrong", state.wrong_words, WRONG_WEIGHT)
        if state.back >= 0 or not any(heard.fact.key in KEY_FACTS for heard in moment.after.facts):
            return None
        return self._card(moment, "facts", "客户给了关键信息，还没有复述确认", WEIGHT)

    def _card(self, moment: Moment, case: str, because: str, weight: float) -> Advice | None:
        sentence = readback_sentence(moment.after)
        say = f"抱歉，我刚才说错了。{sentence}" if case == "wrong" and sentence else sentence
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment,
            case=f"{case}.{len(sentence)}", because=because, weight=weight, say=say,
        )  # fmt: skip


def _gives(moment: Moment) -> bool:
    if any(fact.key in KEY_FACTS for fact in moment.reading.facts):
        return True
    return any(topic.label.startswith(WORK) and topic.confidence >= SURE for topic in moment.reading.topics)


def _restates(moment: Moment) -> bool:
    """Whether a request to confirm says what the customer said: the facts, or a good deal of the customer's words."""
    if any(fact.key in KEY_FACTS for fact in moment.reading.facts):
        return True
    known = (moment.known.address or "", moment.known.account or "", moment.known.name or "")
    facts = (heard.fact.value for heard in moment.before.facts if heard.who == "customer")
    if shared(moment.turn.text, (*facts, *known)) >= OF_FACTS:
        return True
    said = (heard.text for heard in moment.before.recent if heard.who == "customer")
    return shared(moment.turn.text, said) >= OF_WORDS
