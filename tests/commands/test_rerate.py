"""`warmwatt rerate`: a population from a file, to the fen, going on where it was stopped."""

import json
from datetime import date

import duckdb
import pytest
from typer.testing import CliRunner

from warmwatt.billing import Contract, PriceBook, Usage, rate_fen
from warmwatt.commands import app
from warmwatt.handbook import PriceSchedule, shipped_handbook
from warmwatt.quantities import DatePeriod

MONTH = ["--place", "江州", "--from", "2026-09-01", "--to", "2026-10-01"]


@pytest.fixture
def population(tmp_path):
    """A thousand flat households in Parquet, each billed ten yuan."""
    path = tmp_path / "homes.parquet"
    homes = "select printf('%04d', i) as account, i * 137 as total, i * 211 as accumulated, 1000 as billed_fen"
    duckdb.sql(f"copy ({homes} from range(1000) r(i)) to '{path}' (format parquet)")
    return path


def rerate(source, out, *more):
    """The command's exit and summary."""
    done = CliRunner().invoke(app, ["rerate", str(source), "--out", str(out), *MONTH, "--json", *more])
    return done, json.loads(done.stdout.splitlines()[-1]) if done.exit_code == 0 else None


def expected_fen():
    """What `rate` says of the same thousand."""
    tariff = PriceBook.of(shipped_handbook("jiangzhou").of(PriceSchedule)).by_id("jiangzhou.residential")
    period = DatePeriod(start=date(2026, 9, 1), end=date(2026, 10, 1))
    terms = Contract(tariffs=(tariff,))
    return [
        rate_fen(contract=terms, usage=Usage(total=home * 137), period=period, accumulated=home * 211)
        for home in range(1000)
    ]


def test_every_row_has_the_fen_of_its_own_bill(population, tmp_path):
    _, summary = rerate(population, tmp_path / "out", "--part-rows", "300")
    assert summary["fen"] == sum(expected_fen())
    rated = duckdb.sql(f"select fen from read_parquet('{tmp_path}/out/part-*.parquet') order by account").fetchall()
    assert [fen for (fen,) in rated] == expected_fen()


def test_the_difference_to_what_was_billed_is_told(population, tmp_path):
    _, summary = rerate(population, tmp_path / "out")
    assert summary["difference_fen"] == sum(expected_fen()) - 1000 * 1000
    assert summary["changed"] == sum(fen != 1000 for fen in expected_fen())


def test_a_run_that_was_stopped_goes_on_with_the_parts_that_are_missing(population, tmp_path):
    out = tmp_path / "out"
    _, whole = rerate(population, out, "--part-rows", "300")
    kept = (out / "part-00000.parquet").stat().st_mtime_ns
    (out / "part-00002.parquet").unlink()
    _, again = rerate(population, out, "--part-rows", "300")
    assert again == whole
    assert (out / "part-00000.parquet").stat().st_mtime_ns == kept


def test_a_folder_of_another_run_is_refused(population, tmp_path):
    rerate(population, tmp_path / "out")
    done, _ = rerate(population, tmp_path / "out", "--to", "2026-11-01")
    assert done.exit_code == 2
    assert "换一个文件夹" in done.output


def test_kwh_in_a_csv_by_plan_is_read_as_hundredths(tmp_path):
    path = tmp_path / "homes.csv"
    rows = "0300100,tou,100.5,301,200.5\n0300101,flat,50,80,30\n0300102,tou,50,80,31\n"
    path.write_text("account,plan,valley_kwh,total_kwh,peak_kwh\n" + rows, encoding="utf-8")
    done, summary = rerate(path, tmp_path / "out")
    assert summary["findings"] == {"bands_unequal": 1}, done.output
    assert summary["rated"] == 2


def test_a_price_that_is_not_there_is_refused_in_words(population, tmp_path):
    done, _ = rerate(population, tmp_path / "out", "--place", "月球")
    assert done.exit_code == 2
    assert "月球" in done.output


def test_a_file_without_accounts_is_refused(tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("name,kwh\nLi,3\n", encoding="utf-8")
    done, _ = rerate(path, tmp_path / "out")
    assert done.exit_code == 2
    assert "account" in done.output


def test_only_the_rows_asked_for_are_rated(population, tmp_path):
    _, summary = rerate(population, tmp_path / "out", "--only", "account=0010")
    assert (summary["rows"], summary["fen"]) == (1, expected_fen()[10])


@pytest.mark.xdist_group("spark")
def test_spark_writes_the_same_totals(population, tmp_path):
    pytest.importorskip("pyspark", reason="pyspark is not installed (uv sync --extra spark)")
    _, here = rerate(population, tmp_path / "duckdb")
    done, there = rerate(population, tmp_path / "spark", "--engine", "spark", "--master", "local[1]")
    assert there == here, done.output
