"""A population of one price: its rows as columns, and what `rate` says of each."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from warmwatt.billing import Contract, Household, UnableToRate, Usage, rate_fen
from warmwatt.billing._sql_source import BANDS
from warmwatt.quantities import DatePeriod

Row = Mapping[str, int | bool | str | None]
COLUMNS = {
    "account": "varchar",
    **dict.fromkeys(("total", "accumulated", "people", *BANDS), "bigint"),
    **dict.fromkeys(("time_of_use", "low_income", "electric_heating"), "boolean"),
}


def drawn_rows(bands: tuple[str, ...], limits: tuple[int, ...], count: int, rng: np.random.Generator) -> list[Row]:
    """Rows of every sort: free and large households, uses at the limits' very edges, zero, corrected below zero."""
    rows = []
    for number in range(count):
        by_band = bool(bands) and rng.random() < 0.5
        used = int(rng.choice([0, 1, 50, 1_499, 1_500, 1_501, rng.integers(0, 4_000), rng.integers(0, 2_000_000)]))
        before = int(rng.choice([0, rng.integers(0, 900_000), _near(limits, used, rng)]))
        row: dict[str, int | bool | str | None] = dict.fromkeys(COLUMNS)
        row |= {
            "account": f"{number:06d}",
            "total": used,
            "accumulated": max(0, before),
            "people": int(rng.choice([0, 4, 5, 6, 7, 9])),
            "time_of_use": by_band,
            "low_income": bool(rng.random() < 0.3),
            "electric_heating": bool(rng.random() < 0.2),
        }
        rows.append(row | (_split(bands, used, rng) if by_band else {}) | _spoilt(rng))
    return rows


def _near(limits: tuple[int, ...], used: int, rng: np.random.Generator) -> int:
    return int(rng.choice(limits)) - int(used * rng.random()) + int(rng.integers(-1, 2)) if limits else 0


def _split(bands: tuple[str, ...], used: int, rng: np.random.Generator) -> Row:
    ends = sorted(int(end) for end in rng.integers(0, used + 1, len(bands) - 1))
    return {band: end - start for band, start, end in zip(bands, [0, *ends], [*ends, used], strict=True)}


def _spoilt(rng: np.random.Generator) -> Row:
    """One row in fifty cannot be billed: below zero, or with no use at all."""
    return {} if rng.random() > 0.02 else {"total": int(rng.integers(-5_000, 0))}


def rated(contract: Contract, period: DatePeriod, row: Row) -> int | None:
    """What `rate` answers, None where it refuses."""
    home = Household(
        people=int(row["people"] or 0),
        low_income=bool(row["low_income"]),
        electric_heating=bool(row["electric_heating"]),
    )
    terms = replace(contract, plan="tou" if row["time_of_use"] else "flat", household=home)
    bands = {band: int(used) for band in BANDS if (used := row[band]) is not None}
    try:
        usage = Usage(total=int(row["total"] or 0), bands=bands)
        return rate_fen(contract=terms, usage=usage, period=period, accumulated=int(row["accumulated"] or 0))
    except UnableToRate:
        return None


def periods_of(contract: Contract) -> Iterator[DatePeriod]:
    """A month of each season, two months, across a change of price, a part of a month, and a whole year."""
    newest = contract.tariffs[-1].schedule.valid_from
    year = max(newest.year, 2025)
    for month in (1, 4, 7, 11, 12):
        yield DatePeriod(start=date(year, month, 1), end=date(year + month // 12, month % 12 + 1, 1))
    yield DatePeriod(start=date(year, 5, 1), end=date(year, 7, 1))
    yield DatePeriod(start=date(year, 8, 11), end=date(year, 9, 25))
    yield DatePeriod(start=date(year, 3, 5), end=date(year, 3, 29))
    yield DatePeriod(start=date(year, 1, 1), end=date(year + 1, 1, 1))
    if len(contract.tariffs) > 1:
        yield DatePeriod(start=newest - timedelta(days=17), end=newest + timedelta(days=13))
