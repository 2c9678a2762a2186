"""The command line `warmwatt`; each command lives in a module of its own and registers itself here."""

import typer

app = typer.Typer(
    name="warmwatt",
    help="The desk that a power company's customer service works at. 专业 + 温度。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
