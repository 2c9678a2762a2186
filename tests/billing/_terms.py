"""A contract by one tariff, for tests."""

from warmwatt.billing import Contract, Household, Tariff


def on(tariff: Tariff, *, bands: bool = False, household: Household | None = None, **terms) -> Contract:
    """A contract by that tariff; by its bands where `bands`."""
    return Contract(tariffs=(tariff,), plan="tou" if bands else "flat", household=household or Household(), **terms)
