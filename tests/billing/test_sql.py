"""One SQL text for a population: the same fen as `rate`, row by row, and in every engine."""

from itertools import groupby

import duckdb
import numpy as np
import pytest
from tests.billing._population import COLUMNS, drawn_rows, periods_of, rated

from warmwatt.billing import Contract, PriceBook, Supply, UnableToRate, sql_of, stretches_of
from warmwatt.handbook import PriceSchedule, shipped_handbook

BOOK = PriceBook.of(shipped_handbook("jiangzhou").of(PriceSchedule))


def _key(tariff):
    return (tariff.schedule.place, tariff.schedule.category, tariff.schedule.voltage)


PRICES = {
    "-".join(key): tuple(sorted(found, key=lambda one: one.schedule.valid_from))
    for key, found in groupby(sorted(BOOK.tariffs.values(), key=_key), key=_key)
}


def bands_and_limits(contract, period):
    """The bands that all of the period has, and every limit that a row may stand at."""
    limits = {limit for one in stretches_of(contract, period) for limit in one.limits}
    bands = [set(tariff.bands[month]) for tariff in contract.tariffs for month in tariff.bands]
    return tuple(sorted(set.intersection(*bands))) if bands else (), tuple(sorted(limits))


def table_of(rows):
    """A connection whose `meter_use` holds the rows."""
    connection = duckdb.connect()
    columns = ", ".join(f"unnest(${name}::{kind}[]) as {name}" for name, kind in COLUMNS.items())
    values = {name: [row[name] for row in rows] for name in COLUMNS}
    connection.execute(f"create table meter_use as select {columns}", values)
    return connection


@pytest.mark.parametrize("tariffs", PRICES.values(), ids=PRICES)
def test_every_price_gives_the_same_fen_as_the_explained_bill(tariffs):
    rng = np.random.default_rng(len(tariffs[0].schedule.id))
    contract = Contract(tariffs=tariffs)
    compared = 0
    for period in periods_of(contract):
        bands, limits = bands_and_limits(contract, period)
        rows = drawn_rows(bands, limits, 120, rng)
        answers = table_of(rows).execute(sql_of(contract=contract, period=period, columns=COLUMNS)).fetchall()
        for row, (account, fen, finding) in zip(rows, sorted(answers), strict=True):
            assert account == row["account"]
            assert (finding is None) == (fen is not None)
            assert fen == rated(contract, period, row), (period, row, finding)
            compared += fen is not None
    assert compared > 300


SHAPES = {
    "free-and-large": ("江州", "residential"),
    "by-band-tiers": ("上海", "residential"),
    "shared-among-bands": ("四川", "residential"),
    "changed-price-and-heating": ("山东", "residential"),
    "no-tiers": ("江苏", "shared"),
}


def shapes():
    """A price of each shape, the period in which it is hardest, with rows."""
    rng = np.random.default_rng(11)
    for place, category in SHAPES.values():
        contract = Contract(tariffs=BOOK.versions(place=place, category=category))
        period = list(periods_of(contract))[-1]
        yield contract, period, drawn_rows(*bands_and_limits(contract, period), 300, rng)


def test_polars_reads_the_same_text_to_the_same_fen():
    polars = pytest.importorskip("polars", reason="polars is not installed (uv sync --group bulk)")
    for contract, period, rows in shapes():
        text = sql_of(contract=contract, period=period, columns=COLUMNS)
        frame = polars.DataFrame(rows, schema_overrides=_types(polars), infer_schema_length=None)
        found = polars.SQLContext(meter_use=frame).execute(text, eager=True).sort("account").rows()
        assert found == sorted(table_of(rows).execute(text).fetchall())


def _types(polars):
    kinds = {"bigint": polars.Int64, "boolean": polars.Boolean, "varchar": polars.String}
    return {name: kinds[kind] for name, kind in COLUMNS.items()}


@pytest.mark.xdist_group("spark")
def test_spark_reads_the_same_text_to_the_same_fen(spark, tmp_path):
    for number, (contract, period, rows) in enumerate(shapes()):
        text = sql_of(contract=contract, period=period, columns=COLUMNS)
        connection, path = table_of(rows), str(tmp_path / f"{number}.parquet")
        connection.execute(f"copy meter_use to '{path}' (format parquet)")
        spark.read.parquet(path).createOrReplaceTempView("meter_use")
        found = sorted(tuple(row) for row in spark.sql(text).collect())
        assert found == sorted(connection.execute(text).fetchall())


def test_what_cannot_be_billed_has_a_finding_and_no_amount(jiangzhou, september):
    row = dict.fromkeys(COLUMNS)
    spoilt = {
        "no_use": {},
        "negative": {"total": -1},
        "bands_unequal": {"total": 100, "peak": 50, "valley": 49, "time_of_use": True},
        "no_bands": {"total": 100, "time_of_use": True},
        "unknown_band": {"total": 2, "peak": 1, "sharp": 1, "time_of_use": True},
    }
    rows = [row | {"account": name} | wrong for name, wrong in spoilt.items()]
    text = sql_of(contract=Contract(tariffs=(jiangzhou,)), period=september, columns=COLUMNS)
    for account, fen, finding in table_of(rows).execute(text).fetchall():
        assert (finding, fen) == (account, None)


def test_the_text_uses_no_decimal_and_no_integer_division(jiangzhou, september):
    text = sql_of(contract=Contract(tariffs=(jiangzhou,)), period=september)
    body = [line for line in text.splitlines() if not line.startswith("--")]
    assert not any("//" in line or " div " in line or "." in line for line in body)


def test_a_source_with_fewer_columns_is_read_as_plain_households(jiangzhou, september):
    text = sql_of(contract=Contract(tariffs=(jiangzhou,)), period=september, columns=("account", "total"))
    connection = duckdb.connect()
    connection.execute("create table meter_use as select 'a' as account, 42000 as total")
    assert connection.execute(text).fetchall() == [("a", 22189, None)]


def test_a_contract_charged_for_more_than_energy_is_refused(jiangzhou, september):
    with pytest.raises(UnableToRate, match="逐户"):
        sql_of(contract=Contract(tariffs=(jiangzhou,), supply=Supply()), period=september)
