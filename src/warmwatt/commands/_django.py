"""Makes Django ready for the commands that touch the records; the others never load it."""

import os


def set_up_django() -> None:
    """This function will load the settings and the apps, once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmwatt.workbench.settings")
    import django  # noqa: PLC0415 - loading it costs the pure commands half a second

    django.setup()


def set_up_database() -> None:
    """This function will bring the tables to the present shape."""
    set_up_django()
    from django.core.management import call_command  # noqa: PLC0415 - needs the apps

    call_command("migrate", interactive=False, verbosity=0)
