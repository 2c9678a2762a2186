"""Demo staff of every role, with the sign-ins that a newcomer is told."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from warmwatt.desk.demo._pages import demo_page
from warmwatt.records.models import Role, Staff, Team


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """One person's sign-in: 工号 and password, with their role and team in words."""

    number: str
    password: str
    name: str
    role: str
    team: str


def demo_sign_ins() -> tuple[SignIn, ...]:
    """This function will return the sign-ins of the demo utility."""
    page = demo_page("staff")
    return tuple(
        SignIn(
            number=person["number"],
            password=page["password"],
            name=person["name"],
            role=Role(person["role"]).label,
            team=Team(person["team"]).label,
        )
        for person in page["staff"]
    )


def seed_staff() -> None:
    """This function will write the demo staff; those already there are left alone."""
    page = demo_page("staff")
    # One hash for all: scrypt is slow on purpose, and they share the password anyway.
    password = make_password(page["password"])
    Staff.objects.bulk_create(
        [
            Staff(
                username=person["number"],
                name=person["name"],
                role=person["role"],
                team=person["team"],
                password=password,
                on_duty=person["role"] == Role.AGENT,
                is_staff=person["role"] == Role.ADMIN,
                is_superuser=person["role"] == Role.ADMIN,
            )
            for person in page["staff"]
        ],
        ignore_conflicts=True,
    )
