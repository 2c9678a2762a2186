"""Corrections: what a person holds to be right where the desk read or judged otherwise; the desk's own stays."""

from django.db import models

from warmwatt.records._conversations import ConversationRecord
from warmwatt.records._staff import Staff


class Correction(models.Model):
    """One correction of a turn's topics or state, or of a criterion's verdict.

    `read` and `right` are lists of labels: many for topics, one for a state or a verdict. It stands until `ended_at`,
    when it was taken back or another took its place; it is never changed or deleted.
    """

    class Kind(models.TextChoices):
        """What is corrected."""

        TOPICS = "topics", "业务"
        STATE = "state", "情绪"
        VERDICT = "verdict", "质检"

    class Ending(models.TextChoices):
        """How it ended."""

        REPLACED = "replaced", "再次更正"
        TAKEN_BACK = "taken_back", "已撤回"

    conversation = models.ForeignKey(ConversationRecord, on_delete=models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=8, choices=Kind.choices, db_index=True)
    turn = models.PositiveIntegerField(null=True, blank=True)
    criterion = models.CharField(max_length=40, blank=True)
    read = models.JSONField(default=list)
    right = models.JSONField(default=list)
    reason = models.TextField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="corrections")
    made_at = models.DateTimeField(db_index=True)
    ended_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)

    class Meta:
        """One correction stands at a time for each turn's topics, each turn's state, and each criterion."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["conversation", "kind", "turn"],
                condition=models.Q(ended_at__isnull=True, turn__isnull=False),
                name="one_standing_correction_a_turn",
            ),
            models.UniqueConstraint(
                fields=["conversation", "criterion"],
                condition=models.Q(ended_at__isnull=True, turn__isnull=True),
                name="one_standing_correction_a_criterion",
            ),
        )
