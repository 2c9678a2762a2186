"""The tokens of worded limits: parts of the day, days, counts, clocks and dates, and how they are split.

A worded limit is written in plain tokens, joined by underscores: a day (`today`, `tomorrow`, `day_after_tomorrow`,
`friday`, `next_monday`, `2026-11-30`, `11-30`, `20th`, `1st_of_next_month`), a part of the day (`morning`, `noon`,
`afternoon`, `evening`, `night`, `end_of_business_day`, `18:00`), or both (`tomorrow_09:00`, `this_evening`); a count
(`3_working_days`, `2_days`, `2_weeks`, `1_months`); or an end (`this_week`, `weekend`, `end_of_month`, `end_of_year`,
`before_new_year`, `next_week`, `next_month`, `next_bill`, `next_year`, `october`).
"""

import re
from datetime import time

LAST_MINUTE = time(23, 59)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
CLOSE = "end_of_business_day"
PARTS = {
    "early_morning": time(6),
    "early": time(9),
    "morning": time(12),
    "noon": time(14),
    "afternoon": time(18),
    "evening": time(22),
    "night": LAST_MINUTE,
    "tonight": LAST_MINUTE,
    "end_of_day": LAST_MINUTE,
    "midnight": LAST_MINUTE,
}
COUNT = re.compile(r"(\d+)_(working_days?|workdays?|days?|hours?|weeks?|months?)")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
DATE = re.compile(r"(?:(\d{4})-)?(\d{1,2})-(\d{1,2})")
NTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)(_of_next_month)?")


def unit_of(count: re.Match[str]) -> str:
    """This function will return the unit of a count in the plural: working_days, days, hours, weeks or months."""
    unit = count[2].rstrip("s") + "s"
    return "working_days" if unit == "workdays" else unit


def day_and_part(words: str) -> tuple[str, str]:
    """This function will split a worded limit into its day and its part of the day; either may be empty."""
    for part in (*PARTS, CLOSE):
        if words == part or words.endswith(f"_{part}"):
            day = words[: -len(part)].rstrip("_")
            return ("today" if day == "this" else day), part
    found = re.fullmatch(r"(?:(.*)_)?(\d{1,2}:\d{2})", words)
    return (found[1] or "", found[2]) if found else (words, "")
