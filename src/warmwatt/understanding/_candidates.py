"""Every number of a text that could be an amount or a usage, read with the unit that follows it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from warmwatt.understanding._numerals import CHINESE, NUMBER, number_of, upper_number_of

Unit = Literal["yuan", "dime", "kwh", "bare"]
FORMAL = "壹贰叁肆伍陆柒捌玖"
DIGIT = f"(?:[0-9一二三四五六七八九{FORMAL}])"
# What follows the digit of 三块二 where it is no dime: 一百九十块两头, 五块八个.
COUNTED = "[0-9十百千万个天度月年点号%头家次户口人位名张笔期样种台盏只条楼层项回趟边块元直起共样会下]"
NO_THING = r"(?!儿|地[^说]|板|表|牌|砖|石|电池|屏|玻璃|光伏|田|手表|豆腐|肉|糖|布|木头|组件)"
NUMBERED = re.compile(rf"(?<![0-9{CHINESE}.])(?:{NUMBER})")
MORE = r"(?P<more>多|几|来|大几|出头|把)?"
YUAN = re.compile(
    rf"{MORE}个?(?:块钱?|元钱?|圆|刀){NO_THING}零?(?:(?P<dime>{DIGIT}|两(?=毛|角))(?:[毛角]|(?!{COUNTED}))(?:(?P<cent>{DIGIT})分?(?!{COUNTED}))?)?"
)
DIME = re.compile(rf"(?:毛|角)钱?(?:(?P<cent>{DIGIT})分?(?!{COUNTED}))?(?!落)")
CENT = re.compile(r"分钱")
KWH = re.compile(
    rf"{MORE}(?:度电?|千瓦时|kwh|kw·h|个字)(?:(?P<half>半)|(?P<tenth>{DIGIT})(?!{COUNTED}))?(?!过|计|角|假|数|日|音|量|蜜)"
)
HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A number as said, half-open from `start` to `end` with its unit; `head` is where the unit begins."""

    value: float
    unit: Unit
    start: int
    head: int
    end: int


def candidates_in(text: str) -> Iterator[Candidate]:
    """This function will yield the numbers of a plain text, in order."""
    until = 0
    for found in NUMBERED.finditer(text):
        if found.start() < until:
            continue
        words = found.group()
        # 1,286千瓦时: the 千 is of the unit.
        words = words[:-1] if words[-1] == "千" and text.startswith("瓦", found.end()) else words
        value = upper_number_of(words)
        if value is not None:
            candidate = _with_unit(text, found.start(), found.start() + len(words), value)
            until = candidate.end
            yield candidate


def _with_unit(text: str, start: int, head: int, value: float) -> Candidate:
    unit: Unit = "bare"
    end = head
    if tail := YUAN.match(text, head):
        value, unit, end = value + _part(tail["dime"], 10) + _part(tail["cent"], 100), "yuan", tail.end()
    elif tail := DIME.match(text, head):
        value, unit, end = value / 10 + _part(tail["cent"], 100), "dime", tail.end()
    elif tail := CENT.match(text, head):
        value, unit, end = value / 100, "dime", tail.end()
    elif tail := KWH.match(text, head):
        value, unit, end = value + (HALF if tail["half"] else _part(tail["tenth"], 10)), "kwh", tail.end()
    return Candidate(value=round(value, 4), unit=unit, start=start, head=head, end=end)


def _part(words: str | None, of: int) -> float:
    return (number_of(words) or 0) / of if words else 0.0
