"""The billing desk: all rules of a handbook that written requests are answered from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from warmwatt.billing._answer import answer_of
from warmwatt.billing._bill import Bill
from warmwatt.billing._book import PriceBook
from warmwatt.billing._fee_request import FeeRules, fee_answer
from warmwatt.billing._rate import rate
from warmwatt.billing._request import Rules, read_request
from warmwatt.handbook import BandRule, Handbook, PowerFactorTable, PriceSchedule


@dataclass(frozen=True, slots=True, kw_only=True)
class BillDesk:
    """Prices and the other rules of money."""

    rules: Rules
    fees: FeeRules

    @classmethod
    def of(cls, handbook: Handbook) -> "BillDesk":
        """This function will make the desk from a handbook."""
        rules = Rules(
            book=PriceBook.of(handbook.of(PriceSchedule)),
            bands=handbook.of(BandRule),
            factors=handbook.of(PowerFactorTable),
        )
        return cls(rules=rules, fees=FeeRules.of(handbook))

    def bill(self, row: Mapping[str, object]) -> Bill:
        """This function will return the bill that a request asks for; raises UnableToRate by the wrong field."""
        request = read_request(row, self.rules)
        return rate(
            contract=request.contract,
            usage=request.usage,
            period=request.period,
            accumulated=request.accumulated,
        )

    def answer(self, row: Mapping[str, object]) -> dict[str, Any]:
        """This function will answer a request as plain data; raises UnableToRate by the field that is wrong."""
        if row.get("kind") in {None, "bill"}:
            return answer_of(self.bill(row))
        return fee_answer(row, self.fees)
