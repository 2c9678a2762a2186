"""`warmwatt import`, `export`, `backup`, `restore`: what is kept, in and out."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from warmwatt.commands._app import app
from warmwatt.commands._django import set_up_database, set_up_django
from warmwatt.commands._files import conversations_of
from warmwatt.conversations import mask_conversation, write_transcript, write_vcon


@app.command("import")
def import_transcripts(
    file: Annotated[Path, typer.Argument(help="Transcripts: JSON Lines, or one vCon.")],
) -> None:
    """Take finished transcripts into the records, read and reviewed; one already there is passed over. 导入对话。"""
    set_up_database()
    from warmwatt.desk import take_transcript  # noqa: PLC0415 - needs the apps

    conversations = conversations_of(file)
    taken = sum(take_transcript(conversation) for conversation in conversations)
    typer.echo(f"{taken} imported, {len(conversations) - taken} already there 已导入 {taken} 条")


@app.command("export")
def export_transcripts(
    out: Annotated[Path, typer.Argument(help="A .jsonl file, or a folder for one vCon a conversation.")],
    vcon: Annotated[bool, typer.Option("--vcon", help="Write vCon files into a folder.")] = False,
    unmasked: Annotated[bool, typer.Option("--unmasked", help="Keep personal data in clear.")] = False,
) -> None:
    """Write the closed conversations out, personal data masked unless asked otherwise. 导出对话。"""
    set_up_django()
    from warmwatt.desk import closed_transcripts  # noqa: PLC0415 - needs the apps

    whole = closed_transcripts()
    conversations = [each if unmasked else mask_conversation(each) for each in whole]
    if vcon:
        out.mkdir(parents=True, exist_ok=True)
        for conversation in conversations:
            (out / f"{conversation.id}.vcon.json").write_text(write_vcon(conversation), encoding="utf-8")
    else:
        out.write_text("".join(write_transcript(each) + "\n" for each in conversations), encoding="utf-8")
    typer.echo(f"{len(conversations)} exported → {out}")


@app.command()
def backup(
    out: Annotated[Path | None, typer.Argument(help="The backup file; a dated name by default.")] = None,
) -> None:
    """Copy the records into one file while the desk goes on. 备份。"""
    set_up_django()
    from warmwatt.commands._backup import write_backup  # noqa: PLC0415 - needs the settings

    path = out or Path(f"warmwatt-{datetime.now():%Y%m%d-%H%M%S}.backup")  # noqa: DTZ005 - a name for people here
    typer.echo(f"{write_backup(path)} → {path}")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")],
    yes: Annotated[bool, typer.Option("--yes", help="Replace the present records without asking.")] = False,
) -> None:
    """Put a backup in the place of the present records; these are kept beside it. 恢复。"""
    set_up_django()
    from warmwatt.commands._backup import read_backup  # noqa: PLC0415 - needs the settings

    if not yes:
        typer.confirm("Replace the present records with the backup? 用备份替换当前数据？", abort=True)
    typer.echo(read_backup(file))
