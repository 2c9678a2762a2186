"""The rows of a bulk run: which files and columns there are, and how they are read as `sql_of` wants them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import typer

KWH = {
    "total": ("total_kwh", "usage_kwh"),
    "accumulated": ("year_to_date_kwh",),
    **{band: (f"{band}_kwh",) for band in ("sharp", "peak", "flat", "valley", "deep")},
}
AS_THEY_ARE = ("account", "people", "low_income", "electric_heating", "billed_fen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Rows `start` to `end` of one file."""

    number: int
    path: Path
    start: int
    end: int

    @property
    def scanned(self) -> str:
        """The part as a table for DuckDB, which reads only the row groups that it needs."""
        rows = f"file_row_number >= {self.start} and file_row_number < {self.end}"
        return f"(select * from read_parquet({quoted(self.path)}, file_row_number=true) where {rows})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Parquet files of the same columns, with the rows of each."""

    files: tuple[tuple[Path, int], ...]
    columns: frozenset[str]

    @property
    def rows(self) -> int:
        """All rows."""
        return sum(rows for _, rows in self.files)

    def parts(self, size: int) -> Iterator[Part]:
        """This function will cut the rows into parts of at most `size`."""
        number = 0
        for path, rows in self.files:
            for start in range(0, rows, size):
                yield Part(number=number, path=path, start=start, end=min(start + size, rows))
                number += 1


def parquet_source(connection: duckdb.DuckDBPyConnection, path: Path, staging: Path) -> Source:
    """This function will find the rows at `path`: Parquet, a folder of it, or CSV, which is made Parquet first."""
    if not path.exists():
        raise typer.BadParameter(f"{path}: no such file 找不到文件")
    files = sorted(path.glob("*.parquet")) if path.is_dir() else [_staged(connection, path, staging)]
    if not files:
        raise typer.BadParameter(f"{path}: holds no .parquet file 文件夹里没有 .parquet 文件")
    listed = ", ".join(quoted(file) for file in files)
    try:
        counted = connection.execute(f"select file_name, num_rows from parquet_file_metadata([{listed}])").fetchall()
        described = connection.execute(f"describe select * from read_parquet([{listed}])").fetchall()
    except duckdb.Error as error:
        raise typer.BadParameter(f"{path}: {str(error).splitlines()[0]} 不是可读的 Parquet") from None
    columns = frozenset(row[0] for row in described)
    _check_columns(path, columns)
    return Source(files=tuple((Path(name), rows) for name, rows in counted), columns=columns)


def readable(columns: frozenset[str], table: str, only: tuple[tuple[str, str], ...] = ()) -> tuple[str, frozenset[str]]:
    """This function will return `table` read as `sql_of` wants it, with the names that it then has."""
    found = {name: name for name in AS_THEY_ARE if name in columns}
    for name, written in KWH.items():
        kwh = next((one for one in written if one in columns), None)
        if name in columns:
            found[name] = name
        elif kwh is not None:
            found[name] = f"cast(cast({kwh} as decimal(18, 2)) * 100 as bigint)"
    if "time_of_use" in columns:
        found["time_of_use"] = "time_of_use"
    elif "plan" in columns:
        found["time_of_use"] = "plan = 'tou'"
    listed = ", ".join(read if read == name else f"{read} as {name}" for name, read in found.items())
    wanted = " and ".join(f"{name} = {quoted(value)}" for name, value in only)
    return f"(select {listed} from {table}{f' where {wanted}' if wanted else ''}) as meter_use", frozenset(found)


def quoted(value: object) -> str:
    """This function will return the value as a SQL text literal."""
    return "'" + str(value).replace("'", "''") + "'"


def _check_columns(path: Path, columns: frozenset[str]) -> None:
    used = {name for name in KWH if name != "accumulated"} | {one for names in KWH.values() for one in names}
    if "account" not in columns or not columns & used - {"year_to_date_kwh"}:
        known = "account；total 或 total_kwh，或 peak、valley 等各时段"
        raise typer.BadParameter(f"{path}: needs the columns {known} (docs/reference/rerate.md) 缺少列")


def _staged(connection: duckdb.DuckDBPyConnection, path: Path, staging: Path) -> Path:
    """A CSV is written once as Parquet, so that a run can go on in its middle; account numbers stay text."""
    if path.suffix.lower() not in {".csv", ".tsv", ".gz"}:
        return path
    kept = staging / "source.parquet"
    if not kept.exists():
        half = staging / "source.parquet.half"
        read = f"read_csv({quoted(path)}, types={{'account': 'VARCHAR'}}, header=true)"
        try:
            connection.execute(f"copy (select * from {read}) to {quoted(half)} (format parquet)")
        except duckdb.Error as error:
            raise typer.BadParameter(f"{path}: {str(error).splitlines()[0]} CSV 读不了") from None
        half.rename(kept)
    return kept
