"""A bulk run that can be interrupted: a part is written whole or not at all, and is not rated twice."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import duckdb
import typer

from warmwatt.commands._bulk_source import Part, Source, quoted, readable

Advance = Callable[[int], None]
TextOf = Callable[[str, frozenset[str]], str]
Only = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What came out: amounts in fen, `findings` by name, `difference_fen` to what was billed where the source says."""

    rows: int
    rated: int
    fen: int
    findings: dict[str, int]
    difference_fen: int | None = None
    changed: int | None = None

    def written(self) -> dict[str, object]:
        """This function will return the summary as plain data."""
        return asdict(self)


def opened(out: Path, *, memory: str, threads: int | None) -> duckdb.DuckDBPyConnection:
    """This function will open DuckDB within a bound of memory; what exceeds it goes to disk under `out`."""
    out.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect()
    connection.execute(f"set memory_limit={quoted(memory)}")
    connection.execute(f"set temp_directory={quoted(out / 'spill')}")
    connection.execute("set preserve_insertion_order=false")
    if threads:
        connection.execute(f"set threads={threads}")
    return connection


def check_same_run(out: Path, *, text: str, path: Path) -> None:
    """This function will note what the folder is for, and refuse one that was begun with another price or source."""
    stat = path.stat()
    run = {
        "source": str(path),
        "bytes": stat.st_size,
        "changed": stat.st_mtime_ns,
        "text": hashlib.sha256(text.encode()).hexdigest(),
    }
    note = out / "run.json"
    if note.exists() and json.loads(note.read_text(encoding="utf-8")) != run:
        raise typer.BadParameter(
            f"{out}: was begun with another price, period or source 是别的一次运算，请换一个文件夹"
        )
    note.write_text(json.dumps(run, ensure_ascii=False), encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkRun:
    """What is rated, by which text, into which folder; `only` are the (column, value) that rows must have."""

    connection: duckdb.DuckDBPyConnection
    source: Source
    out: Path
    text_of: TextOf
    only: Only = ()

    def rate_parts(self, *, size: int, advance: Advance) -> None:
        """This function will rate every part that is not there yet, telling how many rows went by."""
        for part in self.source.parts(size):
            kept = self.out / f"part-{part.number:05d}.parquet"
            if not kept.exists():
                self._rate_part(part, kept)
            advance(part.end - part.start)

    def _rate_part(self, part: Part, kept: Path) -> None:
        table, columns = readable(self.source.columns, part.scanned, self.only)
        half = kept.with_suffix(".half")
        self.connection.execute(f"copy ({self.text_of(table, columns)}) to {quoted(half)} (format parquet)")
        half.rename(kept)


def summed_up(connection: duckdb.DuckDBPyConnection, out: Path) -> Summary:
    """This function will add up what was written."""
    if not list(out.glob("part-*.parquet")):
        return Summary(rows=0, rated=0, fen=0, findings={})
    parts = f"read_parquet({quoted(out / 'part-*.parquet')})"
    rows, rated, fen = _one(connection, f"select count(*), count(fen), coalesce(sum(fen), 0) from {parts}")
    counted = f"select finding, count(*) from {parts} where finding is not null group by finding order by finding"
    columns = {row[0] for row in connection.execute(f"describe select * from {parts}").fetchall()}
    summary = Summary(rows=rows, rated=rated, fen=int(fen), findings=dict(connection.execute(counted).fetchall()))
    if "billed_fen" not in columns:
        return summary
    changes = "coalesce(sum(fen - billed_fen), 0), count(*) filter (where fen <> billed_fen)"
    difference, changed = _one(connection, f"select {changes} from {parts}")
    return replace(summary, difference_fen=int(difference), changed=changed)


def _one(connection: duckdb.DuckDBPyConnection, text: str) -> tuple[int, ...]:
    found = connection.execute(text).fetchone()
    assert found is not None  # an aggregate always has its row
    return tuple(found)
