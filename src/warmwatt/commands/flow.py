"""`warmwatt flow draw`: a procedure as a picture."""

from pathlib import Path
from typing import Annotated

import typer

from warmwatt.commands._app import app
from warmwatt.handbook import Flow, UnknownEntry, shipped_handbook
from warmwatt.procedures import draw_mermaid, draw_svg

flow_app = typer.Typer(help="Procedures: list and draw them. 业务流程。", no_args_is_help=True)
app.add_typer(flow_app, name="flow")
Book = Annotated[str, typer.Option("--handbook", help="The handbook to read.")]


@flow_app.command("list")
def list_flows(handbook: Book = "jiangzhou") -> None:
    """List the flows of the handbook. 列出流程。"""
    for flow in shipped_handbook(handbook).of(Flow):
        typer.echo(f"{flow.id:28} {flow.title}")


@flow_app.command()
def draw(
    flow_id: Annotated[str, typer.Argument(metavar="FLOW", help="The flow's id, see `flow list`.")],
    svg: Annotated[bool, typer.Option("--svg", help="Draw SVG instead of Mermaid.")] = False,
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
    handbook: Book = "jiangzhou",
) -> None:
    """Draw a flow. 画出流程图。"""
    try:
        flow = shipped_handbook(handbook).one(Flow, flow_id)
    except UnknownEntry as error:
        raise typer.BadParameter(f"{error}; `warmwatt flow list` names them all") from None
    picture = draw_svg(flow) if svg else draw_mermaid(flow)
    if out is None:
        typer.echo(picture)
    else:
        out.write_text(picture, encoding="utf-8")
