"""What an agent says will be done: who does what by when. Past, denied, quoted and on-call statements are no promises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from warmwatt.conversations import Turn
from warmwatt.understanding._limits import Limit, limits_in, longest
from warmwatt.understanding._patterns import plain
from warmwatt.understanding._promised import (
    CONDITION,
    CUSTOMER_DOES,
    DENIED,
    DOING,
    ELLIPTIC,
    HEDGE,
    KINDS,
    PAST,
    QUESTION,
    UNLESS,
    WHETHER,
    kind_by_context,
)  # fmt: skip
from warmwatt.understanding._reading import PromiseKind, SpokenPromise
from warmwatt.understanding._situation import Situation

READ_AT_MOST = 2000
CLAUSE = re.compile(r"[^,。!?;…\n、~—]+[,。!?;…\n、~—]*|[,。!?;…\n、~—]+")
QUOTED = re.compile(r'"[^"]{0,60}"|「[^」]{0,60}」|『[^』]{0,60}』')
REACH = 2
LONG = 1440


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch between commas, and the kinds of promise that it makes."""

    index: int
    start: int
    end: int
    text: str
    kinds: tuple[PromiseKind, ...]
    refused: bool


def read_promises(turn: Turn, situation: Situation) -> tuple[SpokenPromise, ...]:
    """This function will return the agent's promises, each kind once; one made before counts again with a new limit."""
    if turn.who != "agent":
        return ()
    text = QUOTED.sub(lambda quoted: "\0" * len(quoted.group()), plain(turn.text[:READ_AT_MOST]))
    clauses = tuple(_clauses(text))
    found: dict[PromiseKind, SpokenPromise] = {}
    for promise in (*_promises(text, clauses), *_elliptic(text, clauses, situation)):
        older = found.get(promise.kind)
        if older is None or (older.minutes is None and older.until is None):
            found[promise.kind] = promise
    return tuple(promise for promise in found.values() if not _said_before(promise, situation))


def _said_before(promise: SpokenPromise, situation: Situation) -> bool:
    """A promise repeated without a new limit is the one made before."""
    limits = [(heard.promise.minutes, heard.promise.until) for heard in situation.promises if heard.promise.kind == promise.kind]
    limit = (promise.minutes, promise.until)
    return bool(limits) and promise.kind != "send" and (limit == (None, None) or limit in limits)


def _clauses(text: str) -> Iterator[Clause]:
    for index, match in enumerate(CLAUSE.finditer(text)):
        words = WHETHER.sub("", match.group())
        refused = not words or bool(PAST.search(words) or QUESTION.search(words) or UNLESS.search(words))
        kinds = () if refused else tuple(_kinds_of(words))
        yield Clause(index=index, start=match.start(), end=match.end(), text=match.group(), kinds=kinds, refused=refused)


def _kinds_of(words: str) -> Iterator[PromiseKind]:
    if DENIED.search(words):
        return
    taken: set[PromiseKind] = set()
    for kind, pattern, excludes in KINDS:
        if kind in taken or not pattern.search(words):
            continue
        if CUSTOMER_DOES.search(words) and kind not in {"restore", "callback"}:
            continue
        if kind in {"other", "visit"} and DOING.search(words):
            continue
        yield kind
        taken |= {kind, *excludes}


def _promises(text: str, clauses: tuple[Clause, ...]) -> Iterator[SpokenPromise]:
    limits = limits_in(text)
    makers = [clause for clause in clauses if clause.kinds]
    for clause in makers:
        limit = _limit_of(clause, clauses, limits)
        for kind in clause.kinds:
            yield _promise(kind, limit if kind == _limited(clause, limit) else None, clause, text)


def _limited(clause: Clause, limit: Limit | None) -> PromiseKind:
    """Of two promises in one clause the limit is of the later one: 报上去,明早前给您回音 apart, 派师傅两小时内到 alike."""
    order = [kind for kind in clause.kinds if kind != "apply_upward"]
    return (order or list(clause.kinds))[0] if limit else clause.kinds[0]


def _limit_of(clause: Clause, clauses: tuple[Clause, ...], limits: tuple[Limit, ...]) -> Limit | None:
    """The limit in the clause itself, else of the bare clauses just before it, else of those just after it."""
    own = _within(clause, limits)
    if own:
        return longest(own)
    for other in reversed(clauses[max(0, clause.index - REACH) : clause.index]):
        if other.kinds or (other.refused and _within(other, limits)):
            break
        if near := _within(other, limits):
            return longest(near)
    after: tuple[Limit, ...] = ()
    for other in clauses[clause.index + 1 : clause.index + 1 + REACH]:
        if other.kinds or other.refused:
            break
        after += _within(other, limits)
    return longest(after)


def _within(clause: Clause, limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    return tuple(limit for limit in limits if clause.start <= limit.start < clause.end)


def _promise(kind: PromiseKind, limit: Limit | None, clause: Clause, text: str) -> SpokenPromise:
    around = text[max(0, clause.start - 24) : clause.end + 16]
    return SpokenPromise(
        kind=_settled(kind, limit),
        minutes=limit.minutes if limit else None,
        until=limit.until if limit else None,
        hedged=bool(HEDGE.search(around)),
        conditional=bool(CONDITION.search(around)),
        words=clause.text.strip(",。!?;…、~— \0"),
    )


def _settled(kind: PromiseKind, limit: Limit | None) -> PromiseKind:
    """A crew that comes within the day is a fault crew; one that comes in working days or on a named day visits."""
    if kind == "arrive" and limit and _is_long(limit):
        return "visit"
    return kind


def _is_long(limit: Limit) -> bool:
    if limit.minutes is not None:
        return limit.minutes >= LONG
    until = limit.until or ""
    return not (until == "today" or until.startswith("ton") or (":" in until and "_" not in until))


def _elliptic(text: str, clauses: tuple[Clause, ...], situation: Situation) -> Iterator[SpokenPromise]:
    """快的话四十分钟,慢的话一个半小时: a limit alone, of what the line or the talk before it is about."""
    if any(clause.kinds for clause in clauses):
        return
    bare = tuple(clause for clause in clauses if not clause.refused)
    limits = tuple(limit for limit in limits_in(text) if any(clause.start <= limit.start < clause.end for clause in bare))
    kind = kind_by_context(text, situation)
    if limits and kind and ELLIPTIC.search(text):
        clause = next(clause for clause in bare if _within(clause, limits))
        yield _promise(kind, longest(limits), clause, text)
