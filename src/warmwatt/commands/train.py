"""`warmwatt train`: the linear heads of layer 2, from the handbook's lessons."""

import json
from pathlib import Path
from typing import Annotated

import typer

from warmwatt.commands._app import app
from warmwatt.handbook import shipped_lessons
from warmwatt.understanding import HEADS_FILE, train_heads


@app.command()
def train(
    handbook: Annotated[str, typer.Option(help="The handbook whose lessons are learnt from.")] = "cn",
    out: Annotated[Path, typer.Option(help="Where the heads go; the report goes beside them.")] = HEADS_FILE,
    held_out: Annotated[bool, typer.Option(help="Also train without each writer style in turn.")] = True,
) -> None:
    """Train what is heard of topics, states, acts, promises and manners from the handbook's lessons. 训练理解模型。"""
    report = train_heads(handbook=shipped_lessons(handbook), out=out, with_held_out=held_out)
    beside = out.with_suffix(".json")
    if held_out:
        beside.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    typer.echo(json.dumps(report, ensure_ascii=False, indent=2))
