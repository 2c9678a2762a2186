"""The last twelve bills of every demo customer, rated by the billing room; the last three keep explained lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from warmwatt.billing import Contract as PriceContract
from warmwatt.billing import Household, PriceBook, Usage, plain_lines, rate, rate_fen
from warmwatt.desk.demo._metering import CENTI, Metering, next_month
from warmwatt.desk.demo._people import Person
from warmwatt.quantities import DatePeriod, Evidence
from warmwatt.records.models import BillRecord, Contract

EXPLAINED_BILLS = 3
UNITS_A_FEN = 100
SCHEDULES = {"residential": "jiangzhou.residential", "commercial_single": "jiangzhou.commercial"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Billed:
    """One customer's row in the metering, with the terms that it is billed on."""

    person: Person
    row: int
    metering: Metering
    terms: PriceContract

    @classmethod
    def of(cls, person: Person, row: int, metering: Metering, book: PriceBook) -> "Billed":
        """This function will join a customer to its price."""
        terms = PriceContract(
            tariffs=(book.by_id(SCHEDULES[person.category]),),
            plan="tou" if person.time_of_use else "flat",
            household=Household.read(person.household),
        )
        return cls(person=person, row=row, metering=metering, terms=terms)

    def bills(self, contract: Contract) -> Iterator[BillRecord]:
        """This function will yield the customer's bills, oldest first."""
        columns = len(self.metering.months)
        for column in range(self.metering.first, columns):
            units, lines = self._rated(column, explained=columns - column <= EXPLAINED_BILLS)
            starts_on, ends_on = self._days(column)
            yield BillRecord(
                contract=contract,
                starts_on=starts_on,
                ends_on=ends_on,
                usage_kwh=Decimal(int(self.metering.total[self.row, column])),
                amount_units=units,
                paid_on=self._paid_on(columns - column, ends_on),
                lines=lines,
            )

    def _rated(self, column: int, *, explained: bool) -> tuple[int, list[dict[str, str]]]:
        starts_on, ends_on = self._days(column)
        usage = self._usage(column)
        period = DatePeriod(start=starts_on, end=ends_on)
        before = self._accumulated(column)
        if not explained:
            fen = rate_fen(contract=self.terms, usage=usage, period=period, accumulated=before)
            return fen * UNITS_A_FEN, []
        bill = rate(contract=self.terms, usage=usage, period=period, accumulated=before)
        return bill.fen * UNITS_A_FEN, plain_lines(bill)

    def _days(self, column: int) -> tuple[date, date]:
        month = self.metering.months[column]
        return month, next_month(month)

    def _accumulated(self, column: int) -> int:
        january = column - self.metering.months[column].month + 1
        return int(self.metering.total[self.row, january:column].sum()) * CENTI

    def _usage(self, column: int) -> Usage:
        total = int(self.metering.total[self.row, column]) * CENTI
        starts_on, ends_on = self._days(column)
        words = f"{starts_on}至{ends_on}抄见电量{total // CENTI}度"
        evidence = (Evidence(kind="reading", ref=f"{self.person.account}@{ends_on}", words=words),)
        if not self.person.time_of_use:
            return Usage(total=total, evidence=evidence)
        peak = int(self.metering.peak[self.row, column]) * CENTI
        flat = int(self.metering.flat[self.row, column]) * CENTI
        bands = {"peak": peak, "valley": total - peak - flat} | ({"flat": flat} if flat else {})
        return Usage(total=total, bands=bands, evidence=evidence)

    def _paid_on(self, age: int, due: date) -> date | None:
        return None if age <= self.person.owes_bills else due + timedelta(days=3 + self.row % 12)
