"""Working time in China: weekends, public holidays and make-up workdays count in deadlines."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import chinese_calendar

CHINA = ZoneInfo("Asia/Shanghai")


def is_chinese_workday(day: date) -> bool:
    """This function will tell whether `day` is worked; a year without a published calendar falls back to weekdays."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """Office hours and the days on which they are kept."""

    opens: time = time(8, 30)
    closes: time = time(17, 30)
    is_workday: Callable[[date], bool] = field(default=is_chinese_workday)

    def add_working_days(self, start: datetime, days: int) -> datetime:
        """This function will return the close of business `days` working days after `start`'s day."""
        day = start.astimezone(CHINA).date()
        left = days
        while left > 0:
            day += timedelta(days=1)
            left -= self.is_workday(day)
        return self.close_of(day)

    def close_of(self, day: date) -> datetime:
        """This function will return the close of business on `day`, aware, in China time."""
        return datetime.combine(day, self.closes, CHINA)

    def next_close(self, now: datetime) -> datetime:
        """This function will return the first close of business on a working day that is not yet past."""
        day = now.astimezone(CHINA).date()
        while not self.is_workday(day) or self.close_of(day) <= now:
            day += timedelta(days=1)
        return self.close_of(day)
