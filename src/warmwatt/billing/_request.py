"""A bill asked for in writing: one object with a place, a period and a use, as `warmwatt bill` reads it.

docs/reference/bill-input.md names every field. What is unknown, missing or impossible raises UnableToRate by name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import cast

from warmwatt.billing._book import PriceBook
from warmwatt.billing._contract import Contract, PricePlan
from warmwatt.billing._fields import Fields, number_of
from warmwatt.billing._household import Household
from warmwatt.billing._names import BANDS, CATEGORIES, PLANS, own_name
from warmwatt.billing._own_price import OWN_PRICE_FIELDS, own_tariff
from warmwatt.billing._readings import usage_of_readings
from warmwatt.billing._supply_request import SUPPLY_FIELDS, supply_of
from warmwatt.billing._usage import UnableToRate, Usage, centi_kwh
from warmwatt.handbook import BandRule, PowerFactorTable
from warmwatt.quantities import DatePeriod

FIELDS = (
    "id",
    "account",
    "kind",
    "place",
    "category",
    "plan",
    "people",
    "people_since",
    "low_income",
    "shared_price",
    "electric_heating",
    "voltage",
    "from",
    "to",
    "moved_in",
    "months_in_cycle",
    "usage_kwh",
    "readings",
    "multiplier",
    "meter_digits",
    "year_to_date_kwh",
    "note",
    *OWN_PRICE_FIELDS,
    *SUPPLY_FIELDS,
)
BUSINESS = ("commercial_single", "commercial_two_part")
TWO_BANDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a request is answered from: prices, business bands, power-factor tables."""

    book: PriceBook
    bands: tuple[BandRule, ...] = ()
    factors: tuple[PowerFactorTable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BillRequest:
    """A request, read: all that `rate` takes."""

    contract: Contract
    usage: Usage
    period: DatePeriod
    accumulated: int


def read_request(row: Mapping[str, object], rules: Rules) -> BillRequest:
    """This function will read a request; raises UnableToRate with the field that is unknown, missing or impossible."""
    fields = Fields(row, known=FIELDS)
    category = own_name(fields.text("category", "residential"), CATEGORIES, field="category", what="用电类别")
    period = _period(fields)
    used = _used(fields)
    plan = _plan(fields, used)
    contract = _contract(fields, rules, period, category, plan)
    usage = _usage(fields, contract, used)
    before = fields.amount("year_to_date_kwh") if "year_to_date_kwh" in fields else Decimal(0)
    return BillRequest(contract=contract, usage=usage, period=period, accumulated=centi_kwh(before))


def _period(fields: Fields) -> DatePeriod:
    start, end = fields.needed_day("from"), fields.needed_day("to")
    if end <= start:
        raise UnableToRate(f"to（{end}）应在 from（{start}）之后", field="to")
    return DatePeriod(start=start, end=end)


def _used(fields: Fields) -> dict[str, Decimal]:
    """The kWh by our names of the bands."""
    if "usage_kwh" in fields and "readings" in fields:
        raise UnableToRate("usage_kwh 与 readings 只能写一个", field="readings")
    if "readings" in fields:
        return _named(_read_off(fields), "readings")
    written = fields.raw("usage_kwh")
    if isinstance(written, Mapping):
        used = {name: number_of(kwh, f"usage_kwh.{name}") for name, kwh in written.items() if kwh is not None}
        return _named(used, "usage_kwh")
    if written is None:
        raise UnableToRate("没有用电量 usage_kwh", field="usage_kwh")
    return {"total": number_of(written, "usage_kwh")}


def _read_off(fields: Fields) -> dict[str, Decimal]:
    written = fields.raw("readings")
    if not isinstance(written, Mapping):
        raise UnableToRate('readings 应是 {"total": [起码, 止码]} 这样的对象', field="readings")
    multiplier = fields.number("multiplier")
    digits = fields.count("meter_digits") or None
    return usage_of_readings(written, multiplier=Decimal(1) if multiplier is None else multiplier, digits=digits)


def _named(used: Mapping[str, Decimal], field: str) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for called, kwh in used.items():
        name = own_name(called, BANDS, field=f"{field}.{called}", what="时段")
        if name in found:
            raise UnableToRate(f"{field} 里 {name} 写了两次", field=f"{field}.{called}")
        if kwh < 0:
            raise UnableToRate(f"{field}.{called} 为负（{kwh}），请先核对电表示数", field=f"{field}.{called}")
        found[name] = kwh
    if not found:
        raise UnableToRate(f"没有用电量 {field}", field=field)
    return found


def _plan(fields: Fields, used: Mapping[str, Decimal]) -> PricePlan:
    by_band = any(name != "total" for name in used)
    written = fields.text("plan", "tou" if by_band else "flat")
    return cast(PricePlan, own_name(written, PLANS, field="plan", what="计费方式"))


def _contract(fields: Fields, rules: Rules, period: DatePeriod, category: str, plan: PricePlan) -> Contract:
    household = Household(
        people=fields.count("people"),
        low_income=fields.flag("low_income"),
        people_since=fields.day("people_since"),
        shared=fields.flag("shared_price"),
        electric_heating=fields.flag("electric_heating"),
    )
    terms = {"plan": plan, "household": household}
    moved_in, months = fields.day("moved_in"), fields.count("months_in_cycle") or None
    place, voltage = fields.needed("place"), fields.text("voltage", "<1kV")
    supply = supply_of(fields, rules.factors, period) if category in BUSINESS else None
    own = own_tariff(fields, rules.book, rules.bands, period=period, category=category)
    if own is not None:
        return Contract(tariffs=(own,), supply=supply, moved_in=moved_in, months_in_cycle=months, **terms)  # type: ignore[arg-type]
    if category in BUSINESS:
        _check_has_price(rules.book, place, category, voltage)
    contract = rules.book.contract(
        place=place,
        category=category,
        voltage=voltage,
        plan=plan,
        household=household,
        moved_in=moved_in,
        months_in_cycle=months,
    )
    return replace(contract, supply=supply)


def _check_has_price(book: PriceBook, place: str, category: str, voltage: str) -> None:
    """Business prices change every month; where the book has none, the request must bring the month's."""
    try:
        book.versions(place=place, category=category, voltage=voltage)
    except UnableToRate as refusal:
        words = f"{refusal}。工商业价格按月公布，请用 prices 写明当月各项单价（见 docs/reference/bill-input.md）"
        raise UnableToRate(words, field="prices") from refusal


def _usage(fields: Fields, contract: Contract, used: Mapping[str, Decimal]) -> Usage:
    bands = {name: centi_kwh(kwh) for name, kwh in used.items() if name != "total"}
    total = centi_kwh(used["total"]) if "total" in used else sum(bands.values())
    if contract.plan == "flat" and bands and sum(bands.values()) == total:
        bands = {}
    elif contract.plan == "tou":
        bands = _as_the_place_says(contract, bands)
    reactive, demand = fields.number("reactive_kvarh"), fields.number("max_demand_kw")
    return Usage(
        total=total,
        bands=bands,
        reactive=None if reactive is None else centi_kwh(reactive),
        demand=None if demand is None else centi_kwh(demand),
    )


def _as_the_place_says(contract: Contract, bands: dict[str, int]) -> dict[str, int]:
    """A place of two bands calls the dear one 峰 or 平 (安徽, 四川): either will do. Unused bands are left out."""
    known = {name for prices in contract.tariffs[-1].bands.values() for name in prices}
    other = {"flat": "peak", "peak": "flat"}
    named = {
        (other[name] if len(known) == TWO_BANDS and name in other and name not in known else name): used
        for name, used in bands.items()
        if used or name in known
    }
    return named if len(named) >= len([name for name, used in bands.items() if used]) else bands
