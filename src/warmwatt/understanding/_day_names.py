"""Days, parts of days, dates and ends of periods as said, in the tokens of `quantities.resolve_limit`."""

import re
from collections.abc import Iterator

from warmwatt.understanding._limit import Limit
from warmwatt.understanding._numerals import CHINESE, number_of

PARTS = {
    "凌晨": "early_morning", "一早": "morning", "一大早": "morning", "大清早": "morning", "清早": "morning",
    "清晨": "morning", "早上": "morning", "早晨": "morning", "早": "morning", "上午": "morning", "白天": "afternoon",
    "中午": "noon", "晌午": "noon", "午后": "afternoon", "下午": "afternoon", "傍晚": "evening", "晚上": "evening",
    "晚间": "evening", "晚": "evening", "夜里": "night", "夜间": "night", "半夜": "night", "后半夜": "night",
    "深夜": "night", "天黑": "evening", "晚饭": "evening",
}  # fmt: skip
PART = "|".join(sorted(PARTS, key=len, reverse=True))
WEEK = dict(
    zip(
        "一二三四五六日天",
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "sunday"],
        strict=True,
    )
)
DAYS = {
    "大后天": "3_days", "今天": "today", "今儿": "today", "今日": "today", "今": "today", "当天": "today",
    "当日": "today", "当晚": "today", "明天": "tomorrow", "明儿": "tomorrow", "明日": "tomorrow", "次日": "tomorrow",
    "第二天": "tomorrow", "隔天": "tomorrow", "明": "tomorrow", "后天": "day_after_tomorrow",
    "后儿": "day_after_tomorrow",
}  # fmt: skip
NAMED = (
    "大后天|今天|今儿|今日|当天|当日|明天|明儿|明日|次日|第二天|隔天|后天|后儿|今(?=晚|早|夜)|明(?=晚|早)|"
    "(?:下个?)?(?:这|本)?(?:周|星期|礼拜)[一二三四五六日天]"
)
DAY = re.compile(rf"(?P<day>{NAMED})(?P<part>{PART}|晚|夜)?(?P<close>下了?班(?:之?前)?|上班)?")
# A part of the day alone is of today; 昨天下午, 每天晚上 and 下午班 limit nothing.
PART_ALONE = re.compile(
    r"(?<![昨前每那当]天)(?<![昨个整通每半一])(?P<part>下午|中午|晌午|傍晚|晚上|夜里|后半夜|天黑|晚饭|天亮)"
    r"(?=(?:之?前|以前|后|以后)|(?:就|会|能|才|再|给|我|您|去|来|发|到|准|一定|肯定|必|打|回|有人|师傅|报|送)|[,。!]|$)"
)
TODAY_PARTS = {
    "morning": "this_morning", "noon": "12:00", "afternoon": "this_afternoon", "evening": "this_evening",
    "night": "tonight",
}  # fmt: skip
OF_THE_NIGHT = frozenset({"晚", "晚上", "晚间", "夜"})
DATE = re.compile(rf"(?P<month>[0-9]{{1,2}}|[{CHINESE}]{{1,2}})月(?P<day>[0-9]{{1,2}}|[{CHINESE}]{{1,3}})[号日]")
OF_MONTH = re.compile(
    rf"(?:(?P<next>下个?月)|(?<![0-9{CHINESE}月第]))(?P<day>[0-9]{{1,2}}|[{CHINESE}]{{1,3}})号(?![0-9楼院线门店仓库机窗杆柜台路桥变表箱公房站厅])"
)
MONTH = re.compile(rf"(?<=[在到进])(?P<month>[0-9]{{1,2}}|[{CHINESE}]{{1,2}})月(?:份)?(?=[,。!]|$)")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
ENDS = (
    (re.compile(r"下了?班(?:之)?前|下班以前"), "end_of_business_day"),
    (re.compile(r"(?:这个|本)?月底(?:之)?前?|月末|(?:这个|本)月(?:之)?内"), "end_of_month"),
    (
        re.compile(r"(?:这个?|本)(?:周内|礼拜内|星期内)|周内|(?:这|本)(?:个)?(?:周|礼拜|星期)(?![一二三四五六日天末])"),
        "this_week",
    ),
    (re.compile(r"(?:这个?|本)?(?:周末|双休)"), "weekend"),
    (re.compile(r"年底"), "end_of_year"),
    (re.compile(r"(?<![去每半今明往当几多0-9一二两三四五六七八九十百])年前|春节前|过年前"), "before_new_year"),
    (re.compile(r"明年(?!.{0,2}月)"), "next_year"),
    (re.compile(r"下(?:一)?(?:期|次)(?:的)?(?:账单|电费)|下(?:一)?个?(?:抄表|账)(?:周期|日|期)|下期"), "next_bill"),
    (re.compile(r"下个?月"), "next_month"),
    (re.compile(r"下(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天])"), "next_week"),
    (re.compile(r"今明两天|今明天"), "tomorrow"),
)


def day_of(words: str) -> str:
    """This function will return the token of a named day: 明儿 → tomorrow, 下礼拜三 → next_wednesday."""
    if words[-1] in WEEK and any(week in words for week in ("周", "星期", "礼拜")):
        return ("next_" if words.startswith("下") else "") + WEEK[words[-1]]
    return DAYS[words]


def with_part(day: str, part: str, words: str = "") -> str:
    """This function will join a day and a part of it: today and evening, said 今晚, is tonight."""
    if part == "end_of_business_day" and day == "today":
        return part
    if day == "today" and part:
        return "tonight" if words in OF_THE_NIGHT else TODAY_PARTS.get(part, f"{day}_{part}")
    return f"{day}_12:00" if part == "noon" else f"{day}_{part}" if part else day


def named_days(text: str) -> Iterator[Limit]:
    """This function will yield the days that a text names, each with its part."""
    for match in DAY.finditer(text):
        said = match["part"] or ""
        part = PARTS.get(said, "night" if said == "夜" else "")
        if match["close"]:
            part = "morning" if match["close"] == "上班" else "end_of_business_day"
        yield Limit(until=with_part(day_of(match["day"]), part, said), start=match.start(), words=match.group())


def parts_alone(text: str) -> Iterator[Limit]:
    """This function will yield the parts of today that stand alone: 下午就去, 天黑前."""
    for match in PART_ALONE.finditer(text):
        said = match["part"]
        if said == "天亮":
            until = "tomorrow_morning"
        elif said == "晚饭" and text[match.end() : match.end() + 1] == "后":
            until = "tonight"
        else:
            until = with_part("today", PARTS[said], said)
        yield Limit(until=until, start=match.start(), words=said)


def dates(text: str) -> Iterator[Limit]:
    """This function will yield the dates of a text: 12月1号 → 12-01, 二十号 → 20th, 排在十月 → october."""
    for match in DATE.finditer(text):
        month, day = number_of(match["month"]), number_of(match["day"])
        if month and day and month <= 12 and day <= 31:
            yield Limit(until=f"{int(month):02d}-{int(day):02d}", start=match.start(), words=match.group())
    for match in OF_MONTH.finditer(text):
        day = number_of(match["day"])
        if day and 1 <= day <= 31:
            of_next = "_of_next_month" if match["next"] else ""
            yield Limit(until=f"{_nth(int(day))}{of_next}", start=match.start(), words=match.group())
    for match in MONTH.finditer(text):
        month = number_of(match["month"])
        if month and month <= 12:
            yield Limit(until=MONTHS[int(month) - 1], start=match.start(), words=match.group())


def ends(text: str) -> Iterator[Limit]:
    """This function will yield the ends of periods: 月底, 下班前, 下周, 下期账单."""
    for pattern, until in ENDS:
        for match in pattern.finditer(text):
            yield Limit(until=until, start=match.start(), words=match.group())


def _nth(day: int) -> str:
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"
