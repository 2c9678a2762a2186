"""What an agent says will be done, by when. Past, denied, quoted and on-call statements are no promises."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from warmwatt.conversations import Turn
from warmwatt.handbook import Handbook
from warmwatt.understanding._limits import Limit, at_its_half, limits_in, longest
from warmwatt.understanding._patterns import SENTENCE, plain
from warmwatt.understanding._promised import PromiseWordings, compiled_promises
from warmwatt.understanding._reading import PromiseKind, SpokenPromise
from warmwatt.understanding._situation import Situation

READ_AT_MOST = 2000
CLAUSE = re.compile(r"[^,。!?;…\n、~—]+[,。!?;…\n、~—]*|[,。!?;…\n、~—]+")
QUOTED = re.compile(r'"[^"]{0,60}"|「[^」]{0,60}」|『[^』]{0,60}』')
ENDS = ",。!?;…、~— \0"
REACH = 2
Limits = tuple[Limit, ...]
# A clause with no more letters than these beside its limit tells the limit alone: 六点, 大概三十来分钟吧.
BARE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch between commas, and the kinds of promise that it makes."""

    index: int
    start: int
    end: int
    text: str
    kinds: tuple[PromiseKind, ...]
    refused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An agent's line made plain, what is quoted blanked out, with its clauses and time limits."""

    text: str
    clauses: tuple[Clause, ...]
    limits: Limits


class PromiseReader:
    """Reads the promises of an agent's turns by one handbook's lists."""

    def __init__(self, *, handbook: Handbook) -> None:
        self._wordings: PromiseWordings = compiled_promises(handbook)

    def read(self, turn: Turn, situation: Situation) -> tuple[SpokenPromise, ...]:
        """This function will return the promises made, each kind once; a new limit makes a promise new."""
        if turn.who != "agent":
            return ()
        return fresh(self.made(self.line(turn), situation), situation)

    def line(self, turn: Turn) -> Line:
        """This function will return the turn's words as promises are read from them."""
        text = unquoted(plain(turn.text[:READ_AT_MOST]))
        return Line(text=text, clauses=tuple(self._clauses(text)), limits=limits_in(text))

    def made(self, line: Line, situation: Situation) -> tuple[SpokenPromise, ...]:
        """This function will return every promise that the lists hear in the line, each kind once."""
        found: dict[PromiseKind, SpokenPromise] = {}
        for promise in (*self._made(line), *self._elliptic(line, situation)):
            older = found.get(promise.kind)
            if older is None or (older.minutes is None and older.until is None):
                found[promise.kind] = promise
        return tuple(found.values())

    def supposed(self, line: Line, *, kind: PromiseKind, words: str) -> SpokenPromise:
        """This function will return the promise of a kind that was heard in `words` by other means than the lists."""
        at = max(0, line.text.find(words)) + len(words) // 2
        clause = next((each for each in line.clauses if each.start <= at < each.end), line.clauses[0])
        return self._promise(kind, _limit_of(clause, line.clauses, line.limits), clause, line.text)

    def _clauses(self, text: str) -> Iterator[Clause]:
        said_back = tuple(
            (found.start(), found.end())
            for found in SENTENCE.finditer(text)
            if self._wordings.guarded(("said_back",), found.group())
        )
        for index, match in enumerate(CLAUSE.finditer(text)):
            words = self._wordings.without_whether(match.group())
            refused = not words or self._wordings.guarded(("past", "question", "unless"), words)
            refused = refused or any(start <= match.start() < end for start, end in said_back)
            denied = refused or self._wordings.guarded(("denied",), words)
            kinds = () if denied else self._wordings.kinds(words)
            yield Clause(
                index=index, start=match.start(), end=match.end(), text=match.group(), kinds=kinds, refused=refused
            )

    def _made(self, line: Line) -> Iterator[SpokenPromise]:
        for clause in line.clauses:
            limit = self._worst(clause, line) if clause.kinds else None
            for kind in clause.kinds:
                yield self._promise(kind, limit if kind == _limited(clause) else None, clause, line.text)

    def _worst(self, clause: Clause, line: Line) -> Limit | None:
        """二十分钟就到,堵的话得五十分钟: of the usual and the worst case, the worst."""
        limit = _limit_of(clause, line.clauses, line.limits)
        for other in line.clauses[clause.index + 1 : clause.index + 1 + REACH]:
            if limit is None or other.kinds or other.refused:
                break
            if (worse := _within(other, line.limits)) and self._wordings.guarded(("worst",), other.text):
                return longest(worse)
        return limit

    def _elliptic(self, line: Line, situation: Situation) -> Iterator[SpokenPromise]:
        """快的话四十分钟,慢的话一个半小时: a limit alone, of what the line or the talk before it is about."""
        if any(clause.kinds for clause in line.clauses):
            return
        alone = [clause for clause in line.clauses if self._tells_limit_alone(clause, line)]
        if not alone:
            return
        before = [clause.text for clause in reversed(line.clauses[: alone[0].index + 1])]
        kind = self._wordings.kind_by_context((*before, line.text), situation)
        if kind:
            said = tuple(limit for clause in alone for limit in _within(clause, line.limits))
            yield self._promise(kind, longest(said), alone[0], line.text)

    def _tells_limit_alone(self, clause: Clause, line: Line) -> bool:
        limits = _within(clause, line.limits)
        if clause.refused or not limits:
            return False
        beside = len(clause.text.strip(ENDS)) - sum(len(limit.words) for limit in limits)
        return beside <= BARE or self._wordings.guarded(("elliptic",), line.text)

    def _promise(self, kind: PromiseKind, limit: Limit | None, clause: Clause, text: str) -> SpokenPromise:
        kind = self._wordings.settled(kind, limit, words=clause.text, line=text)
        limit = at_its_half(limit, kind)
        around = text[max(0, clause.start - 24) : clause.end + 16]
        return SpokenPromise(
            kind=kind,
            minutes=limit.minutes if limit else None,
            until=limit.until if limit else None,
            hedged=self._wordings.guarded(("hedge",), around),
            conditional=self._wordings.guarded(("condition",), around),
            words=clause.text.strip(ENDS),
            either_half=limit.either_half if limit else False,
        )


def unquoted(text: str) -> str:
    """This function will blank out what a line quotes, letter for letter."""
    return QUOTED.sub(lambda quoted: "\0" * len(quoted.group()), text)


def fresh(promises: Iterable[SpokenPromise], situation: Situation) -> tuple[SpokenPromise, ...]:
    """This function will leave out the promises that only repeat what was promised before."""
    return tuple(promise for promise in promises if not _said_before(promise, situation))


def _said_before(promise: SpokenPromise, situation: Situation) -> bool:
    """A promise repeated without a new limit is the one made before, unless what was hedged is now said flat.

    What is sent may be another thing each time.
    """
    before = [heard.promise for heard in situation.promises if heard.promise.kind == promise.kind]
    if not before or promise.kind == "send":
        return False
    limit = (promise.minutes, promise.until)
    if limit == (None, None):
        return True
    alike = [each for each in before if (each.minutes, each.until) == limit]
    return bool(alike) and (not _is_flat(promise) or any(_is_flat(each) for each in alike))


def _is_flat(promise: SpokenPromise) -> bool:
    return not promise.hedged and not promise.conditional


def _limited(clause: Clause) -> PromiseKind:
    """Of two promises in one clause the limit is of the one that is not merely passed upward."""
    return next((kind for kind in clause.kinds if kind != "apply_upward"), clause.kinds[0])


def _limit_of(clause: Clause, clauses: tuple[Clause, ...], limits: Limits) -> Limit | None:
    """The limit in the clause itself, else of the bare clauses just before it, else of those just after it."""
    if own := _within(clause, limits):
        return longest(own)
    for other in reversed(clauses[max(0, clause.index - REACH) : clause.index]):
        near = _within(other, limits)
        if other.kinds or (other.refused and near):
            break
        if near:
            return longest(near)
    after: Limits = ()
    for other in clauses[clause.index + 1 : clause.index + 1 + REACH]:
        if other.kinds or other.refused:
            break
        after += _within(other, limits)
    return longest(after)


def _within(clause: Clause, limits: Limits) -> Limits:
    return tuple(limit for limit in limits if clause.start <= limit.start < clause.end)
