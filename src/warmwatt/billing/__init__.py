"""Billing: what the bill should be, line by line, why it changed."""

from warmwatt.billing._bill import Bill
from warmwatt.billing._book import PriceBook
from warmwatt.billing._change import why_changed
from warmwatt.billing._charge import Charge, energy_charges, shared_use, total_fen
from warmwatt.billing._contract import Contract, PricePlan
from warmwatt.billing._examples import wrong_examples
from warmwatt.billing._explain import explain_bill, plain_lines
from warmwatt.billing._household import Household
from warmwatt.billing._rate import rate, rate_fen
from warmwatt.billing._stretch import Stretch, stretches_of
from warmwatt.billing._tariff import BandPrice, MonthTiers, Tariff, cycle_start, tariff_of
from warmwatt.billing._usage import UnableToRate, Usage

__all__ = [
    "BandPrice",
    "Bill",
    "Charge",
    "Contract",
    "Household",
    "MonthTiers",
    "PriceBook",
    "PricePlan",
    "Stretch",
    "Tariff",
    "UnableToRate",
    "Usage",
    "cycle_start",
    "energy_charges",
    "explain_bill",
    "plain_lines",
    "rate",
    "rate_fen",
    "shared_use",
    "stretches_of",
    "tariff_of",
    "total_fen",
    "why_changed",
    "wrong_examples",
]
