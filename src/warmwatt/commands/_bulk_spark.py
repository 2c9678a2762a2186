"""The same text on Spark: the utility's cluster, or this machine."""

from typing import Any

import typer

from warmwatt.commands._bulk_run import BulkRun
from warmwatt.commands._bulk_source import readable

TABLE = "rerate_source"


def rate_on_spark(run: BulkRun, *, master: str) -> None:
    """This function will rate the run's source with Spark and leave its Parquet files as parts."""
    spark = _session(master)
    try:
        spark.read.parquet(*(str(path) for path, _ in run.source.files)).createOrReplaceTempView(TABLE)
        table, columns = readable(run.source.columns, TABLE, run.only)
        half = run.out / "spark.half"
        spark.sql(run.text_of(table, columns)).write.mode("overwrite").parquet(str(half))
    finally:
        spark.stop()
    for number, part in enumerate(sorted(half.glob("part-*.parquet"))):
        part.rename(run.out / f"part-{number:05d}.parquet")


def _session(master: str) -> Any:
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise typer.BadParameter("Spark is an extra: pip install 'warmwatt[spark]' 需要安装 spark 扩展") from None
    builder = SparkSession.builder.master(master).appName("warmwatt rerate").config("spark.ui.enabled", "false")
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session
