"""`warmwatt staff`: the people who sign in."""

from enum import StrEnum
from typing import Annotated

import typer

from warmwatt.commands._app import app
from warmwatt.commands._django import set_up_database

staff_app = typer.Typer(help="The people who sign in. 人员管理。", no_args_is_help=True)
app.add_typer(staff_app, name="staff")
SHORTEST_PASSWORD = 8


class RoleName(StrEnum):
    """What a person does at the desk."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    BACK_OFFICE = "back_office"
    QUALITY = "quality"
    ADMIN = "admin"


class TeamName(StrEnum):
    """The team that work is sent to."""

    SERVICE = "service"
    REPAIR = "repair"
    METERING = "metering"
    BILLING = "billing"
    NEW_SUPPLY = "new_supply"


@staff_app.command()
def add(
    number: Annotated[str, typer.Argument(help="The 工号 to sign in with.")],
    name: Annotated[str, typer.Option(help="The person's name.")],
    role: Annotated[RoleName, typer.Option(help="What the person does.")] = RoleName.AGENT,
    team: Annotated[TeamName, typer.Option(help="The team.")] = TeamName.SERVICE,
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)] = "",
) -> None:
    """Add a member of staff. 新增人员。"""
    if len(password) < SHORTEST_PASSWORD:
        raise typer.BadParameter(f"a password has {SHORTEST_PASSWORD} characters or more 密码至少{SHORTEST_PASSWORD}位")
    set_up_database()
    from warmwatt.desk import Unable, add_staff  # noqa: PLC0415 - needs the apps

    try:
        person = add_staff(number=number, name=name, role=role.value, team=team.value, password=password)
    except Unable as error:
        raise typer.BadParameter(error.message) from None
    typer.echo(f"{person} · {person.get_role_display()} · {person.get_team_display()}")
