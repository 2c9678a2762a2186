"""What a turn does by being said: the handbook's act lists, sentence by sentence, and what promises amount to."""

import re
from collections.abc import Iterable, Iterator

from warmwatt.conversations import Turn
from warmwatt.handbook import Handbook
from warmwatt.understanding._patterns import Patterns, compiled_patterns, plain, sentences_of
from warmwatt.understanding._reading import Act, SpokenPromise

READ_AT_MOST = 2000
CUSTOMER_ACTS = frozenset(
    {
        "ask_supervisor", "threaten", "abuse", "deny", "correct", "confirm", "goodbye", "customer_thanks", "ask",
        "life_support",
    }
)  # fmt: skip
TO_CUSTOMER = re.compile(r"(?:给|跟|向|和)您|告诉您|答复您|回复您|通知您|告知您")
WORKING_DAYS = re.compile(r"[0-9]+_working_days")


class ActReader:
    """Reads the acts of either speaker by one handbook's lists."""

    def __init__(self, *, handbook: Handbook) -> None:
        lists = compiled_patterns(handbook, sort="act").lists
        self._customer = Patterns(lists=tuple(each for each in lists if each.label in CUSTOMER_ACTS))
        self._agent = Patterns(lists=tuple(each for each in lists if each.label not in CUSTOMER_ACTS))

    def read(self, turn: Turn, promises: Iterable[SpokenPromise] = ()) -> tuple[Act, ...]:
        """This function will return every act of the turn, each once, with the words it rests on."""
        sentences = sentences_of(plain(turn.text[:READ_AT_MOST]))
        lists = self._agent if turn.who == "agent" else self._customer
        kinds: dict[str, Act] = {}
        for hit in lists.hits(sentences):
            kinds.setdefault(hit.label, Act(kind=hit.label, words=hit.words))
        for promise in promises:
            for kind in _amounts_to(promise):
                kinds.setdefault(kind, Act(kind=kind, words=promise.words))
        return tuple(kinds.values())


def _amounts_to(promise: SpokenPromise) -> Iterator[str]:
    """A promise with a limit may be an estimate of when; a promised call or answer is a follow-up."""
    answers = promise.kind == "answer" and TO_CUSTOMER.search(promise.words) is not None
    if promise.kind == "callback" or answers or (promise.kind == "send" and promise.conditional):
        yield "followup_promise"
    if _tells_when(promise):
        yield "estimate"


def _tells_when(promise: SpokenPromise) -> bool:
    limited = promise.minutes is not None or promise.until is not None
    if promise.kind in {"restore", "arrive", "send"}:
        return limited
    if promise.kind == "visit":
        return promise.minutes is not None or bool(WORKING_DAYS.fullmatch(promise.until or ""))
    return promise.kind == "answer" and limited and not TO_CUSTOMER.search(promise.words)
