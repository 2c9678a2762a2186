"""The price book of the shipped handbook."""

import os
import shutil
from datetime import date

import pytest

from warmwatt.billing import PriceBook, Tariff
from warmwatt.handbook import PriceSchedule, shipped_handbook
from warmwatt.quantities import DatePeriod


@pytest.fixture(scope="session")
def book() -> PriceBook:
    """Every price that ships: the nation's and Jiangzhou's."""
    return PriceBook.of(shipped_handbook("jiangzhou").of(PriceSchedule))


@pytest.fixture(scope="session")
def jiangzhou(book: PriceBook) -> Tariff:
    """The demo utility's residential tariff: yearly tiers, additive peak and valley."""
    return book.by_id("jiangzhou.residential")


@pytest.fixture
def september() -> DatePeriod:
    """One whole month."""
    return DatePeriod(start=date(2026, 9, 1), end=date(2026, 10, 1))


@pytest.fixture(scope="session")
def spark():
    """A local Spark session."""
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed (uv sync --extra spark)")
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        pytest.skip("Java is not installed")
    settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.driver.host": "127.0.0.1"}
    builder = sql.SparkSession.builder.master("local[1]").appName("warmwatt-tests")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()
