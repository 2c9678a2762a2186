"""Cases and what hangs on them: orders, promises, escalations, log lines, messages to send."""

from django.db import models

from warmwatt.records._conversations import ConversationRecord
from warmwatt.records._staff import Staff, Team
from warmwatt.records._utility import Contract, OutageNotice


class CaseRecord(models.Model):
    """A matter with one owner until the customer is satisfied."""

    class State(models.TextChoices):
        """From opened to closed."""

        OPEN = "open", "处理中"
        WAITING = "waiting", "等待客户"
        RESOLVED = "resolved", "已处理待回访"
        CLOSED = "closed", "已办结"

    number = models.CharField(max_length=24, unique=True)
    matter = models.CharField(max_length=24)
    summary = models.TextField()
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="cases")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN, db_index=True)
    contract = models.ForeignKey(Contract, null=True, blank=True, on_delete=models.PROTECT, related_name="cases")
    contact = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=120, blank=True)
    priority = models.PositiveSmallIntegerField(default=3)
    incident = models.ForeignKey(OutageNotice, null=True, blank=True, on_delete=models.PROTECT, related_name="cases")
    conversations = models.ManyToManyField(ConversationRecord, related_name="cases")
    opened_at = models.DateTimeField(db_index=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    result = models.TextField(blank=True)
    result_told_at = models.DateTimeField(null=True, blank=True)
    survey_asked_at = models.DateTimeField(null=True, blank=True)
    satisfied = models.BooleanField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    opened_in = models.ForeignKey(
        ConversationRecord, null=True, blank=True, on_delete=models.PROTECT, related_name="opened_cases"
    )

    class Meta:
        """One case a conversation and matter, so that a repeated turn opens no second one."""

        constraints = (models.UniqueConstraint(fields=["opened_in", "matter"], name="one_case_a_matter"),)


class OrderRecord(models.Model):
    """Work for a back-office team."""

    class State(models.TextChoices):
        """From dispatched to done."""

        DISPATCHED = "dispatched", "已派单"
        ACCEPTED = "accepted", "已接单"
        ARRIVED = "arrived", "已到场"
        DONE = "done", "已完成"
        RETURNED = "returned", "已退回"

    number = models.CharField(max_length=24, unique=True)
    case = models.ForeignKey(CaseRecord, on_delete=models.PROTECT, related_name="orders")
    team = models.CharField(max_length=16, choices=Team.choices, db_index=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DISPATCHED, db_index=True)
    summary = models.TextField()
    taker = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="orders")
    dispatched_at = models.DateTimeField()
    eta = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    result = models.TextField(blank=True)


class PromiseRecord(models.Model):
    """Something the customer was told will be done: owner, due time, and how it ended."""

    class State(models.TextChoices):
        """Open until it is kept, broken or excused."""

        OPEN = "open", "待兑现"
        KEPT = "kept", "已兑现"
        BROKEN = "broken", "已逾期"
        EXCUSED = "excused", "已免责"

    conversation = models.ForeignKey(
        ConversationRecord, null=True, blank=True, on_delete=models.PROTECT, related_name="promises"
    )
    case = models.ForeignKey(CaseRecord, null=True, blank=True, on_delete=models.PROTECT, related_name="promises")
    turn = models.PositiveIntegerField()
    kind = models.CharField(max_length=16)
    words = models.TextField()
    limit = models.CharField(max_length=60, blank=True)
    due_at = models.DateTimeField(null=True, blank=True, db_index=True)
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="promises")
    authority = models.CharField(max_length=12, default="standard")
    because = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN, db_index=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    escalated_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    made_at = models.DateTimeField()

    class Meta:
        """One promise a turn and kind."""

        constraints = (
            models.UniqueConstraint(fields=["conversation", "turn", "kind"], name="one_promise_a_turn_and_kind"),
        )


class Escalation(models.Model):
    """A matter lifted to someone with more authority, and what became of it."""

    conversation = models.ForeignKey(
        ConversationRecord, null=True, blank=True, on_delete=models.PROTECT, related_name="escalations"
    )
    case = models.ForeignKey(CaseRecord, null=True, blank=True, on_delete=models.PROTECT, related_name="escalations")
    cause = models.CharField(max_length=40)
    words = models.TextField(blank=True)
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    taken_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="escalations")
    taken_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One open escalation a conversation and cause."""

        constraints = (models.UniqueConstraint(fields=["conversation", "cause"], name="one_escalation_a_cause"),)


class CaseLog(models.Model):
    """One line of a case's history; only ever added to."""

    case = models.ForeignKey(CaseRecord, on_delete=models.PROTECT, related_name="log")
    at = models.DateTimeField()
    who = models.CharField(max_length=40)
    what = models.TextField()

    class Meta:
        """In the order of happening."""

        ordering = ("at", "id")


class OutboxMessage(models.Model):
    """A message to a customer, written with what caused it and sent once."""

    class State(models.TextChoices):
        """Waiting, sent, or given up after the last try."""

        WAITING = "waiting", "待发送"
        SENT = "sent", "已发送"
        DEAD = "dead", "发送失败"

    key = models.CharField(max_length=80, unique=True)
    case = models.ForeignKey(CaseRecord, null=True, blank=True, on_delete=models.PROTECT, related_name="messages")
    channel = models.CharField(max_length=12, default="sms")
    to = models.CharField(max_length=80)
    text = models.TextField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING, db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(db_index=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)
