"""`warmwatt serve`: the pages, the API, the live push and, embedded, the clock worker, in one process."""

import socket
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from warmwatt.commands._app import app
from warmwatt.commands._django import set_up_database

console = Console()


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    demo: Annotated[bool, typer.Option("--demo", help="Seed the demo utility 江州电力 where it is not yet.")] = False,
    worker: Annotated[bool, typer.Option(help="Run the clock worker inside this process.")] = True,
) -> None:
    """Serve the desk. 启动工作台。"""
    _check_free(host, port)
    set_up_database()
    if demo:
        _seed()
    _tell(host=host, port=port, demo=demo)
    import uvicorn  # noqa: PLC0415 - only this command serves

    from warmwatt.channels import clock_inside  # noqa: PLC0415 - needs the apps
    from warmwatt.workbench.asgi import application  # noqa: PLC0415 - needs the apps

    if worker:
        application.background.append(clock_inside)
    uvicorn.run(application, host=host, port=port, log_level="warning", ws_max_size=1_000_000)


def _check_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            message = f"cannot listen on {host}:{port}: {error.strerror}. Try another port: make run PORT={port + 1}"
            raise typer.BadParameter(f"{message} 端口被占用，请换一个") from None


@app.command()
def demo() -> None:
    """Seed the demo utility 江州电力 and print how to sign in. 装入演示数据。"""
    set_up_database()
    _seed()
    _tell_sign_ins()


@app.command()
def worker(
    every: Annotated[float, typer.Option(help="Seconds between looks.", min=0.1)] = 1.0,
) -> None:
    """Run a clock worker on its own: reminders, overdue promises, messages. 独立运行后台任务。"""
    set_up_database()
    from warmwatt.channels import run_clock  # noqa: PLC0415 - needs the apps

    run_clock(every=every)


def _seed() -> None:
    from django.utils import timezone  # noqa: PLC0415 - needs the settings

    from warmwatt.desk.demo import refresh_demo, seed_demo  # noqa: PLC0415 - needs the apps

    now = timezone.localtime()
    seed_demo(now=now)
    refresh_demo(now=now)


def _tell(*, host: str, port: int, demo: bool) -> None:
    console.print(f"\n[bold]Warmwatt 暖电[/bold]  http://{host}:{port}")
    console.print(f"客户在线咨询 customer chat   http://{host}:{port}/chat")
    console.print(f"接口文档 API docs            http://{host}:{port}/api/v1/docs\n")
    if demo:
        _tell_sign_ins()
        console.print("登录后打开“演示通话”，一分钟看到教练工作。 Sign in, then play a sample call.\n")


def _tell_sign_ins() -> None:
    from warmwatt.desk.demo import demo_sign_ins  # noqa: PLC0415 - needs the apps

    table = Table("工号 number", "密码 password", "姓名 name", "角色 role")
    for person in demo_sign_ins():
        table.add_row(person.number, person.password, person.name, person.role)
    console.print(table)
