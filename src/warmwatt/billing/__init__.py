"""Billing: what the bill should be, line by line, why it changed."""

from warmwatt.billing._answer import answer_of
from warmwatt.billing._bill import Bill
from warmwatt.billing._book import PriceBook
from warmwatt.billing._business import business_charges, with_losses
from warmwatt.billing._change import why_changed
from warmwatt.billing._charge import Charge, energy_charges, shared_use, total_fen
from warmwatt.billing._check import check_bill
from warmwatt.billing._clause import Clause
from warmwatt.billing._contract import Contract, PricePlan
from warmwatt.billing._desk import BillDesk
from warmwatt.billing._examples import wrong_examples
from warmwatt.billing._explain import explain_bill, plain_lines
from warmwatt.billing._fees import appliance, factor_correction, late_fee, meter_error, overdue_days, theft
from warmwatt.billing._finding import NEXT_STEPS, Finding, ReadBill
from warmwatt.billing._household import Household
from warmwatt.billing._line import Line
from warmwatt.billing._notes import notes_on
from warmwatt.billing._power_factor import adjustment, power_factor, wrong_factor_rows
from warmwatt.billing._rate import rate, rate_fen
from warmwatt.billing._readings import used_between
from warmwatt.billing._shares import shapley_shares
from warmwatt.billing._sql import sql_of
from warmwatt.billing._sql_source import FINDINGS
from warmwatt.billing._stretch import Stretch, stretches_of
from warmwatt.billing._supply import Supply
from warmwatt.billing._supply_request import transformer_loss
from warmwatt.billing._tariff import BandPrice, MonthTiers, Tariff, cycle_start, tariff_of
from warmwatt.billing._usage import UnableToRate, Usage
from warmwatt.billing._what_if import Comparison, next_tier_on, on_other_terms, on_time_of_use, with_household

__all__ = [
    "FINDINGS",
    "NEXT_STEPS",
    "BandPrice",
    "Bill",
    "BillDesk",
    "Charge",
    "Clause",
    "Comparison",
    "Contract",
    "Finding",
    "Household",
    "Line",
    "MonthTiers",
    "PriceBook",
    "PricePlan",
    "ReadBill",
    "Stretch",
    "Supply",
    "Tariff",
    "UnableToRate",
    "Usage",
    "adjustment",
    "answer_of",
    "appliance",
    "business_charges",
    "check_bill",
    "cycle_start",
    "energy_charges",
    "explain_bill",
    "factor_correction",
    "late_fee",
    "meter_error",
    "next_tier_on",
    "notes_on",
    "on_other_terms",
    "on_time_of_use",
    "overdue_days",
    "plain_lines",
    "power_factor",
    "rate",
    "rate_fen",
    "shapley_shares",
    "shared_use",
    "sql_of",
    "stretches_of",
    "tariff_of",
    "theft",
    "total_fen",
    "transformer_loss",
    "used_between",
    "why_changed",
    "with_household",
    "with_losses",
    "wrong_examples",
    "wrong_factor_rows",
]
