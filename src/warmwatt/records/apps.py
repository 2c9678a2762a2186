"""The Django app that holds what is stored."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Models, migrations and queries."""

    name = "warmwatt.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
