"""What follows from a turn beyond its reading: a recognised customer, tracked promises, a case, an escalation."""

from dataclasses import replace
from datetime import datetime

from warmwatt.desk._begin import known_of
from warmwatt.desk._cases import case_of_flow, with_case
from warmwatt.desk._escalations import raise_what_is_due
from warmwatt.desk._promises import track_promises
from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord, TurnRecord
from warmwatt.skills import Heard, Session

# The agent has confirmed or committed: only then is an order sent, so that a misheard address sends nobody out.
COMMITS = ("readback", "estimate", "order_number", "followup_promise")


def follow_up(conversation: ConversationRecord, turn: TurnRecord, heard: Heard, *, now: datetime) -> Heard:
    """This function will write what follows from the turn, and return what was heard with what is known since."""
    session = _recognised(conversation, heard.session, now=now)
    if turn.who == "agent" and (heard.reading.promises or heard.reading.has_act(*COMMITS)):
        session = _with_case_due(conversation, session, now=now)
    heard = replace(heard, session=session)
    track_promises(conversation, turn, heard, now=now)
    raise_what_is_due(conversation, turn, heard, now=now)
    return heard


def _recognised(conversation: ConversationRecord, session: Session, *, now: datetime) -> Session:
    """A caller who gives an account number or a phone on file is known from then on."""
    if conversation.contract is not None:
        return session
    account, phone = session.situation.fact("account"), session.situation.fact("contact")
    if not account and not phone:
        return session
    conversation.contract = queries.find_contract(account=account, phone=phone or "")
    if conversation.contract is None:
        return session
    return replace(session, known=known_of(conversation.contract, contact=conversation.contact, now=now))


def _with_case_due(conversation: ConversationRecord, session: Session, *, now: datetime) -> Session:
    """A flow that has come to its order opens the case; without an agent there is no owner yet, so it waits."""
    if session.case is not None or conversation.agent is None:
        return session
    due = next((progress for progress in session.flows if progress.opens), None)
    if due is None:
        return session
    facts: dict[str, str] = {heard.fact.key: heard.fact.value for heard in session.situation.facts}
    return with_case(session, case_of_flow(conversation, due, facts, owner=conversation.agent, now=now))
