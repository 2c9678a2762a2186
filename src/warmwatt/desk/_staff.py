"""Adds the people who sign in."""

from django.utils.translation import gettext as _

from warmwatt.desk._errors import UnableToChange
from warmwatt.records.models import Staff


def add_staff(*, number: str, name: str, role: str, team: str, password: str) -> Staff:
    """This function will add a member of staff; it raises UnableToChange where the number is taken."""
    if Staff.objects.filter(username=number).exists():
        raise UnableToChange("taken", _("The number %(number)s is already taken.") % {"number": number})
    is_admin = role == "admin"
    return Staff.objects.create_user(
        number, password=password, name=name, role=role, team=team, is_staff=is_admin, is_superuser=is_admin
    )
