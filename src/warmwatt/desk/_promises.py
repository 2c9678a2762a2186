"""A promise in an agent's words becomes a tracked promise; it ends kept, broken or excused, never silently."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from warmwatt.desk._announce import announce
from warmwatt.desk._authority import judged
from warmwatt.desk._errors import UnableToChange, no_such
from warmwatt.quantities import WorkingCalendar
from warmwatt.records.models import CaseLog, ConversationRecord, PromiseRecord, Staff, TurnRecord
from warmwatt.skills import Heard
from warmwatt.understanding import SpokenPromise, resolve_limit

CALENDAR = WorkingCalendar()


def track_promises(conversation: ConversationRecord, turn: TurnRecord, heard: Heard, *, now: datetime) -> None:
    """This function will write down what the agent promised in this turn; a new limit replaces an older one."""
    if turn.who != "agent" or conversation.agent is None:
        return
    for spoken in heard.reading.promises:
        due = resolve_limit(spoken, now=now, calendar=CALENDAR)
        verdict = judged(spoken, conversation, heard, now=now)
        if not _is_news(conversation, spoken, verdict.authority, now=now):
            continue
        PromiseRecord.objects.get_or_create(
            conversation=conversation,
            turn=turn.index,
            kind=spoken.kind,
            defaults={
                "words": spoken.words or turn.text,
                "limit": spoken.until or (f"{spoken.minutes} min" if spoken.minutes else ""),
                "due_at": due,
                "owner": conversation.agent,
                "authority": verdict.authority,
                "because": verdict.because,
                "case": conversation.cases.exclude(state="closed").first(),
                "made_at": now,
            },
        )


def _is_news(conversation: ConversationRecord, spoken: SpokenPromise, authority: str, *, now: datetime) -> bool:
    """Whether the promise is new; one with another limit, or now said flat, takes the place of the older."""
    older = conversation.promises.filter(kind=spoken.kind, state="open").order_by("-id").first()
    if older is None:
        return True
    limit = spoken.until or (f"{spoken.minutes} min" if spoken.minutes else "")
    if not limit or (limit, authority) == (older.limit, older.authority):
        return False
    older.state, older.ended_at, older.reason = "excused", now, "通话中改约，以后一次答复为准"
    older.save(update_fields=["state", "ended_at", "reason"])
    return True


def end_promise(promise_id: int, *, state: str, reason: str, staff: Staff, now: datetime) -> PromiseRecord:
    """This function will end an open promise as kept, broken or excused; the last two need a reason."""
    with transaction.atomic():
        promise = PromiseRecord.objects.select_for_update().filter(pk=promise_id).first()
        if promise is None:
            raise no_such("promise")
        _check_end(promise, state, reason)
        promise.state, promise.ended_at, promise.reason = state, now, reason.strip()
        promise.save(update_fields=["state", "ended_at", "reason"])
        if promise.case:
            what = f"承诺“{promise.words}” {promise.get_state_display()}" + (f"：{reason}" if reason else "")
            CaseLog.objects.create(case=promise.case, at=now, who=str(staff), what=what)
        if promise.conversation:
            announce(promise.conversation, "promise")
    return promise


def _check_end(promise: PromiseRecord, state: str, reason: str) -> None:
    if promise.state != "open":
        message = _("This promise has already ended: %(state)s.")
        raise UnableToChange("ended", message % {"state": promise.get_state_display()})
    if state not in {"kept", "broken", "excused"}:
        raise UnableToChange("state", _("A promise ends kept, broken or excused."))
    if state != "kept" and not reason.strip():
        raise UnableToChange("reason", _("Say why the promise was not kept, or why it no longer holds."))
