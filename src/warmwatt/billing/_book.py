"""The price book: which schedules a place, category and voltage have, and a contract by them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from warmwatt.billing._contract import NO_HOUSEHOLD, Contract, PricePlan
from warmwatt.billing._household import Household
from warmwatt.billing._tariff import Tariff, tariff_of
from warmwatt.billing._usage import UnableToRate
from warmwatt.handbook import PriceSchedule

CATEGORIES = {
    "residential": "居民一户一表",
    "shared": "居民合表",
    "resident_institution": "执行居民电价的非居民",
    "ev": "充电桩",
    "commercial_single": "工商业单一制",
    "commercial_two_part": "工商业两部制",
}
_RANK = re.compile(r"特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市")
_FREE = re.compile(r"[\s()（）·]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceBook:
    """Every schedule of a handbook, ready for sums."""

    tariffs: Mapping[str, Tariff]

    @classmethod
    def of(cls, schedules: Iterable[PriceSchedule]) -> "PriceBook":
        """This function will make the book from `handbook.of(PriceSchedule)`."""
        return cls(tariffs={schedule.id: tariff_of(schedule) for schedule in schedules})

    @property
    def places(self) -> tuple[str, ...]:
        """The places that have a price, in the order of the handbook."""
        return tuple(dict.fromkeys(tariff.schedule.place for tariff in self.tariffs.values()))

    def by_id(self, schedule_id: str) -> Tariff:
        """This function will return the tariff of that schedule id; raises UnableToRate where there is none."""
        if schedule_id not in self.tariffs:
            raise UnableToRate(f"没有编号为 {schedule_id} 的电价表")
        return self.tariffs[schedule_id]

    def find(self, *, place: str, on: date, category: str = "residential", voltage: str = "<1kV") -> Tariff:
        """This function will return the tariff in force there on that day; raises UnableToRate where there is none."""
        versions = self.versions(place=place, category=category, voltage=voltage)
        for tariff in versions:
            if tariff.schedule.in_force(on):
                return tariff
        raise UnableToRate(f"{on} {place}没有生效的{CATEGORIES[category]}（{voltage}）电价", field="from")

    def versions(self, *, place: str, category: str = "residential", voltage: str = "<1kV") -> tuple[Tariff, ...]:
        """This function will return the dated versions of a price, oldest first; raises UnableToRate for none."""
        if category not in CATEGORIES:
            raise UnableToRate(f"没有“{category}”这种用电类别，可用的是{'、'.join(CATEGORIES)}", field="category")
        here = [tariff for tariff in self.tariffs.values() if self._called(tariff, place)]
        if not here:
            known = "、".join(self.places)
            raise UnableToRate(f"没有生效的“{place}”电价，价格库中的地方是{known}", field="place")
        kind = [tariff for tariff in here if tariff.schedule.category == category]
        level = _kilovolts(voltage)
        found = [tariff for tariff in kind if _covers(tariff.schedule.voltage, level)]
        if not kind:
            raise UnableToRate(f"{place}没有{CATEGORIES[category]}电价", field="category")
        if not found:
            levels = "、".join(dict.fromkeys(tariff.schedule.voltage for tariff in kind))
            raise UnableToRate(
                f"{place}的{CATEGORIES[category]}电价没有{voltage}这一级，有的是{levels}", field="voltage"
            )
        return tuple(sorted(found, key=lambda tariff: tariff.schedule.valid_from))

    def contract(
        self,
        *,
        place: str,
        category: str = "residential",
        voltage: str = "<1kV",
        plan: PricePlan = "flat",
        household: Household = NO_HOUSEHOLD,
        moved_in: date | None = None,
        months_in_cycle: int | None = None,
    ) -> Contract:
        """This function will return a contract by every dated version of that price.

        Raises UnableToRate where there is none, or where the household may not choose the 合表 price that it asks for.
        """
        versions = self.versions(place=place, category=category, voltage=voltage)
        if household.shared and category == "residential":
            _check_may_share(versions[-1], household)
            versions = self.versions(place=place, category="shared", voltage=voltage)
        return Contract(
            tariffs=versions, plan=plan, household=household, moved_in=moved_in, months_in_cycle=months_in_cycle
        )

    def _called(self, tariff: Tariff, place: str) -> bool:
        wanted = _plain(place)
        return any(wanted == _plain(name) for name in (tariff.schedule.place, *tariff.schedule.also_called))


def _check_may_share(tariff: Tariff, household: Household) -> None:
    policy = tariff.policies.get("large_family")
    needed = policy.shared_from if policy else 0
    if not needed:
        raise UnableToRate(f"{tariff.schedule.place}没有多人口家庭改选合表电价的规定", field="household")
    if household.people < needed:
        raise UnableToRate(f"登记人口{household.people}人，满{needed}人才可改选合表电价", field="people")


def _plain(place: str) -> str:
    return _RANK.sub("", _FREE.sub("", place))


def _kilovolts(voltage: str) -> float:
    """The level as a number of kV: what is written as a range counts as its lower end."""
    written = _FREE.sub("", voltage).lower().replace("千伏", "kv").replace("–", "-").replace("—", "-")
    if written in {"", "低压"}:
        return 0.0
    number = re.search(r"\d+(\.\d+)?", written)
    if number is None:
        raise UnableToRate(f"看不懂电压等级“{voltage}”，请写成 <1kV、1-10kV 或 35kV", field="voltage")
    if re.match(r"<|＜|不满|低于|小于", written):
        return 0.0
    level = float(number.group())
    return level / 1000 if re.search(r"\dv$|伏$", written) and "kv" not in written else level


def _covers(written: str, level: float) -> bool:
    low, _, high = written.removesuffix("kV").partition("-")
    if written.startswith("<"):
        return level < float(low[1:])
    if written.startswith(">="):
        return level >= float(low[2:])
    return float(low) <= level <= float(high or low)
