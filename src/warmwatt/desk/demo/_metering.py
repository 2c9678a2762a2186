"""A year and more of monthly use for every demo customer, drawn at once, and the registers that it adds up to."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from warmwatt.desk.demo._people import Person

BILLED_MONTHS = 12
CENTI = 100
SEASON = np.array([1.25, 1.15, 0.9, 0.8, 0.8, 1.05, 1.5, 1.6, 1.1, 0.8, 0.9, 1.1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Metering:
    """Monthly use in whole kWh, one row a customer and one column a month from `months[0]`; `first` is the first
    column that is read and billed (those before it only fill the year up to it)."""

    months: tuple[date, ...]
    first: int
    total: NDArray[np.int64]
    peak: NDArray[np.int64]
    flat: NDArray[np.int64]
    start: NDArray[np.int64]

    @property
    def read_on(self) -> tuple[date, ...]:
        """The thirteen reading days: the first of each month from the first billed one."""
        return (*self.months[self.first :], next_month(self.months[-1]))


def draw_metering(people: tuple[Person, ...], today: date, rng: np.random.Generator) -> Metering:
    """This function will draw the use of the twelve whole months before `today`'s month, and of their year before."""
    months = _months(today)
    shops = np.array([person.category != "residential" for person in people])
    base = np.exp(rng.normal(np.where(shops, 6.5, 5.05), np.where(shops, 0.7, 0.45)))
    season = SEASON[[month.month - 1 for month in months]]
    noise = np.exp(rng.normal(0, 0.12, (len(people), len(months))))
    total = np.rint(base[:, None] * np.where(shops[:, None], 1 + (season - 1) / 3, season) * noise).astype(np.int64)
    _fix(total, people, months)
    peak = np.rint(total * rng.uniform(0.5, 0.72, total.shape)).astype(np.int64)
    flat = np.where(shops[:, None], np.rint((total - peak) * 0.6).astype(np.int64), 0)
    start = rng.integers(800, 30_000, len(people))
    return Metering(months=months, first=len(months) - BILLED_MONTHS, total=total, peak=peak, flat=flat, start=start)


def next_month(day: date) -> date:
    """This function will return the first day of the month after `day`'s."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _months(today: date) -> tuple[date, ...]:
    first_billed = date(today.year - 1, today.month, 1)
    months = [date(first_billed.year, 1, 1)]
    while next_month(months[-1]) < today.replace(day=1):
        months.append(next_month(months[-1]))
    return tuple(months)


def _fix(total: NDArray[np.int64], people: tuple[Person, ...], months: tuple[date, ...]) -> None:
    for row, person in enumerate(people):
        if person.kwh_by_month:
            total[row] = [person.kwh_by_month[month.month - 1] for month in months]
        if person.last_kwh is not None:
            total[row, -1] = person.last_kwh
