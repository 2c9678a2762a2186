"""`warmwatt evaluate`: the project's yardstick, on labelled files."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from warmwatt.commands._app import app
from warmwatt.commands._errors_page import errors_page
from warmwatt.commands._files import conversations_of, rows_of
from warmwatt.commands._yard import Yard, the_yard
from warmwatt.evaluation import (
    MEASURED_ON,
    Comparison,
    compare_agent_lines,
    compare_conversations,
    compare_queries,
    compare_utterances,
    measure_agent_lines,
    measure_conversations,
    measure_queries,
    measure_utterances,
)
from warmwatt.handbook import Search
from warmwatt.skills import violations_of_line

Rows = Sequence[Mapping[str, Any]]
Found = TypeVar("Found")


class Kind(StrEnum):
    """What a labelled file holds."""

    UTTERANCES = "utterances"
    AGENT_LINES = "agent-lines"
    QUERIES = "queries"
    CONVERSATIONS = "conversations"


def _violations(yard: Yard) -> Callable[[str], set[str]]:
    return lambda text: set(violations_of_line(text, coach=yard.coach))


def _agent_lines(rows: Rows, yard: Yard) -> Mapping[str, Any]:
    return measure_agent_lines(rows, reader=yard.coach.reader, violations=_violations(yard))


def _compared_lines(rows: Rows, yard: Yard) -> Iterable[Comparison]:
    return compare_agent_lines(rows, reader=yard.coach.reader, violations=_violations(yard))


MEASURES: Mapping[Kind, Callable[[Rows, Yard], Mapping[str, Any]]] = {
    Kind.UTTERANCES: lambda rows, yard: measure_utterances(rows, reader=yard.coach.reader),
    Kind.AGENT_LINES: _agent_lines,
    Kind.QUERIES: lambda rows, yard: measure_queries(rows, search=Search(yard.handbook)),
}

COMPARES: Mapping[Kind, Callable[[Rows, Yard], Iterable[Comparison]]] = {
    Kind.UTTERANCES: lambda rows, yard: compare_utterances(rows, reader=yard.coach.reader),
    Kind.AGENT_LINES: _compared_lines,
    Kind.QUERIES: lambda rows, yard: compare_queries(rows, search=Search(yard.handbook), on=MEASURED_ON),
}


@app.command()
def evaluate(
    kind: Annotated[Kind, typer.Argument(help="What the file holds.")],
    file: Annotated[Path, typer.Argument(help="Labelled rows, JSON Lines.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    errors: Annotated[Path | None, typer.Option(help="Write the misses, with confusion tables, as HTML.")] = None,
) -> None:
    """Measure understanding, skills or search against a labelled file. 用标注文件评测。"""
    measured, compared = _of_conversations(file) if kind is Kind.CONVERSATIONS else _of_rows(kind, file)
    if errors is not None:
        errors.write_text(errors_page(compared, title=f"评测错误：{file.name}", measured=measured), encoding="utf-8")
        typer.echo(f"misses 错误清单 → {errors}", err=True)
    if as_json:
        sys.stdout.write(json.dumps(measured, ensure_ascii=False, indent=2) + "\n")
        return
    for name, value in measured.items():
        typer.echo(f"{name:28} {value:.4f}" if isinstance(value, float) else f"{name:28} {value}")


def _of_conversations(file: Path) -> tuple[Mapping[str, Any], Iterable[Comparison]]:
    found = _some(conversations_of(file), file)
    coach = the_yard().coach
    return measure_conversations(found, coach=coach), compare_conversations(found, coach=coach)


def _of_rows(kind: Kind, file: Path) -> tuple[Mapping[str, Any], Iterable[Comparison]]:
    found = _some([row for _number, row in rows_of(file)], file)
    return MEASURES[kind](found, the_yard()), COMPARES[kind](found, the_yard())


def _some(found: list[Found], file: Path) -> list[Found]:
    """What was read of the file; with nothing, there is nothing to measure."""
    if not found:
        typer.echo(f"{file}: no readable rows 没有可读的数据", err=True)
        raise typer.Exit(2)
    return found
