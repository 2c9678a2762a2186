"""The business fields of a request: capacity, demand, power factor, losses."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from warmwatt.billing._fields import Fields
from warmwatt.billing._supply import Supply
from warmwatt.billing._usage import UnableToRate, centi_kwh
from warmwatt.handbook import PowerFactorTable
from warmwatt.quantities import DatePeriod

SUPPLY_FIELDS = (
    "basic",
    "max_demand_kw",
    "reactive_kvarh",
    "power_factor_standard",
    "loss_kwh",
    "loss_kvarh",
    "transformer",
)
BASIC_FIELDS = ("by", "kva", "contract_kw", "yuan_per_kva", "yuan_per_kw", "changes")
TRANSFORMER_FIELDS = ("no_load_kw", "load_loss_kw", "hours", "load_rate")


def supply_of(fields: Fields, tables: Sequence[PowerFactorTable], period: DatePeriod) -> Supply:
    """This function will return the supply that the request tells; raises UnableToRate for what is missing in it."""
    basic = fields.within("basic", known=BASIC_FIELDS)
    return Supply(
        basic=_by(basic) if basic else None,
        capacity=_centi(basic, "kva"),
        capacity_changes=_changes(basic),
        contract_demand=_centi(basic, "contract_kw"),
        loss=_loss(fields),
        reactive_loss=_centi(fields, "loss_kvarh"),
        factor_table=_table(fields, tables, period.start),
    )


def transformer_loss(*, no_load_kw: Decimal, load_loss_kw: Decimal, hours: Decimal, load_rate: Decimal) -> Decimal:
    """This function will return a transformer's active losses in kWh: iron always, copper by the load squared."""
    return no_load_kw * hours + load_loss_kw * load_rate * load_rate * hours


def _by(basic: Fields) -> Literal["capacity", "demand"]:
    by = basic.text("by", "demand" if "contract_kw" in basic else "capacity")
    if by not in {"capacity", "demand"}:
        raise UnableToRate(f"basic.by 应是 capacity 或 demand，写的是 {by}", field="basic.by")
    if by == "capacity" and "kva" not in basic:
        raise UnableToRate("缺少basic.kva（变压器容量）", field="basic.kva")
    return "capacity" if by == "capacity" else "demand"


def _centi(fields: Fields | None, key: str) -> int:
    return centi_kwh(fields.amount(key)) if fields is not None and key in fields else 0


def _changes(basic: Fields | None) -> tuple[tuple[date, int], ...]:
    written = basic.raw("changes") if basic else None
    if written is None:
        return ()
    if not isinstance(written, list) or not all(isinstance(one, Mapping) for one in written):
        raise UnableToRate('basic.changes 应是 [{"on": 日期, "kva": 容量}]', field="basic.changes")
    rows = [Fields(one, known=("on", "kva"), inside="basic.changes") for one in written]
    return tuple((row.needed_day("on"), centi_kwh(row.amount("kva"))) for row in rows)


def _loss(fields: Fields) -> int:
    transformer = fields.within("transformer", known=TRANSFORMER_FIELDS)
    if transformer is None:
        return _centi(fields, "loss_kwh")
    figures = {key: transformer.amount(key) for key in TRANSFORMER_FIELDS}
    return centi_kwh(transformer_loss(**figures).quantize(Decimal("0.01")))


def _table(fields: Fields, tables: Sequence[PowerFactorTable], on: date) -> PowerFactorTable | None:
    standard = fields.number("power_factor_standard")
    if standard is None:
        return None
    for table in tables:
        if table.standard == standard and table.in_force(on):
            return table
    known = "、".join(str(table.standard) for table in tables)
    raise UnableToRate(f"没有标准为{standard}的功率因数调整表，可用的是{known}", field="power_factor_standard")
