"""Judges a spoken promise: within the agent's authority, in need of a hedge, or beyond it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from warmwatt.cases._case import Authority
from warmwatt.cases._table import AuthorityTable, Overreach
from warmwatt.handbook import Area, AuthorityRule, Handbook, StandardLimit
from warmwatt.quantities import CHINA, WorkingCalendar, resolve_limit, spoken_limit

# What others bring about is judged by its time; a call or an answer is in the agent's own hands.
TIMED = {"arrive", "restore"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """When power is expected back, with what it rests on and how it is told."""

    at: datetime
    rule: str = "estimate.p80"
    because: str = "故障恢复的稳妥估计"
    say: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityJudgement:
    """What the table, the limits and the estimate say of a promise; `better` is a sentence within authority."""

    authority: Authority
    because: str
    rule: str = ""
    better: str = ""
    alternative: str = ""


def limits_in_force(handbook: Handbook, *, now: datetime, companies: Iterable[str]) -> tuple[StandardLimit, ...]:
    """This function will return the limits of the named companies that are in force on `now`'s day."""
    wanted = set(companies)
    day = now.astimezone(CHINA).date()
    return tuple(limit for limit in handbook.in_force(StandardLimit, day) if limit.company in wanted)


def judge_promise(
    *,
    kind: str,
    words: str,
    now: datetime,
    calendar: WorkingCalendar,
    table: AuthorityTable,
    limits: Sequence[StandardLimit] = (),
    minutes: int | None = None,
    until: str | None = None,
    hedged: bool = False,
    conditional: bool = False,
    matter: str = "",
    area: Area | None = None,
    estimate: Estimate | None = None,
    either_half: bool = False,
    turn: int = 0,
) -> AuthorityJudgement:
    """This function will judge a promise by its words, then its time.

    Flat words about what the agent cannot decide are beyond authority or need a hedge, as the table says. A time of
    arrival or restoration may be flat if it is no sooner than the standard limit, or than `estimate` (a notice, or the
    time by which four in five such outages are over). `turn` varies the better sentence.
    """
    overreach = None if hedged or conditional else table.overreach(words)
    if overreach:
        return _beyond(overreach, limits, turn)
    due = resolve_limit(minutes=minutes, until=until, now=now, calendar=calendar, either_half=either_half)
    if hedged or conditional or kind not in TIMED or due is None:
        return AuthorityJudgement(authority="standard", because="在权限之内，没有把话说死")
    fitting = _fitting(limits, kind=kind, words=words, matter=matter, area=area)
    fitting.sort(key=lambda limit: _due(limit, now, calendar))
    if fitting and due >= _due(fitting[0], now, calendar):
        because = f"不早于{fitting[0].title}：{fitting[0].say}"
        return AuthorityJudgement(authority="standard", because=because, rule=fitting[0].id)
    if not fitting and estimate and due >= estimate.at:
        return AuthorityJudgement(authority="standard", because=f"不早于{estimate.because}", rule=estimate.rule)
    rule = next((each.rule for each in table.rules if each.rule.matter == "time"), None)
    return _too_soon(kind=kind, fitting=fitting, estimate=estimate, rule=rule, limits=limits, turn=turn)


def better_wording(rule: AuthorityRule, *, limits: Sequence[StandardLimit] = (), turn: int = 0) -> str:
    """This function will return a sentence within authority; a limit is named only where it is verified."""
    known = next((limit for limit in limits if limit.matter == rule.matter and limit.status == "verified"), None)
    if rule.matter == "time":
        known = next((limit for limit in limits if "arrive" in limit.promise and limit.status == "verified"), None)
    said = spoken_limit(minutes=known.minutes, until=known.until or None) if known else ""
    ready = [line.replace("{limit}", said) for line in rule.better if said or "{limit}" not in line]
    return ready[turn % len(ready)]


def _beyond(overreach: Overreach, limits: Sequence[StandardLimit], turn: int) -> AuthorityJudgement:
    rule = overreach.rule
    return AuthorityJudgement(
        authority=rule.level,
        because=f"“{overreach.words}”属于{rule.title}，{rule.grants}",
        rule=rule.id,
        better=better_wording(rule, limits=limits, turn=turn),
        alternative=rule.alternatives[turn % len(rule.alternatives)],
    )


def _too_soon(
    *,
    kind: str,
    fitting: Sequence[StandardLimit],
    estimate: Estimate | None,
    rule: AuthorityRule | None,
    limits: Sequence[StandardLimit],
    turn: int,
) -> AuthorityJudgement:
    if fitting:
        because = f"比{fitting[0].title}更紧：{fitting[0].say}"
    elif estimate is not None:
        because = f"早于{estimate.because}（{_spoken(estimate.at)}），多半做不到"
    else:
        because = "恢复时间没有依据，要等现场查明" if kind == "restore" else "到场时间没有依据"
    return AuthorityJudgement(
        authority="needs_hedge",
        because=because,
        rule=fitting[0].id if fitting else (rule.id if rule else ""),
        better=_better_time(estimate if not fitting else None, rule, limits, turn),
        alternative=rule.alternatives[turn % len(rule.alternatives)] if rule else "",
    )


def _better_time(
    estimate: Estimate | None, rule: AuthorityRule | None, limits: Sequence[StandardLimit], turn: int
) -> str:
    """The time that can be kept, where one is estimated; else the table's careful words."""
    if estimate and estimate.say:
        return estimate.say
    return better_wording(rule, limits=limits, turn=turn) if rule else ""


def _spoken(at: datetime) -> str:
    return f"{at.astimezone(CHINA):%m月%d日%H:%M}"


def _fitting(
    limits: Sequence[StandardLimit], *, kind: str, words: str, matter: str, area: Area | None
) -> list[StandardLimit]:
    """The limits that speak of this promise: same kind, same matter where told, its own words where it names some."""
    return [
        limit
        for limit in limits
        if kind in limit.promise
        and (not limit.area or limit.area == (area or "city"))
        and (not matter or not limit.matter or limit.matter == matter or bool(limit.words))
        and (not limit.words or any(re.search(pattern, words) for pattern in limit.words))
    ]


def _due(limit: StandardLimit, now: datetime, calendar: WorkingCalendar) -> datetime:
    due = resolve_limit(minutes=limit.minutes, until=limit.until or None, now=now, calendar=calendar)
    if due is None:
        raise ValueError(f"limit {limit.id} has no due time: {limit.until!r}")
    return due
