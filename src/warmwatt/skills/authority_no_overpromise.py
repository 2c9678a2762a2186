"""authority.no_overpromise 不越权承诺: what is beyond authority or certainty is never promised flat."""

from dataclasses import dataclass, replace

from warmwatt.cases import AuthorityTable, Overreach, better_wording
from warmwatt.handbook import AuthorityRule, Handbook
from warmwatt.skills._cues import Cue
from warmwatt.skills._matter import matters_of
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._tone import at_fault
from warmwatt.skills._verdict import Advice, Verdict

REMEMBERED = 8
CORRECT_WEIGHT, BEWARE_WEIGHT = 8.0, 4.0
# What the tone alone finds promised too firmly, with no rule that lists its words.
GENERAL = "authority.uncertain"
# Asking when is no request beyond authority until a time is named, or is not.
OF_TIME = frozenset({"authority.exact_time", "authority.business_time"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OverpromiseState:
    """Where the customer asked beyond authority, where it was answered, and where the agent promised too much.

    `rule` is what was last asked or overpromised; `open` says whether the agent's next words should still see to it.
    """

    asked: int = -1
    answered: int = -1
    failed: tuple[int, ...] = ()
    rule: str = ""
    words: str = ""
    open: str = ""


class AuthorityNoOverpromise:
    """No unconditional promise outside the authority table."""

    criterion = "authority.no_overpromise"
    title = "不越权承诺"
    state_type = OverpromiseState

    def __init__(self, *, handbook: Handbook) -> None:
        self._handbook = handbook
        self._table = AuthorityTable.of(handbook)
        self._speaks = Cue.of(handbook, "speaks_of_request")
        self._time = Cue.of(handbook, "time_told")
        self._declines = Cue.of(handbook, "declines_to_promise")
        self._assures = Cue.of(handbook, "assures")

    def begin(self) -> OverpromiseState:
        """This function will return the state before anything was asked or promised."""
        return OverpromiseState()

    def hear(self, state: OverpromiseState, moment: Moment) -> OverpromiseState:
        """This function will note a request beyond authority, its answer, or a promise too much."""
        if moment.turn.who == "customer":
            asked = self._table.asked(moment.turn.text)
            if asked is None:
                return state
            first = moment.index if state.asked < 0 else state.asked
            return replace(state, asked=first, rule=asked.rule.id, words=asked.words, open=state.open or "asked")
        return self._answered(state, moment)

    def judge(self, state: OverpromiseState, ending: Ending) -> Verdict:
        """This function will judge whether anything beyond authority was promised flat."""
        if state.failed:
            because = f"越权或没有把握的承诺：{state.words}"
            return Verdict(criterion=self.criterion, outcome="fail", turns=state.failed, because=because)
        if state.answered < 0:
            return Verdict(criterion=self.criterion, outcome="na")
        turns = (state.answered,) if state.answered >= 0 else ()
        return Verdict(criterion=self.criterion, outcome="pass", turns=turns, because="没有把话说死")

    def advise(self, state: OverpromiseState, moment: Moment) -> Advice | None:
        """This function will offer a correction right after an overpromise, or careful words before an answer."""
        if not state.open:
            return None
        rule = self._handbook.one(AuthorityRule, self._rule_for(state, moment))
        failed = state.open == "failed"
        what = "这句话说满了" if failed else "客户问的"
        return Advice(
            skill=self.criterion,
            title="把话收回来" if failed else self.title,
            say=better_wording(rule, turn=moment.index),
            because=f"{what}“{state.words}”属于{rule.title}，{rule.grants}",
            rule=rule.id,
            weight=CORRECT_WEIGHT if failed else BEWARE_WEIGHT,
            key=f"{state.open}.{rule.matter}",
        )

    def violates(self, moment: Moment) -> str:
        """This function will return the words of an agent's line that promise too much, or an empty text."""
        over = self._overreach(moment)
        return over.words if over else ""

    def _overreach(self, moment: Moment, *, asked: str = "") -> Overreach | None:
        over = self._table.overreach(moment.turn.text)
        if asked and over:
            # An answer to what was asked beyond authority needs no tone to be firm.
            return over
        if asked and self._assures.words(moment.turn) and not self._declines.words(moment.turn):
            return Overreach(rule=self._handbook.one(AuthorityRule, asked), words=self._assures.words(moment.turn))
        words = at_fault(moment, criterion=self.criterion, listed=over.words if over else "")
        if not words:
            return None
        return over or Overreach(rule=self._handbook.one(AuthorityRule, GENERAL), words=words)

    def _rule_for(self, state: OverpromiseState, moment: Moment) -> str:
        """When power is back is the crew's to say; when an application is done is the office's."""
        applies = state.rule == "authority.exact_time" and "business" in matters_of(moment.after)
        return "authority.business_time" if applies else state.rule

    def _answered(self, state: OverpromiseState, moment: Moment) -> OverpromiseState:
        asked = state.rule if state.open == "asked" else ""
        over = self._overreach(moment, asked=asked) or self._flat_restoration(moment)
        if over is not None:
            failed = (*state.failed, moment.index)[-REMEMBERED:]
            return replace(state, failed=failed, rule=over.rule.id, words=over.words, open="failed")
        # Who declines to promise was asked for a promise, whatever the words.
        declines = bool(moment.before.turns) and bool(self._declines.words(moment.turn))
        replied = declines or self._replies(state, moment)
        waiting = state.answered < 0 and ((state.asked >= 0 and replied) or declines)
        return replace(state, answered=moment.index if waiting else state.answered, open="")

    def _replies(self, state: OverpromiseState, moment: Moment) -> bool:
        """Whether the agent takes up what was asked: a question of when by a time, one of money or people by name."""
        if state.rule in OF_TIME:
            return bool(moment.reading.promises) or bool(self._time.words(moment.turn))
        return bool(self._speaks.words(moment.turn))

    def _flat_restoration(self, moment: Moment) -> Overreach | None:
        """A repair's end by the clock, without hedge or record behind it, is certain to nobody."""
        if moment.known.known_outage or "outage" not in matters_of(moment.after):
            return None
        if matters_of(moment.after) & {"arrears"}:
            return None
        for promise in moment.reading.promises:
            limited = promise.minutes is not None or bool(promise.until)
            if promise.kind == "restore" and limited and not (promise.hedged or promise.conditional):
                return self._table.without_hedge(moment.turn.text, matter="time", words=promise.words)
        return None
