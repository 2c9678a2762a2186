"""A limit as one says it in Chinese: 48小时内, 周五上午."""

import re

from warmwatt.quantities._limit_tokens import CLOCK, CLOSE, COUNT, DATE, MONTHS, NTH, WEEKDAYS, day_and_part, unit_of

SPOKEN_PARTS = {
    "early_morning": "凌晨",
    "early": "一早",
    "morning": "上午",
    "noon": "中午",
    "afternoon": "下午",
    "evening": "晚上",
    "night": "夜里",
    "tonight": "今晚",
    "end_of_day": "当天",
    "midnight": "半夜十二点",
    CLOSE: "下班前",
}
SPOKEN_DAYS = {
    "today": "今天",
    "tomorrow": "明天",
    "next_day": "第二天",
    "day_after_tomorrow": "后天",
    "weekend": "周末",
    "end_of_week": "本周末",
    "this_week": "本周内",
    "next_week": "下周内",
    "end_of_month": "本月底",
    "next_month": "下个月",
    "next_bill": "下期账单",
    "end_of_year": "年底",
    "next_year": "明年",
    "before_new_year": "春节前",
    **{name: f"周{day}" for name, day in zip(WEEKDAYS, "一二三四五六日", strict=True)},
    **{f"next_{name}": f"下周{day}" for name, day in zip(WEEKDAYS, "一二三四五六日", strict=True)},
    **{name: f"{place}月" for place, name in enumerate(MONTHS, start=1)},
}
SPOKEN_UNITS = {"working_days": "个工作日", "days": "天", "hours": "小时", "weeks": "周", "months": "个月"}


def spoken_limit(*, minutes: int | None, until: str | None) -> str:
    """This function will return the limit as one says it in Chinese (48小时内, 周五上午); empty where there is none."""
    if minutes is not None:
        return f"{minutes // 60}小时内" if minutes % 60 == 0 and minutes else f"{minutes}分钟内"
    words = (until or "").strip().lower()
    if found := COUNT.fullmatch(words):
        return f"{found[1]}{SPOKEN_UNITS[unit_of(found)]}内"
    day, part = day_and_part(words)
    clock = CLOCK.fullmatch(part)
    return _spoken_day(day) + (_spoken_clock(clock) if clock else SPOKEN_PARTS.get(part, ""))


def _spoken_day(day: str) -> str:
    if found := DATE.fullmatch(day):
        return f"{int(found[2])}月{int(found[3])}日"
    if found := NTH.fullmatch(day):
        return f"{'下月' if found[2] else ''}{int(found[1])}号"
    if (found := COUNT.fullmatch(day)) and unit_of(found) == "days":
        return f"{found[1]}天后"
    return SPOKEN_DAYS.get(day, "")


def _spoken_clock(clock: re.Match[str]) -> str:
    return f"{int(clock[1])}点前" if clock[2] == "00" else f"{int(clock[1])}点{clock[2]}分前"
