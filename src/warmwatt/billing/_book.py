"""The price book: which schedule is in force for a place, category and day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from warmwatt.billing._tariff import Tariff, tariff_of
from warmwatt.billing._usage import UnableToRate
from warmwatt.handbook import PriceSchedule


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceBook:
    """Every schedule of a handbook, ready for sums."""

    tariffs: Mapping[str, Tariff]

    @classmethod
    def of(cls, schedules: Iterable[PriceSchedule]) -> "PriceBook":
        """This function will make the book from `handbook.of(PriceSchedule)`."""
        return cls(tariffs={schedule.id: tariff_of(schedule) for schedule in schedules})

    def by_id(self, schedule_id: str) -> Tariff:
        """This function will return the tariff of that schedule id; raises UnableToRate where there is none."""
        if schedule_id not in self.tariffs:
            raise UnableToRate(f"没有编号为 {schedule_id} 的电价表")
        return self.tariffs[schedule_id]

    def find(self, *, place: str, on: date, category: str = "residential", voltage: str = "<1kV") -> Tariff:
        """This function will return the tariff in force there on that day; raises UnableToRate where there is none."""
        wanted = (place, category, voltage)
        for tariff in self.tariffs.values():
            schedule = tariff.schedule
            if (schedule.place, schedule.category, schedule.voltage) == wanted and schedule.in_force(on):
                return tariff
        raise UnableToRate(f"{on} {place}没有生效的{category}（{voltage}）电价")
