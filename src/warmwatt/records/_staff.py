"""The people who sign in, by 工号, and the tokens that programs sign in with."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models


class Role(models.TextChoices):
    """What a person does at the desk, which decides what they may see."""

    AGENT = "agent", "座席"
    SUPERVISOR = "supervisor", "班长"
    BACK_OFFICE = "back_office", "后台"
    QUALITY = "quality", "质检"
    ADMIN = "admin", "管理员"


class Team(models.TextChoices):
    """The team that work is sent to."""

    SERVICE = "service", "客服"
    REPAIR = "repair", "抢修"
    METERING = "metering", "计量"
    BILLING = "billing", "营销"
    NEW_SUPPLY = "new_supply", "业扩"


class Staff(AbstractUser):
    """A member of staff; `username` is the 工号."""

    name = models.CharField(max_length=40, blank=True)
    role = models.CharField(max_length=16, choices=Role.choices, default=Role.AGENT)
    team = models.CharField(max_length=16, choices=Team.choices, default=Team.SERVICE)
    capacity = models.PositiveSmallIntegerField(default=4)
    on_duty = models.BooleanField(default=False)

    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return f"{self.name}（{self.username}）"


class ApiToken(models.Model):
    """A program's sign-in: only the SHA-256 of the token is kept."""

    digest = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=80)
    staff = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="tokens")
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)


class AuditLook(models.Model):
    """One look at a customer's record: who, whose, why, when."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT)
    account = models.CharField(max_length=20, db_index=True)
    purpose = models.CharField(max_length=80)
    at = models.DateTimeField(db_index=True)
