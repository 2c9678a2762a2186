"""A price that a request brings itself: a month's business price in parts, or a schedule changed in some fields."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from warmwatt.billing._book import PriceBook
from warmwatt.billing._fields import Fields, number_of
from warmwatt.billing._names import BANDS, PARTS, own_name
from warmwatt.billing._tariff import Tariff, tariff_of
from warmwatt.billing._usage import UnableToRate
from warmwatt.handbook import BandRule, PriceSchedule
from warmwatt.quantities import DatePeriod

OWN_PRICE_FIELDS = ("prices", "ratios", "schedule")
MONTHS_A_YEAR = 12
STATED_PRICE = "所述价格"
SOURCE = {"name": STATED_PRICE}
NO_EXAMPLE = {"title": "-", "start": "2000-01-01", "end": "2000-02-01", "usage_kwh": {"total": 0}, "total_yuan": 0}
TITLES = {name: others[0] for name, others in PARTS.items()}
BAND_TITLES = {"sharp": "尖峰", "peak": "峰时", "flat": "平时", "valley": "谷时", "deep": "深谷"}


def own_tariff(
    fields: Fields, book: PriceBook, bands: Sequence[BandRule], *, period: DatePeriod, category: str
) -> Tariff | None:
    """This function will return the tariff that the request itself states; None where it goes by the book."""
    if "schedule" in fields:
        return _tariff(_changed(fields, book, period, category))
    if "prices" in fields:
        return _tariff(_stated(fields, bands, period, category))
    return None


def _tariff(written: dict[str, Any]) -> Tariff:
    try:
        return tariff_of(PriceSchedule.model_validate(written))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "schedule"
        raise UnableToRate(f"所写的价格不成立：{place}：{first['msg']}", field="schedule") from error


def _changed(fields: Fields, book: PriceBook, period: DatePeriod, category: str) -> dict[str, Any]:
    """The book's schedule with the fields that the request changes; a month's tiers are a twelfth of the year's."""
    changes = fields.raw("schedule")
    if not isinstance(changes, Mapping):
        raise UnableToRate("schedule 应是一个对象", field="schedule")
    tariff = book.find(
        place=fields.needed("place"), on=period.start, category=category, voltage=fields.text("voltage", "<1kV")
    )
    written = tariff.schedule.model_dump(mode="json") | {"id": "stated", "source": SOURCE, "status": "unverified"}
    new = {key: value for key, value in changes.items() if key != "bands"}
    if "limits" in new and all(isinstance(one, int | float) for one in new["limits"]):
        new["limits"] = [{"kwh": new["limits"]}]
    if new.get("cycle") == "month" and "limits" not in new and tariff.yearly:
        new["limits"] = [
            {"months": one["months"], "kwh": [kwh // MONTHS_A_YEAR for kwh in one["kwh"]]} for one in written["limits"]
        ]
    if isinstance(changes.get("bands"), Mapping):
        new["time_of_use"] = [{"bands": _bands(changes["bands"], "price", "schedule.bands")}]
        new["time_of_use_from"] = None
    return written | new


def _stated(fields: Fields, bands: Sequence[BandRule], period: DatePeriod, category: str) -> dict[str, Any]:
    prices = _prices(fields)
    basic = fields.raw("basic")
    stated = basic if isinstance(basic, Mapping) else {}
    place = fields.needed("place")
    written: dict[str, Any] = {
        "id": "stated",
        "title": f"{place}工商业电价（所述当月价格）",
        "valid_from": period.start,
        "source": SOURCE,
        "status": "unverified",
        "place": place,
        "category": category,
        "tier_rule": "none",
        "examples": [NO_EXAMPLE],
        "basic": {"capacity": stated.get("yuan_per_kva"), "demand": stated.get("yuan_per_kw")},
    }
    return written | prices | _seasons(fields, bands, period, category)


def _prices(fields: Fields) -> dict[str, Any]:
    written = fields.raw("prices")
    if not isinstance(written, Mapping):
        return {"price": number_of(written, "prices")}
    if "price" in written and len(written) == 1:
        return {"price": number_of(written["price"], "prices.price")}
    if all(_is_band(name) for name in written):
        bands = _bands(written, "price", "prices")
        flat = next((band for band in bands if band["id"] == "flat"), bands[0])
        return {"price": flat["price"], "time_of_use": [{"bands": bands}]}
    named = {
        own_name(called, PARTS, field=f"prices.{called}", what="电价组成"): number_of(price, f"prices.{called}")
        for called, price in written.items()
    }
    parts = [
        {"id": name, "title": TITLES[name], "price": price, "floats": name != "funds"} for name, price in named.items()
    ]
    return {"price": sum(named.values(), Decimal(0)), "parts": parts}


def _seasons(fields: Fields, rules: Sequence[BandRule], period: DatePeriod, category: str) -> dict[str, Any]:
    """Ratios that the request states, else those of the place."""
    ratios, prices = fields.raw("ratios"), fields.raw("prices")
    if isinstance(prices, Mapping) and all(_is_band(name) for name in prices):
        return {}
    if isinstance(ratios, Mapping):
        return {"time_of_use": [{"bands": _bands(ratios, "ratio", "ratios")}]}
    place = fields.needed("place")
    for rule in rules:
        if rule.place in place and category in rule.categories and rule.in_force(period.start):
            return {
                "time_of_use": [season.model_dump(mode="json") for season in rule.seasons],
                "title": f"{place}工商业电价（所述当月价格，{rule.title}{rule.source.cited()}）",
                "note": rule.note,
            }
    return {}


def _is_band(called: object) -> bool:
    return any(called == name or called in others for name, others in BANDS.items() if name != "total")


def _bands(written: Mapping[str, object], kind: str, field: str) -> list[dict[str, Any]]:
    found = []
    for called, value in written.items():
        name = own_name(called, BANDS, field=f"{field}.{called}", what="时段")
        found.append(
            {"id": name, "title": BAND_TITLES.get(name, name), "hours": "所述时段", kind: number_of(value, field)}
        )
    return found
