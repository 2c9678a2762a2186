"""Rates a period: the one public way from a contract and its use to a bill."""

from warmwatt.billing._bill import Bill
from warmwatt.billing._charge import energy_charges, total_fen
from warmwatt.billing._contract import Contract
from warmwatt.billing._stretch import stretches_of
from warmwatt.billing._usage import Usage
from warmwatt.quantities import DatePeriod


def rate(*, contract: Contract, usage: Usage, period: DatePeriod, accumulated: int = 0) -> Bill:
    """This function will return the bill of `period`; `accumulated` is the price cycle's use before it, in 0.01 kWh.

    Raises UnableToRate for what cannot be billed: no or negative use, bands the price lacks, an open period, a day on
    which no price is in force.
    """
    stretches = stretches_of(contract, period)
    charges = energy_charges(stretches, usage, accumulated)
    return Bill(
        contract=contract,
        period=period,
        usage=usage,
        accumulated=accumulated,
        stretches=stretches,
        charges=charges,
        fen=total_fen(charges, contract.scale),
    )


def rate_fen(*, contract: Contract, usage: Usage, period: DatePeriod, accumulated: int = 0) -> int:
    """This function will return only the total of the same bill, in fen: the short way for many bills."""
    return total_fen(energy_charges(stretches_of(contract, period), usage, accumulated), contract.scale)
