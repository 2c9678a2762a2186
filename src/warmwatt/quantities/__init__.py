"""Quantities: money, energy, periods, working time, and `Explained`: a number that knows why."""

from warmwatt.quantities._audit import unexplained_parts
from warmwatt.quantities._calendar import CHINA, WorkingCalendar, is_chinese_workday
from warmwatt.quantities._explained import Evidence, Explained, SetAside
from warmwatt.quantities._limit_words import spoken_limit
from warmwatt.quantities._limits import resolve_limit
from warmwatt.quantities._money import Money, Rounding
from warmwatt.quantities._period import DatePeriod
from warmwatt.quantities._source import Source

__all__ = [
    "CHINA",
    "DatePeriod",
    "Evidence",
    "Explained",
    "Money",
    "Rounding",
    "SetAside",
    "Source",
    "WorkingCalendar",
    "is_chinese_workday",
    "resolve_limit",
    "spoken_limit",
    "unexplained_parts",
]
