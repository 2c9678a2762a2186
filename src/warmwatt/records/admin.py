"""What administrators may see and set in the browser: people, outages; records of the past are read only."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

from warmwatt.records.models import ApiToken, AuditLook, CaseRecord, Contract, OutageNotice, OutboxMessage, Staff


@admin.register(Staff)
class StaffAdmin(UserAdmin):  # type: ignore[type-arg]
    """People by 工号."""

    list_display = ("username", "name", "role", "team", "on_duty", "is_active")
    list_filter = ("role", "team", "is_active")
    search_fields = ("username", "name")
    fieldsets = (
        (None, {"fields": ("username", "password", "name", "role", "team", "capacity", "on_duty")}),
        ("sign-in", {"fields": ("is_active", "is_staff", "is_superuser")}),
    )
    add_fieldsets = ((None, {"fields": ("username", "name", "role", "team", "password1", "password2")}),)


@admin.register(OutageNotice)
class OutageAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Published and live outages."""

    list_display = ("node", "kind", "area", "cause", "starts_at", "expected_until", "ended_at")
    list_filter = ("kind",)
    autocomplete_fields = ()
    raw_id_fields = ("node",)


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Records that the desk alone writes."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """This function will refuse: the desk writes these."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """This function will refuse: the desk writes these."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """This function will refuse: nothing is lost."""
        return False


@admin.register(AuditLook)
class AuditAdmin(ReadOnlyAdmin):
    """Who looked at whose record, and why."""

    list_display = ("at", "staff", "account", "purpose")
    search_fields = ("account", "staff__username")


@admin.register(OutboxMessage)
class OutboxAdmin(ReadOnlyAdmin):
    """Messages, with those that could not be sent."""

    list_display = ("key", "channel", "state", "tries", "sent_at", "last_error")
    list_filter = ("state", "channel")


@admin.register(CaseRecord)
class CaseAdmin(ReadOnlyAdmin):
    """Cases."""

    list_display = ("number", "matter", "state", "owner", "opened_at", "closed_at")
    list_filter = ("matter", "state")
    search_fields = ("number",)


@admin.register(Contract)
class ContractAdmin(ReadOnlyAdmin):
    """Supply contracts."""

    list_display = ("account", "category", "schedule", "address")
    search_fields = ("account",)


@admin.register(ApiToken)
class TokenAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Programs' tokens, to be revoked."""

    list_display = ("label", "staff", "created_at", "revoked_at")
    fields = ("label", "staff", "revoked_at")
    readonly_fields = ("label", "staff")
