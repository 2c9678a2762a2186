"""Conversations as heard: turns with their readings, cards shown, facts, scorecards."""

from django.db import models

from warmwatt.records._staff import Staff
from warmwatt.records._utility import Contract


class ConversationRecord(models.Model):
    """A live or finished conversation. `session` is the coach's whole memory of it, plain JSON."""

    class State(models.TextChoices):
        """Waiting for an agent, being talked, or over."""

        WAITING = "waiting", "等待接入"
        LIVE = "live", "进行中"
        CLOSED = "closed", "已结束"

    id = models.CharField(max_length=40, primary_key=True)
    channel = models.CharField(max_length=8)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING, db_index=True)
    agent = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="conversations")
    contract = models.ForeignKey(
        Contract, null=True, blank=True, on_delete=models.PROTECT, related_name="conversations"
    )
    caller = models.CharField(max_length=60, blank=True)
    contact = models.CharField(max_length=20, blank=True)
    customer_key = models.CharField(max_length=64, blank=True, db_index=True)
    started_at = models.DateTimeField(db_index=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    session = models.JSONField(default=dict)
    topics = models.JSONField(default=list)
    customer_state = models.CharField(max_length=14, default="calm")
    turn_count = models.PositiveIntegerField(default=0)
    customer_spoke_at = models.DateTimeField(null=True, blank=True)
    agent_spoke_at = models.DateTimeField(null=True, blank=True)
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    rating_words = models.TextField(blank=True)
    played = models.BooleanField(default=False)


class TurnRecord(models.Model):
    """One accepted turn and what was read from it. `key` is the sender's own id: the same key is accepted once."""

    conversation = models.ForeignKey(ConversationRecord, on_delete=models.PROTECT, related_name="turns")
    index = models.PositiveIntegerField()
    key = models.CharField(max_length=64)
    who = models.CharField(max_length=8)
    text = models.TextField()
    start = models.FloatField(default=0.0)
    end = models.FloatField(null=True, blank=True)
    heard_at = models.DateTimeField()
    reading = models.JSONField(default=dict)

    class Meta:
        """A turn has one place, and one key is heard once."""

        ordering = ("index",)
        constraints = (
            models.UniqueConstraint(fields=["conversation", "index"], name="one_turn_a_place"),
            models.UniqueConstraint(fields=["conversation", "key"], name="one_turn_a_key"),
        )


class AdviceRecord(models.Model):
    """A card as shown to the agent, from the turn that raised it to the turn that made it unneeded."""

    conversation = models.ForeignKey(ConversationRecord, on_delete=models.PROTECT, related_name="advices")
    skill = models.CharField(max_length=40)
    key = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=80, blank=True)
    say = models.TextField()
    because = models.TextField(blank=True)
    rule = models.CharField(max_length=200, blank=True)
    weight = models.FloatField(default=1.0)
    shown_turn = models.PositiveIntegerField()
    withdrawn_turn = models.PositiveIntegerField(null=True, blank=True)
    used = models.BooleanField(null=True, blank=True)

    class Meta:
        """A card is open once at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=["conversation", "skill", "key"],
                condition=models.Q(withdrawn_turn__isnull=True),
                name="one_open_card_a_skill_and_key",
            ),
        )


class FactRecord(models.Model):
    """The latest value of a fact in a conversation."""

    conversation = models.ForeignKey(ConversationRecord, on_delete=models.PROTECT, related_name="facts")
    key = models.CharField(max_length=16)
    value = models.CharField(max_length=200)
    said = models.CharField(max_length=200)
    turn = models.PositiveIntegerField()
    who = models.CharField(max_length=8)

    class Meta:
        """One value a key."""

        constraints = (models.UniqueConstraint(fields=["conversation", "key"], name="one_value_a_fact"),)


class Scorecard(models.Model):
    """The review of a closed conversation: verdicts with evidence, and the score, by a form version."""

    conversation = models.ForeignKey(ConversationRecord, on_delete=models.PROTECT, related_name="scorecards")
    reviewer = models.CharField(max_length=20, default="machine")
    form = models.CharField(max_length=40)
    score = models.DecimalField(max_digits=5, decimal_places=1)
    verdicts = models.JSONField(default=list)
    made_at = models.DateTimeField()

    class Meta:
        """One scorecard a reviewer and form."""

        constraints = (
            models.UniqueConstraint(fields=["conversation", "reviewer", "form"], name="one_scorecard_a_reviewer"),
        )
