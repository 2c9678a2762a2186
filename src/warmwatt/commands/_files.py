"""Reads the files that commands are given, and says plainly what is wrong with them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from warmwatt.conversations import Conversation, TranscriptProblem, read_transcripts, read_vcon


def text_of(path: Path) -> str:
    """This function will return the file's text; a missing or undecodable file ends the command with the mend."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise typer.BadParameter(f"{path}: no such file 找不到文件") from None
    except IsADirectoryError:
        raise typer.BadParameter(f"{path}: is a folder, a file is wanted 这是文件夹，需要文件") from None
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"{path}: not UTF-8 text (byte {error.start}) 不是 UTF-8 文本，请转换编码") from None


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """This function will yield (line number, object) of a JSON Lines file; a broken line is reported."""
    for number, line in enumerate(text_of(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            typer.echo(f"{path}:{number}: not JSON ({error.msg}, column {error.colno}); passed over", err=True)
            continue
        if isinstance(row, dict):
            yield number, row
        else:
            typer.echo(f"{path}:{number}: an object is wanted; passed over", err=True)


def conversations_of(path: Path) -> list[Conversation]:
    """This function will read transcripts (JSON Lines or one vCon); each broken line is reported, the rest is read."""
    text = text_of(path)
    if _is_vcon(text):
        return _vcon(text, path)
    found: list[Conversation] = []
    for item in read_transcripts(text.splitlines(), file=str(path)):
        if isinstance(item, TranscriptProblem):
            typer.echo(str(item), err=True)
        else:
            found.append(item)
    return found


def _is_vcon(text: str) -> bool:
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        return False
    return isinstance(whole, dict) and "vcon" in whole


def _vcon(text: str, path: Path) -> list[Conversation]:
    item = read_vcon(text, file=str(path))
    if isinstance(item, TranscriptProblem):
        typer.echo(str(item), err=True)
        return []
    return [item]
