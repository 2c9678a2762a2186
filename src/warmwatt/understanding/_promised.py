"""The handbook's wordings of promises, compiled: what is promised, and what makes a statement no promise.

Labels of sort `promise`: a kind (`restore`), `guard.…` (past, denied, question …), `context.…` (what a limit alone is
about) and `part.…`, which the other patterns name in braces: `{crew}.{0,16}到`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from warmwatt.handbook import Handbook, PhraseList
from warmwatt.understanding._limit import Limit
from warmwatt.understanding._reading import PromiseKind
from warmwatt.understanding._situation import Situation

# In order: a kind that is heard keeps the kinds named after it from being heard in the same clause.
KINDS: tuple[tuple[PromiseKind, tuple[PromiseKind, ...]], ...] = (
    ("callback", ("answer",)),
    ("answer", ("callback",)),
    ("send", ()),
    ("arrive", ("visit",)),
    ("restore", ()),
    ("visit", ()),
    ("apply_upward", ()),
    ("other", ()),
)
CONTEXTS: tuple[PromiseKind, ...] = ("visit", "arrive", "restore", "answer", "send", "callback")
# What is promised to be done, where the clause makes no promise of a kind of its own.
ELSE = "other.else"
# What is told once it has been looked into is a result, though the words are those of a call.
SURELY_ANSWER = "answer.surely"
NAMED_PART = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseWordings:
    """One handbook's promise lists, ready to hear with."""

    heard: Mapping[str, re.Pattern[str]]

    def found(self, label: str, text: str) -> bool:
        """This function will tell whether the list `label` is heard in the text; a list that is missing never is."""
        pattern = self.heard.get(label)
        return pattern is not None and pattern.search(text) is not None

    def guarded(self, names: Iterable[str], text: str) -> bool:
        """This function will tell whether any of the named guards is heard in the text."""
        return any(self.found(f"guard.{name}", text) for name in names)

    def without_whether(self, text: str) -> str:
        """This function will leave out an indirect question: 我报上去问问能不能宽限 → 我报上去."""
        pattern = self.heard.get("guard.whether")
        return pattern.sub("", text) if pattern else text

    def kinds(self, words: str) -> tuple[PromiseKind, ...]:
        """This function will return the kinds of promise that a clause makes, in order."""
        heard: list[PromiseKind] = []
        taken: set[PromiseKind] = set()
        for kind, excludes in KINDS:
            if kind not in taken and self.found(kind, words) and not self._is_no_promise(kind, words):
                heard.append(kind)
                taken.update(excludes)
        if self.found(SURELY_ANSWER, words) and not self._is_no_promise("answer", words):
            heard = [kind for kind in heard if kind not in {"callback", "answer", "other"}] + ["answer"]
        if not heard and self.found(ELSE, words) and not self._is_no_promise("other", words):
            return ("other",)
        return tuple(heard)

    def _is_no_promise(self, kind: PromiseKind, words: str) -> bool:
        """What the customer is to do, what is done during the call and what is only polite is not promised."""
        if kind not in {"restore", "callback"} and self.found("guard.customer_does", words):
            return True
        if kind == "callback":
            return self.found("guard.customer_calls", words)
        if kind == "other" and self.found("guard.courtesy", words):
            return True
        return kind in {"other", "visit"} and self.found("guard.doing", words)

    def settled(self, kind: PromiseKind, limit: Limit | None, *, words: str, line: str) -> PromiseKind:
        """This function will tell what comes: a fault crew arrives, an appointment visits, a message is sent.

        A crew that comes in working days or on a named day after tomorrow visits too.
        """
        if kind != "arrive":
            return kind
        if self.found("guard.delivered", line) and not self.found("guard.comes", words):
            return "send"
        appointed = self.found("guard.in_person", line) and not self.found("guard.urgent", line)
        return "visit" if appointed or (limit and limit.is_long) else kind

    def kind_by_context(self, nearest_first: Iterable[str], situation: Situation) -> PromiseKind | None:
        """This function will return what a bare limit is about: the nearest matter, or the promise just asked about."""
        for text in nearest_first:
            for kind in CONTEXTS:
                if self.found(f"context.{kind}", text):
                    return kind
        previous = situation.previous
        if situation.promises and previous and self.found("guard.asks_when", previous.text):
            return situation.promises[-1].promise.kind
        return None


def compiled_promises(handbook: Handbook) -> PromiseWordings:
    """This function will compile the handbook's promise lists, their named parts put in place."""
    entries = [entry for entry in handbook.of(PhraseList) if entry.sort == "promise"]
    parts = {each.label.removeprefix("part."): _either(each.patterns) for each in entries if each.label[:5] == "part."}
    lists: dict[str, list[str]] = {}
    for entry in entries:
        lists.setdefault(entry.label, []).extend(entry.patterns)
    return PromiseWordings(heard={label: _compiled(patterns, parts) for label, patterns in lists.items()})


def _compiled(patterns: Iterable[str], parts: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(_with_parts(_with_parts(_either(patterns), parts), parts))


def _with_parts(pattern: str, parts: Mapping[str, str]) -> str:
    """Twice over, as a part may name another: {when} is told in {n}."""
    return NAMED_PART.sub(lambda name: parts.get(name[1], name[0]), pattern)


def _either(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"
