"""Does what is due: reminders, overdue promises, messages to send. Any number of workers may run it.

Each due thing is taken by one conditional UPDATE, so that it is done once however many workers look, and whatever was
due while no worker ran is found at the next look.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from warmwatt.desk._announce import announce, announce_board
from warmwatt.records.models import CaseLog, Escalation, OutboxMessage, PromiseRecord

log = logging.getLogger(__name__)
REMIND_BEFORE = timedelta(minutes=15)
BATCH = 200
MOST_TRIES = 5

Sender = Callable[[OutboxMessage], None]


def do_due(*, now: datetime, send: Sender) -> int:
    """This function will do everything that is due at `now`, and return how many things were done."""
    return _remind(now) + _overdue(now) + _send_waiting(now, send)


def _remind(now: datetime) -> int:
    soon = PromiseRecord.objects.filter(state="open", reminded_at__isnull=True, due_at__lte=now + REMIND_BEFORE)
    done = 0
    for promise in soon.select_related("conversation__agent")[:BATCH]:
        taken = PromiseRecord.objects.filter(pk=promise.pk, reminded_at__isnull=True).update(reminded_at=now)
        done += taken
        if taken and promise.conversation:
            announce(promise.conversation, "promise_due")
    return done


def _overdue(now: datetime) -> int:
    late = PromiseRecord.objects.filter(state="open", escalated_at__isnull=True, due_at__lt=now)
    done = 0
    for promise in late.select_related("case", "conversation", "owner")[:BATCH]:
        with transaction.atomic():
            taken = PromiseRecord.objects.filter(pk=promise.pk, state="open", escalated_at__isnull=True)
            if not taken.update(escalated_at=now):
                continue
            _lift(promise, now)
            done += 1
    return done


def _lift(promise: PromiseRecord, now: datetime) -> None:
    due = timezone.localtime(promise.due_at)
    what = f"承诺“{promise.words}”应于{due:%m月%d日%H:%M}前兑现，已逾期"
    if promise.conversation is not None:
        Escalation.objects.get_or_create(
            conversation=promise.conversation,
            cause=f"overdue.{promise.pk}",
            defaults={"words": what, "raised_at": now, "case": promise.case},
        )
    if promise.case:
        CaseLog.objects.create(case=promise.case, at=now, who="系统", what=what)
    announce_board("promise_overdue")


def _send_waiting(now: datetime, send: Sender) -> int:
    due = OutboxMessage.objects.filter(state="waiting", next_try_at__lte=now).order_by("next_try_at")
    return sum(_send_one(message, now, send) for message in due[:BATCH])


def _send_one(message: OutboxMessage, now: datetime, send: Sender) -> int:
    tries = message.tries + 1
    again_at = now + timedelta(minutes=2**tries)
    # Taken before it is sent: a worker killed in between tries again later, and no two send at once.
    taken = OutboxMessage.objects.filter(pk=message.pk, state="waiting", tries=message.tries)
    if not taken.update(tries=tries, next_try_at=again_at):
        return 0
    try:
        send(message)
    except Exception as error:
        log.warning("message %s was not sent: %s", message.key, error)
        state = "dead" if tries >= MOST_TRIES else "waiting"
        OutboxMessage.objects.filter(pk=message.pk).update(state=state, last_error=str(error)[:500])
        return 0
    OutboxMessage.objects.filter(pk=message.pk).update(state="sent", sent_at=now)
    return 1
