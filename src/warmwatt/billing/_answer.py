"""A bill as plain data: the total, every line with what it rests on, the rules cited, and words to read aloud."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from warmwatt.billing._bill import Bill
from warmwatt.billing._charge import Charge
from warmwatt.billing._explain import explain_bill
from warmwatt.billing._notes import notes_on
from warmwatt.billing._say import say_fen, say_number, say_signed
from warmwatt.billing._usage import in_kwh
from warmwatt.handbook import Entry


def answer_of(bill: Bill) -> dict[str, Any]:
    """This function will return the bill as plain data, ready for JSON; amounts and prices are written exactly."""
    schedule = bill.tariff.schedule
    return {
        "total_yuan": say_fen(bill.total.value),
        "lines": [*_lines(bill)],
        "rules": [*_rules(bill)],
        "notes": list(notes_on(bill)),
        "said": explain_bill(bill),
        "place": schedule.place,
        "category": schedule.category,
        "plan": bill.contract.plan,
        "from": bill.period.start.isoformat(),
        "to": bill.period.end.isoformat() if bill.period.end else None,
        "usage_kwh": in_kwh(bill.usage.total),
        "verified": bill.verified,
    }


def _lines(bill: Bill) -> Iterator[dict[str, Any]]:
    for line, charge in zip_longest(bill.lines, bill.charges):
        yield {
            "name": line.name,
            "sentence": line.sentence,
            "quantity_kwh": in_kwh(charge.quantity) if charge and charge.clause.counted else None,
            "price_yuan": _unit_price(charge, bill.contract.scale),
            "amount_yuan": say_signed(line.value),
            "rule": line.rule,
            "source": line.source.cited() if line.source else "",
        }


def _unit_price(charge: Charge | None, scale: int) -> str | None:
    if charge is None or not charge.clause.price or not charge.clause.counted:
        return None
    return say_number(Decimal(charge.clause.price) / scale)


def _rules(bill: Bill) -> Iterator[dict[str, Any]]:
    for tariff in dict.fromkeys(stretch.tariff for stretch in bill.stretches):
        schedule = tariff.schedule
        yield rule_of(schedule) | {"tier_rule": schedule.tier_rule, "rounding": "合计四舍五入到分"}
    if bill.contract.supply and bill.contract.supply.factor_table:
        yield rule_of(bill.contract.supply.factor_table)


def rule_of(entry: Entry) -> dict[str, Any]:
    """This function will return a rule of the handbook as plain data: its document, dates and status."""
    return {
        "rule": f"{entry.folder}/{entry.id}",
        "title": entry.title,
        "document": entry.source.name,
        "number": entry.source.number,
        "link": entry.source.link,
        "status": entry.status,
        "valid_from": entry.valid_from.isoformat(),
        "valid_until": entry.valid_until.isoformat() if entry.valid_until else None,
    }
