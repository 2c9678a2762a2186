"""The other sums that can be asked for in writing: `kind` says which. See docs/reference/bill-input.md."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar

from warmwatt.billing._answer import rule_of
from warmwatt.billing._fees import appliance, factor_correction, late_fee, meter_error, overdue_days, theft
from warmwatt.billing._fields import Fields
from warmwatt.billing._names import APPLIANCES, own_name
from warmwatt.billing._say import say_fen, say_number, say_signed
from warmwatt.billing._usage import UnableToRate, centi_kwh
from warmwatt.handbook import CompensationRule, Entry, Handbook, LateFeeRule, PowerFactorTable, RecoveryRule
from warmwatt.quantities import Explained, Money

MONTHS_A_YEAR = 12
ASIDE = ("id", "account", "kind", "note")
RuleT = TypeVar("RuleT", bound=Entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRules:
    """The handbook's rules of money that are no prices."""

    late_fees: tuple[LateFeeRule, ...] = ()
    recoveries: tuple[RecoveryRule, ...] = ()
    compensations: tuple[CompensationRule, ...] = ()
    factors: tuple[PowerFactorTable, ...] = field(default=())

    @classmethod
    def of(cls, handbook: Handbook) -> "FeeRules":
        """This function will gather the rules of a handbook."""
        return cls(
            late_fees=handbook.of(LateFeeRule),
            recoveries=handbook.of(RecoveryRule),
            compensations=handbook.of(CompensationRule),
            factors=handbook.of(PowerFactorTable),
        )


def fee_answer(row: Mapping[str, object], rules: FeeRules) -> dict[str, Any]:
    """This function will answer a request whose `kind` is no bill; raises UnableToRate by the field that is wrong."""
    kind = str(row.get("kind"))
    if kind not in KINDS:
        raise UnableToRate(f"不认识的 kind“{kind}”，可用的是 bill、{'、'.join(KINDS)}", field="kind")
    return KINDS[kind](row, rules)


def _late_fee(row: Mapping[str, object], rules: FeeRules) -> dict[str, Any]:
    known = (*ASIDE, "customer", "debt_yuan", "days", "days_across_year", "due", "paid")
    fields = Fields(row, known=known)
    customer = fields.text("customer", "resident")
    rule = _one(rules.late_fees, lambda one: one.customer == customer, "customer", customer)
    days = fields.count("days"), fields.count("days_across_year")
    if "due" in fields:
        days = overdue_days(due=fields.needed_day("due"), paid=fields.needed_day("paid"))
    fee = late_fee(rule=rule, debt=fields.amount("debt_yuan"), days_this_year=days[0], days_across_year=days[1])
    return _answer(fee, rule)


def _power_factor(row: Mapping[str, object], rules: FeeRules) -> dict[str, Any]:
    known = (*ASIDE, "standard", "billed_yuan", "active_kwh", "reactive_kvarh", "reactive_missed_kvarh")
    fields = Fields(row, known=known)
    standard = fields.amount("standard")
    table = _one(rules.factors, lambda one: one.standard == standard, "standard", standard)
    missed = fields.amount("reactive_missed_kvarh") if "reactive_missed_kvarh" in fields else Decimal(0)
    due = factor_correction(
        table=table,
        billed=fields.amount("billed_yuan"),
        active=centi_kwh(fields.amount("active_kwh")),
        reactive=centi_kwh(fields.amount("reactive_kvarh")),
        reactive_missed=centi_kwh(missed),
    )
    return _answer(due, table)


def _meter_error(row: Mapping[str, object], rules: FeeRules) -> dict[str, Any]:
    known = (*ASIDE, "matter", "recorded_kwh", "error_percent", "price_yuan")
    fields = Fields(row, known=known)
    matter = fields.text("matter", "meter_error")
    rule = _one(rules.recoveries, lambda one: one.matter == matter and matter != "theft", "matter", matter)
    error = fields.number("error_percent")
    if error is None:
        raise UnableToRate("缺少error_percent（快为正，慢为负）", field="error_percent")
    kwh = meter_error(rule=rule, recorded=centi_kwh(fields.amount("recorded_kwh")), error=error / 100)
    price = fields.number("price_yuan")
    due = None if price is None else Money.yuan((kwh.value * price).quantize(Decimal("0.01")))
    return {
        "kwh": say_number(kwh.value),
        "total_yuan": None if due is None else say_signed(due),
        "lines": [_line(kwh, say_number(kwh.value), "kwh")],
        "rules": [rule_of(rule)],
        "said": f"{kwh.sentence}。",
    }


def _theft(row: Mapping[str, object], rules: FeeRules) -> dict[str, Any]:
    known = (*ASIDE, "kilowatts", "price_yuan", "days", "hours_a_day", "use")
    fields = Fields(row, known=known)
    rule = _one(rules.recoveries, lambda one: one.matter == "theft", "kind", "theft")
    due = theft(
        rule=rule,
        kilowatts=fields.amount("kilowatts"),
        price=fields.amount("price_yuan"),
        days=fields.count("days"),
        hours=fields.number("hours_a_day"),
        lighting=fields.text("use", "lighting") == "lighting",
    )
    return _answer(due, rule)


def _appliance(row: Mapping[str, object], rules: FeeRules) -> dict[str, Any]:
    known = (*ASIDE, "sort", "price_yuan", "years_used", "months_used", "claimed_in_days")
    fields = Fields(row, known=known)
    rule = _one(rules.compensations, lambda _one: True, "kind", "appliance")
    paid = appliance(
        rule=rule,
        sort=own_name(fields.needed("sort"), APPLIANCES, field="sort", what="电器类别"),
        price=fields.amount("price_yuan"),
        months_used=fields.count("months_used") or fields.count("years_used") * MONTHS_A_YEAR,
        claimed_in_days=fields.count("claimed_in_days"),
    )
    return _answer(paid, rule)


def _one(rules: Sequence[RuleT], wanted: Callable[[RuleT], bool], name: str, value: object) -> RuleT:
    found = [rule for rule in rules if wanted(rule)]
    if not found:
        raise UnableToRate(f"手册里没有 {name} 为“{value}”的规定", field=name)
    return max(found, key=lambda rule: rule.valid_from)


def _answer(total: Explained[Money], rule: Entry) -> dict[str, Any]:
    parts = [part for part in total.inputs if isinstance(part, Explained) and isinstance(part.value, Money)]
    sentences = [*(part.sentence for part in parts), total.sentence]
    return {
        "total_yuan": f"{'-' if total.value.units < 0 else ''}{say_fen(total.value)}",
        "lines": [_line(part, say_signed(part.value), "amount_yuan") for part in parts],  # type: ignore[arg-type]
        "rules": [rule_of(rule)],
        "said": "".join(f"{sentence}。" for sentence in sentences),
    }


def _line(part: Explained[Any], value: str, unit: str) -> dict[str, Any]:
    cited = part.source.cited() if part.source else ""
    return {"name": part.name, "sentence": part.sentence, unit: value, "rule": part.rule, "source": cited}


KINDS: Mapping[str, Callable[[Mapping[str, object], FeeRules], dict[str, Any]]] = {
    "late_fee": _late_fee,
    "power_factor": _power_factor,
    "meter_error": _meter_error,
    "theft": _theft,
    "appliance": _appliance,
}
