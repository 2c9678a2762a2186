"""Bulk rating from Parquet: our text against the same tariff's SQL written by hand, in DuckDB, Polars and Spark.

The population is drawn: two in five by peak and valley, one in ten a large family, one in twenty with free energy. Each
figure is the best of three; every engine must come to the same sum of fen.
"""

import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

from warmwatt.billing import Contract, PriceBook, sql_of
from warmwatt.handbook import PriceSchedule, shipped_handbook
from warmwatt.quantities import DatePeriod

ROWS = int(os.environ.get("BENCH_ROWS", "10_000_000"))
LARGE_ROWS = int(os.environ.get("BENCH_LARGE_ROWS", "0"))
MONTH = DatePeriod(start=date(2026, 9, 1), end=date(2026, 10, 1))
COLUMNS = ("account", "total", "peak", "valley", "accumulated", "people", "time_of_use", "low_income")
# 江州, residential: the SQL that a billing engineer would write for this one tariff, without any check of the rows. The
# columns are 32-bit in the file; in 32 bits a home of 4,000 kWh would overflow.
BY_HAND = """
select account, cast((x * 2 + 10000 - (x * 2 + 10000) % 20000) / 20000 as bigint) as fen from (
  select account,
    case when low_income and total <= 1500 then 0 when low_income then greatest(y - 7924500, 0) else y end as x
  from (
    select account, total, low_income,
      case when time_of_use then peak * 5583 + valley * 3583 else total * 5283 end
      + 500 * (greatest(accumulated + total - l2, 0) - greatest(accumulated - l2, 0))
      + 2500 * (greatest(accumulated + total - l3, 0) - greatest(accumulated - l3, 0)) as y
    from (
      select account, cast(total as bigint) as total, cast(peak as bigint) as peak, cast(valley as bigint) as valley,
        cast(accumulated as bigint) as accumulated, time_of_use, low_income,
        case when people >= 5 then 396000 else 276000 end as l2, case when people >= 5 then 600000 else 480000 end as l3
      from meter_use
    ) a
  ) b
) c
"""


def main() -> None:
    """This function will draw the population, run every engine and print the figures."""
    book = PriceBook.of(shipped_handbook("jiangzhou").of(PriceSchedule))
    contract = Contract(tariffs=(book.by_id("jiangzhou.residential"),))
    ours = sql_of(contract=contract, period=MONTH, columns=COLUMNS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "homes.parquet"
        draw(path, ROWS)
        print(f"{ROWS:,} accounts, {path.stat().st_size / 1e6:.0f} MB of Parquet")
        for name, engine in (("DuckDB", on_duckdb), ("Polars", on_polars), ("Spark", on_spark)):
            engine(name, path, {"ours": ours, "by hand": BY_HAND})
        written(path, ours, Path(folder) / "rated.parquet")
        if LARGE_ROWS:
            large(Path(folder), LARGE_ROWS)


def draw(path: Path, rows: int) -> None:
    """This function will write a population; the numbers come from a hash of the row, so that a run can be repeated."""
    drawn = f"""
        select i as account, total, case when tou then total * share // 100 end as peak,
          case when tou then total - total * share // 100 end as valley, accumulated, people,
          tou as time_of_use, low_income
        from (select i, hash(i) % 60000 as total, hash(i + 7) % 600000 as accumulated, 45 + hash(i + 3) % 30 as share,
          case when hash(i + 1) % 10 = 0 then 5 else 0 end as people, hash(i + 2) % 5 < 2 as tou,
          hash(i + 5) % 20 = 0 as low_income from range({rows}) r(i))
    """
    typed = "account, total::int as total, peak::int as peak, valley::int as valley, accumulated::int as accumulated"
    duckdb.sql(
        f"copy (select {typed}, people::tinyint as people, time_of_use, low_income from ({drawn})) "
        f"to '{path}' (format parquet)"
    )


def on_duckdb(name: str, path: Path, texts: dict[str, str]) -> None:
    """This function will time the texts in DuckDB."""
    connection = duckdb.connect()
    connection.execute(f"create view meter_use as select * from '{path}'")
    compare(name, {way: _summing(connection, text) for way, text in texts.items()})


def _summing(connection: duckdb.DuckDBPyConnection, text: str) -> Callable[[], int]:
    return lambda: int(connection.execute(f"select sum(fen) from ({text}) t").fetchall()[0][0])


def on_polars(name: str, path: Path, texts: dict[str, str]) -> None:
    """This function will time the same texts in Polars, streaming."""
    import polars  # noqa: PLC0415 - a peer that may be absent

    def summing(text: str) -> Callable[[], int]:
        context = polars.SQLContext(meter_use=polars.scan_parquet(path))
        rated = context.execute(text).select(polars.col("fen").sum())
        return lambda: int(rated.collect(engine="streaming").item())

    compare(name, {way: summing(text) for way, text in texts.items()})


def on_spark(name: str, path: Path, texts: dict[str, str]) -> None:
    """This function will time the same texts in local Spark, where it is installed."""
    if shutil.which("java") is None:
        print("Spark: no Java here")
        return
    from pyspark.sql import SparkSession  # noqa: PLC0415 - a peer that may be absent

    builder = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.driver.memory", "4g").config("spark.driver.host", "127.0.0.1").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.read.parquet(str(path)).createOrReplaceTempView("meter_use")
    runs = {
        way: (lambda text=text: int(spark.sql(f"select sum(fen) from ({text}) t").collect()[0][0]))
        for way, text in texts.items()
    }
    compare(name, runs)
    spark.stop()


def compare(name: str, runs: dict[str, Callable[[], int]]) -> None:
    """This function will print each run's bills a second, and what the first reaches of the second."""
    timed = {way: best(run) for way, run in runs.items()}
    sums = {total for _, total in timed.values()}
    speeds = {way: ROWS / seconds / 1e6 for way, (seconds, _) in timed.items()}
    told = ", ".join(f"{way} {speed:.1f}" for way, speed in speeds.items())
    ours, theirs = speeds.values()
    print(f"{name}: million bills a second from Parquet: {told}; ratio {ours / theirs:.2f}; sums of fen {sums}")


def best(run: Callable[[], int], times: int = 3) -> tuple[float, int]:
    """This function will return the shortest time of several, and the answer."""
    found, shortest = 0, float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        found = run()
        shortest = min(shortest, time.perf_counter() - begun)
    return shortest, found


def written(path: Path, text: str, out: Path) -> None:
    """This function will time Parquet to Parquet in DuckDB, amounts and findings written."""
    connection = duckdb.connect()
    connection.execute(f"create view meter_use as select * from '{path}'")
    connection.execute("set preserve_insertion_order=false")
    begun = time.perf_counter()
    connection.execute(f"copy ({text}) to '{out}' (format parquet)")
    print(f"DuckDB, Parquet to Parquet: {ROWS / (time.perf_counter() - begun) / 1e6:.1f} million bills a second")


def large(folder: Path, rows: int) -> None:
    """This function will run `warmwatt rerate` on a large file and print the most memory that it held."""
    path = folder / "large.parquet"
    draw(path, rows)
    command = [shutil.which("warmwatt") or ".venv/bin/warmwatt", "rerate", str(path), "--out", str(folder / "large")]
    command += ["--place", "江州", "--from", "2026-09-01", "--to", "2026-10-01", "--memory", "1GB"]
    begun = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ)
    most, done = 0, threading.Event()

    def watch() -> None:
        nonlocal most
        while not done.wait(0.05):
            status = Path(f"/proc/{process}/status")
            lines = status.read_text().splitlines() if status.exists() else []
            most = max([most, *(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))])

    watcher = threading.Thread(target=watch)
    watcher.start()
    os.waitpid(process, 0)
    seconds = time.perf_counter() - begun
    done.set()
    watcher.join()
    speed = rows / seconds / 1e6
    print(
        f"warmwatt rerate, {rows:,} rows: {seconds:.1f} s, {speed:.1f} million a second, {most / 1024:.0f} MB at most"
    )


if __name__ == "__main__":
    main()
