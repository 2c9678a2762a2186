"""`warmwatt corrections`: what people corrected, as lessons for the handbook."""

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from warmwatt.commands._app import app
from warmwatt.commands._django import set_up_database
from warmwatt.quantities import CHINA

corrections_app = typer.Typer(help="What people corrected in readings and verdicts. 更正。", no_args_is_help=True)
app.add_typer(corrections_app, name="corrections")
EXAMPLES, VERDICTS = "corrected.yaml", ".verdicts.jsonl"


@corrections_app.callback()
def corrections() -> None:
    """What people corrected in readings and verdicts. 更正。"""


@corrections_app.command()
def export(
    out: Annotated[Path, typer.Argument(help="A .yaml file, or a folder such as a handbook's utterances/.")],
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only those made since.")] = None,
) -> None:
    """Write corrected turns as utterances for the handbook, and corrected verdicts beside them; masked. 导出更正。"""
    path = out / EXAMPLES if out.is_dir() else out
    if path.suffix != ".yaml":
        raise typer.BadParameter(f"{out}: a .yaml file or a folder is wanted 需要 .yaml 文件名或已有的文件夹")
    if not path.parent.is_dir():
        raise typer.BadParameter(f"{path.parent}: no such folder 找不到文件夹")
    set_up_database()
    from warmwatt.desk import utterances_of, verdicts_of, written_utterances  # noqa: PLC0415 - needs the apps
    from warmwatt.records import queries  # noqa: PLC0415 - needs the apps

    begun = since.replace(tzinfo=CHINA) if since else None
    standing = queries.corrections(since=begun).filter(ended_at__isnull=True)
    utterances = utterances_of(standing.exclude(kind="verdict"), now=datetime.now(CHINA))
    verdicts = verdicts_of(standing.filter(kind="verdict"))
    beside = path.with_suffix(VERDICTS)
    if utterances.rows:
        path.write_text(written_utterances(utterances), encoding="utf-8")
    if verdicts:
        beside.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in verdicts), encoding="utf-8")
    typer.echo(f"{len(utterances.rows)} utterances → {path}" if utterances.rows else "no utterances 没有更正过的原话")
    typer.echo(f"{len(verdicts)} verdicts → {beside}" if verdicts else "no verdicts 没有更正过的质检结论")
