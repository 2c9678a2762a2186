"""Rates a period: the one public way from a contract and its use to a bill."""

from warmwatt.billing._bill import Bill
from warmwatt.billing._business import business_charges, with_losses
from warmwatt.billing._charge import Charge, energy_charges, total_fen
from warmwatt.billing._contract import Contract
from warmwatt.billing._stretch import Stretch, stretches_of
from warmwatt.billing._usage import Usage
from warmwatt.quantities import DatePeriod


def rate(*, contract: Contract, usage: Usage, period: DatePeriod, accumulated: int = 0) -> Bill:
    """This function will return the bill of `period`; `accumulated` is the price cycle's use before it, in 0.01 kWh.

    Raises UnableToRate for what cannot be billed: no or negative use, bands the price lacks, an open period, a day on
    which no price is in force.
    """
    stretches = stretches_of(contract, period)
    charges = _charges(contract, stretches, usage, period, accumulated)
    return Bill(
        contract=contract,
        period=period,
        usage=usage,
        accumulated=accumulated,
        stretches=stretches,
        charges=charges,
        fen=total_fen(charges, stretches[0].scale),
    )


def rate_fen(*, contract: Contract, usage: Usage, period: DatePeriod, accumulated: int = 0) -> int:
    """This function will return only the total of the same bill, in fen: the short way for many bills."""
    stretches = stretches_of(contract, period)
    return total_fen(_charges(contract, stretches, usage, period, accumulated), stretches[0].scale)


def _charges(
    contract: Contract, stretches: tuple[Stretch, ...], usage: Usage, period: DatePeriod, accumulated: int
) -> tuple[Charge, ...]:
    supply = contract.supply
    if supply is None:
        return energy_charges(stretches, usage, accumulated)
    billed = with_losses(usage, supply)
    energy = energy_charges(stretches, billed, accumulated)
    return (*energy, *business_charges(contract, supply, period, billed, energy))
