"""`warmwatt rerate`: a whole population rated again from Parquet or CSV, part by part."""

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from warmwatt.billing import FINDINGS, Contract, PriceBook, UnableToRate, sql_of
from warmwatt.commands._app import app
from warmwatt.commands._bulk_run import BulkRun, Summary, TextOf, check_same_run, opened, summed_up
from warmwatt.commands._bulk_source import parquet_source
from warmwatt.commands._bulk_spark import rate_on_spark
from warmwatt.handbook import PriceSchedule, shipped_handbook
from warmwatt.quantities import DatePeriod

ISO = ["%Y-%m-%d"]


@app.command()
def rerate(  # noqa: PLR0917 - typer reads options from the parameters
    source: Annotated[Path, typer.Argument(help="Parquet, a folder of it, or CSV; docs/reference/rerate.md.")],
    out: Annotated[Path, typer.Option(help="A folder for the rated parts; the same command again goes on in it.")],
    start: Annotated[datetime, typer.Option("--from", formats=ISO, help="The first day of the period.")],
    end: Annotated[datetime, typer.Option("--to", formats=ISO, help="The first day after it.")],
    place: Annotated[str, typer.Option(help="Whose prices: 江苏, 上海, 江州 …")],
    category: Annotated[str, typer.Option(help="As in `warmwatt bill`.")] = "residential",
    voltage: Annotated[str, typer.Option()] = "<1kV",
    only: Annotated[list[str] | None, typer.Option(help="COLUMN=VALUE: rate only these rows; repeatable.")] = None,
    engine: Annotated[str, typer.Option(help="duckdb, or spark (an extra).")] = "duckdb",
    master: Annotated[str, typer.Option(help="The Spark master.")] = "local[*]",
    part_rows: Annotated[int, typer.Option(help="Rows a part.", min=1)] = 2_000_000,
    memory: Annotated[str, typer.Option(help="The most memory that DuckDB takes.")] = "2GB",
    threads: Annotated[int | None, typer.Option(help="Left out, all processors.", min=1)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    handbook: Annotated[str, typer.Option(help="The handbook whose prices hold.")] = "jiangzhou",
) -> None:
    """Rate a population again: one SQL text, every amount to the fen. 成批重算电费。"""
    if engine not in {"duckdb", "spark"}:
        raise typer.BadParameter(f"--engine is duckdb or spark, not {engine} 引擎只有 duckdb 和 spark")
    period = DatePeriod(start=start.date(), end=end.date())
    text_of = _text_of(_contract(handbook, place, category, voltage), period)
    wanted = tuple(_pair(one) for one in only or ())
    connection = opened(out, memory=memory, threads=threads)
    found = parquet_source(connection, source, out)
    check_same_run(out, text=f"{text_of('meter_use', found.columns)} {wanted} {part_rows} {engine}", path=source)
    run = BulkRun(connection=connection, source=found, out=out, text_of=text_of, only=wanted)
    if engine == "spark":
        rate_on_spark(run, master=master)
    else:
        _with_bar(run, part_rows)
    summary = summed_up(connection, out)
    (out / "summary.json").write_text(json.dumps(summary.written(), ensure_ascii=False), encoding="utf-8")
    typer.echo(json.dumps(summary.written(), ensure_ascii=False) if as_json else _told(summary))


def _contract(handbook: str, place: str, category: str, voltage: str) -> Contract:
    book = PriceBook.of(shipped_handbook(handbook).of(PriceSchedule))
    try:
        return Contract(tariffs=book.versions(place=place, category=category, voltage=voltage))
    except UnableToRate as refusal:
        raise typer.BadParameter(str(refusal)) from None


def _text_of(contract: Contract, period: DatePeriod) -> TextOf:
    def text_of(table: str, columns: frozenset[str]) -> str:
        keep = ("account", "billed_fen") if "billed_fen" in columns else ("account",)
        try:
            return sql_of(contract=contract, period=period, source=table, columns=columns, keep=keep)
        except UnableToRate as refusal:
            raise typer.BadParameter(str(refusal)) from None

    return text_of


def _pair(written: str) -> tuple[str, str]:
    name, equals, value = written.partition("=")
    if not equals or not name.isidentifier():
        raise typer.BadParameter(f"--only is COLUMN=VALUE, not {written} 应写成 列名=值")
    return name, value


def _with_bar(run: BulkRun, part_rows: int) -> None:
    columns = (TextColumn("电费重算"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=run.source.rows)
        run.rate_parts(size=part_rows, advance=lambda rows: bar.advance(task, rows))


def _told(summary: Summary) -> str:
    lines = [f"{summary.rated:,} 户，合计 {summary.fen / 100:,.2f} 元"]
    lines += [f"  {count:,} 户没有算：{FINDINGS[name]}" for name, count in summary.findings.items()]
    if summary.difference_fen is not None:
        lines.append(f"  与已开账单相比 {summary.changed:,} 户有变化，合计差 {summary.difference_fen / 100:+,.2f} 元")
    return "\n".join(lines)
