"""language.plain_words 通俗易懂: a trade term is explained in the same or the next agent turn."""

import re
from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook, Term
from warmwatt.skills._cues import Cue, parts
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._talk import pairs_of
from warmwatt.skills._tone import at_fault
from warmwatt.skills._verdict import Advice, Verdict

# 就是 explains where it stands right after the term (X，就是…) or right before it (家里的总开关，就是X).
JUST = r"(?<!要么)(?<!或者)(?<!还)(?<!那)(?<!反正)就(是|叫|这么)"
KEPT = 12
# An explanation in the agent's own words shares at least so many pairs of letters with the handbook's.
OWN_WORDS = 4
WEIGHT = 3.2


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainWordsState:
    """Terms free to use, terms used and awaiting their explanation, the turns that used any, the turns at fault."""

    free: tuple[str, ...] = ()
    waiting: tuple[tuple[str, int], ...] = ()
    used: tuple[int, ...] = ()
    failed: tuple[int, ...] = ()
    failed_term: str = ""


class LanguagePlainWords:
    """Arises where the agent uses a trade term; excused where the customer used it first."""

    criterion = "language.plain_words"
    title = "通俗易懂"
    state_type = PlainWordsState

    def __init__(self, *, handbook: Handbook) -> None:
        self._explains_term = Cue.of(handbook, "explains_term").heard
        self._terms = {term.id: term for term in handbook.of(Term) if term.jargon}
        self._heard = {
            term.id: re.compile("|".join(re.escape(form) for form in (term.term, *term.aliases)), re.IGNORECASE)
            for term in self._terms.values()
        }
        # Most turns name no term at all, which one search tells.
        self._any = re.compile("|".join(f"(?:{form.pattern})" for form in self._heard.values()), re.IGNORECASE)
        garbled = (re.escape(word) for term in self._terms.values() for word in term.heard_as)
        self._garbled = re.compile("|".join(garbled) or r"(?!)")
        self._just = {
            term: re.compile(
                f"(?:{form.pattern})[^。?!]{{0,8}}?{JUST}|,{JUST}(那个|所谓)?(的)?(?:{form.pattern})", re.IGNORECASE
            )
            for term, form in self._heard.items()
        }
        self._plain = {
            term.id: pairs_of(f"{term.plain}。{term.say}") - pairs_of("".join((term.term, *term.aliases)))
            for term in self._terms.values()
        }
        self._explained = {
            term.id: re.compile("|".join((re.escape(term.plain[:6]), *term.explained_by)))
            for term in self._terms.values()
        }

    def begin(self) -> PlainWordsState:
        """This function will return the state before any term."""
        return PlainWordsState()

    def hear(self, state: PlainWordsState, moment: Moment) -> PlainWordsState:
        """This function will note terms used, explained, and left unexplained for a whole agent turn."""
        text = parts(moment.turn.text, "turn")[0]
        terms = [term for term, form in self._heard.items() if form.search(text)] if self._any.search(text) else []
        if moment.turn.who == "customer":
            if not terms and not self._garbled.search(text):
                return state
            terms += [term.id for term in self._terms.values() if any(word in text for word in term.heard_as)]
            # A customer who says the term back asks what it is; it stays to be explained.
            return replace(state, free=_kept((*state.free, *terms)))
        late = [(term, turn) for term, turn in state.waiting if not self._explains(term, text)]
        fresh = [term for term in terms if term not in state.free and term not in dict(state.waiting)]
        unexplained = [term for term in fresh if not self._explains(term, text)]
        return PlainWordsState(
            free=_kept((*state.free, *(term for term in fresh if term not in unexplained), *dict(state.waiting))),
            waiting=tuple((term, moment.index) for term in unexplained),
            used=(*state.used, moment.index)[:KEPT] if fresh else state.used,
            failed=(*state.failed, *sorted({turn for _term, turn in late}))[:KEPT],
            failed_term=late[0][0] if late else state.failed_term,
        )

    def _explains(self, term: str, text: str) -> bool:
        if self._explained[term].search(text) or len(self._plain[term] & pairs_of(text)) >= OWN_WORDS:
            return True
        form = self._heard[term]
        told = (part for part in parts(text, "sentence") if form.search(part))
        return any(self._explains_term.search(part) or self._just[term].search(part) for part in told)

    def judge(self, state: PlainWordsState, ending: Ending) -> Verdict:
        """This function will fail a term that was left unexplained."""
        failed = (*state.failed, *(turn for _term, turn in state.waiting))
        if failed:
            term = state.failed_term or state.waiting[0][0]
            because = f"“{self._terms[term].term}”没有用大白话解释"
            return Verdict(
                criterion=self.criterion, outcome="fail", turns=tuple(dict.fromkeys(failed)), because=because
            )
        if state.used:
            return Verdict(criterion=self.criterion, outcome="pass", turns=state.used, because="专业词都解释了")
        return Verdict(criterion=self.criterion, outcome="na")

    def advise(self, state: PlainWordsState, moment: Moment) -> Advice | None:
        """This function will offer the plain words for the term just used."""
        if not state.waiting or state.waiting[-1][1] != moment.index:
            return None
        term = self._terms[state.waiting[-1][0]]
        return Advice(
            skill=self.criterion, key=term.id, title=self.title, say=term.say, weight=WEIGHT,
            because=f"刚才说了“{term.term}”，客户未必听得懂", rule=f"glossary/{term.id}",
        )  # fmt: skip

    def violates(self, moment: Moment) -> str:
        """This function will return a term that the line alone leaves unexplained."""
        state = self.hear(self.begin(), moment)
        listed = self._terms[state.waiting[0][0]].term if state.waiting else ""
        return at_fault(moment, criterion=self.criterion, listed=listed)


def _kept(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))[-40:]
