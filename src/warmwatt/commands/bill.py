"""`warmwatt bill`: a bill recomputed line by line from a written request."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from warmwatt.billing import BillDesk, UnableToRate
from warmwatt.commands._app import app
from warmwatt.commands._files import text_of
from warmwatt.handbook import shipped_handbook


@app.command()
def bill(
    file: Annotated[
        Path, typer.Option("--input", help="One JSON object, or one a line; docs/reference/bill-input.md.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a bill.")] = False,
    handbook: Annotated[str, typer.Option(help="The handbook whose prices hold.")] = "jiangzhou",
) -> None:
    """Recompute bills with every line explained. 电费核算：逐项说明。"""
    desk = BillDesk.of(shipped_handbook(handbook))
    refused = 0
    for number, row in requests_of(file):
        answer = answer_row(desk, row)
        refused += "error" in answer
        typer.echo(json.dumps(answer, ensure_ascii=False) if as_json else _text(number, answer))
    if refused:
        typer.echo(f"{refused} could not be computed 有 {refused} 笔算不出", err=True)
        raise typer.Exit(1)


def answer_row(desk: BillDesk, row: object) -> dict[str, Any]:
    """This function will return the answer to one request, or what keeps it from being computed and in which field."""
    if not isinstance(row, dict):
        return {"error": f"应是一个 JSON 对象，写的是 {row!r}", "field": ""}
    echoed = {key: row[key] for key in ("id", "account") if key in row}
    try:
        return echoed | desk.answer(row)
    except UnableToRate as refusal:
        return echoed | {"error": str(refusal), "field": refusal.field}


def requests_of(path: Path) -> Iterator[tuple[int, object]]:
    """This function will yield (line number, request): the file holds one object, a list of them, or one a line."""
    text = text_of(path)
    try:
        whole = _parsed(text)
    except json.JSONDecodeError:
        yield from _lines(text, path)
        return
    yield from enumerate(whole if isinstance(whole, list) else [whole], start=1)


def _lines(text: str, path: Path) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                yield number, _parsed(line)
            except json.JSONDecodeError as error:
                yield number, f"{path}:{number}: not JSON ({error.msg}, column {error.colno})"


def _parsed(text: str) -> Any:
    return json.loads(text, parse_float=Decimal)


def _text(number: int, answer: dict[str, Any]) -> str:
    if "error" in answer:
        return f"{number}  算不出：{answer['error']}"
    total = f"{answer['total_yuan']}元" if answer["total_yuan"] is not None else f"{answer['kwh']}度"
    notes = "".join(f"\n    注意：{note}" for note in answer.get("notes", ()))
    lines = "".join(f"\n    {line['sentence']}" for line in answer["lines"])
    return f"{number}  合计{total}{lines}\n    {answer['said']}{notes}"
