"""Judges a promise the moment it is made: against the authority table, the standard limits and the known outage."""

from datetime import datetime
from functools import lru_cache

from warmwatt.cases import AuthorityJudgement, AuthorityTable, judge_promise, limits_in_force
from warmwatt.desk._coach import the_handbook
from warmwatt.quantities import WorkingCalendar
from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord
from warmwatt.skills import Heard
from warmwatt.understanding import SpokenPromise

# The demo utility keeps its own limits and, where it has none, those of the grid company and the nation.
COMPANIES = ("jiangzhou", "state_grid", "national")
CALENDAR = WorkingCalendar()


@lru_cache(maxsize=1)
def the_table() -> AuthorityTable:
    """This function will return the authority table, compiled once a process."""
    return AuthorityTable.of(the_handbook())


def judged(
    spoken: SpokenPromise, conversation: ConversationRecord, heard: Heard, *, now: datetime
) -> AuthorityJudgement:
    """This function will say whether the agent may promise this: standard, to be hedged, or beyond authority."""
    contract = conversation.contract
    notice = queries.known_outage(contract, now=now) if contract and spoken.kind == "restore" else None
    flows = heard.session.flows
    return judge_promise(
        kind=spoken.kind,
        words=spoken.words,
        minutes=spoken.minutes,
        until=spoken.until,
        hedged=spoken.hedged,
        conditional=spoken.conditional,
        matter=flows[0].matter if flows else "",
        estimate=notice.expected_until if notice else None,
        now=now,
        calendar=CALENDAR,
        table=the_table(),
        limits=limits_in_force(the_handbook(), now=now, companies=COMPANIES),
    )
