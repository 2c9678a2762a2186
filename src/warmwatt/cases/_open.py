"""Opens a case: which matter it is, and its number in a form that can be read aloud."""

from collections.abc import Iterable
from datetime import date

MATTERS = {
    "hazard.report": "hazard",
    "outage.report": "outage",
    "voltage.report": "voltage",
    "complaint": "complaint",
    "arrears.restore": "arrears",
    "meter.check": "meter",
    "bill.dispute": "bill",
    "bill.query": "bill",
    "business.new": "business",
    "business.capacity": "business",
    "business.transfer": "business",
    "business.close": "business",
    "business.tou": "business",
    "business.charger": "business",
    "business.solar": "business",
    "case.progress": "progress",
    "outage.query": "outage_query",
}
TITLES = {
    "hazard": "安全隐患",
    "outage": "停电报修",
    "voltage": "电能质量",
    "complaint": "投诉",
    "arrears": "欠费复电",
    "meter": "电表校验",
    "bill": "电费",
    "business": "用电业务",
    "progress": "工单进度",
    "outage_query": "停电查询",
    "enquiry": "咨询",
}
SPOKEN_DIGITS = str.maketrans("0123456789", "零幺二三四五六七八九")


def matter_of(topics: Iterable[str]) -> str:
    """This function will return the most pressing matter among the topics; what calls for no case is an `enquiry`."""
    labels = set(topics)
    return next((matter for topic, matter in MATTERS.items() if topic in labels), "enquiry")


def title_of(matter: str) -> str:
    """This function will return the matter's Chinese title."""
    return TITLES.get(matter, TITLES["enquiry"])


def number_of(*, day: date, sequence: int, prefix: str = "JZ") -> str:
    """This function will return a case or order number such as `JZ20261123-000123`."""
    if sequence < 1:
        raise ValueError(f"numbers begin at 1, not {sequence}")
    return f"{prefix}{day:%Y%m%d}-{sequence:06d}"


def spoken_number(number: str) -> str:
    """This function will return a number as an agent reads it aloud: groups of digits, 幺 for one."""
    prefix = "".join(char for char in number if char.isalpha())
    head, _dash, tail = number[len(prefix) :].partition("-")
    groups = [head[start : start + 4] for start in range(0, len(head), 4)]
    groups += [tail[start : start + 3] for start in range(0, len(tail), 3)]
    spoken = "，".join(group.translate(SPOKEN_DIGITS) for group in groups if group)
    return f"{'、'.join(prefix)}，{spoken}" if prefix else spoken
