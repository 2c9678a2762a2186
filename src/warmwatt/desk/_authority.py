"""Judges a promise the moment it is made: against the authority table, the standard limits and the known outage."""

from datetime import datetime
from functools import lru_cache

from warmwatt.cases import AuthorityJudgement, AuthorityTable, Estimate, judge_promise, limits_in_force
from warmwatt.desk._coach import the_handbook
from warmwatt.handbook import RestorationHistory
from warmwatt.outages import estimate_restoration, promised_restoration
from warmwatt.quantities import WorkingCalendar
from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord
from warmwatt.skills import Heard
from warmwatt.understanding import SpokenPromise

# The demo utility keeps its own limits and, where it has none, those of the grid company and the nation.
COMPANIES = ("jiangzhou", "state_grid", "national")
CALENDAR = WorkingCalendar()
OUTAGE = "outage"
NOTICE = "停电信息公告"


@lru_cache(maxsize=1)
def the_table() -> AuthorityTable:
    """This function will return the authority table, compiled once a process."""
    return AuthorityTable.of(the_handbook())


def judged(
    spoken: SpokenPromise, conversation: ConversationRecord, heard: Heard, *, now: datetime
) -> AuthorityJudgement:
    """This function will say whether the agent may promise this: standard, to be hedged, or beyond authority."""
    flows = heard.session.flows
    matter = flows[0].matter if flows else ""
    return judge_promise(
        kind=spoken.kind,
        words=spoken.words,
        minutes=spoken.minutes,
        until=spoken.until,
        hedged=spoken.hedged,
        conditional=spoken.conditional,
        either_half=spoken.either_half,
        matter=matter,
        estimate=_estimate(conversation, matter, now=now) if spoken.kind == "restore" else None,
        now=now,
        calendar=CALENDAR,
        table=the_table(),
        limits=limits_in_force(the_handbook(), now=now, companies=COMPANIES),
    )


def _estimate(conversation: ConversationRecord, matter: str, *, now: datetime) -> Estimate | None:
    """What the company has told of the outage; where it has told nothing, when four in five such outages are over."""
    contract = conversation.contract
    notice = queries.known_outage(contract, now=now) if contract else None
    if notice:
        return Estimate(at=notice.expected_until, rule=NOTICE, because="公告的预计恢复时间")
    if matter != OUTAGE:
        return None
    handbook = the_handbook()
    expected = estimate_restoration(
        now=now,
        # The power failed before the call; reckoned from the call, the estimate errs on the late side.
        began_at=conversation.started_at,
        promised=promised_restoration(handbook=handbook),
        history=next(iter(handbook.of(RestorationHistory)), None),
    )
    return Estimate(
        at=expected.p80,
        rule=expected.basis,
        because="同类停电八成恢复的时间",
        say=f"{expected.told.sentence}，有变化我马上告诉您。",
    )
