"""The price book of the shipped handbook."""

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
