"""The Django app of the pages, the API and the live push."""

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    """Templates, static files, views."""

    name = "warmwatt.workbench"
    label = "workbench"
