"""Addresses as callers give them: place words with their house numbers and landmarks, the digits in Arabic numerals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from warmwatt.understanding._numerals import CHINESE, digits_of, number_of, plain_number
from warmwatt.understanding._places import (
    AREAS, CODE, GENERIC, HAMLETS, HOUSE, LANDMARK, NAME, NOT_AFTER, NUM, NUMBERED, OWN, POINTED, ROADS, SITES, UNITS,
)  # fmt: skip

HINT = re.compile(rf"{SITES}|[路街巷弄道省市县旗镇乡区村屯栋幢座单元室号组社门线杆]|[0-9]-[0-9]|{HAMLETS}")
STRONG = rf"(?:{NAME}(?:{SITES}|{ROADS}|{AREAS})(?:(?:{SITES})(?!{SITES}))?|{OWN})"
HAMLET = rf"{NAME}(?:{HAMLETS})"
LINE = rf"(?:{NUM}千伏|{NUM}kv)?{NAME}线(?:支)?(?:第)?{NUM}(?:[-—]{NUM})*(?:号)?(?:杆|塔|支)?"
BUILDING = rf"{NAME}(?={HOUSE}|[0-9]+(?:[-—][0-9]+){{1,3}}(?![0-9]))"
CORE = re.compile(
    rf"(?P<line>{LINE})|(?P<strong>(?:[0-9g]+)?{STRONG})|(?P<weak>{HAMLET}(?=[a-z]?{NUM}(?:{UNITS})|[0-9]|地下|[东西南北]区|[a-z]区))|"
    rf"(?P<building>{BUILDING})|(?P<plot>{NUM}号(?:地块|院|路|厂房|楼盘)(?:工地)?)"
)
MORE = re.compile(
    rf"(?:[\s]?(?:{NUMBERED}|{LINE}|{STRONG}|{HAMLET}(?=$|[,。!?;\s的那这上下里边]|没|停|有|全)|(?:与|和|跟){NAME}(?:{ROADS})|{LANDMARK}|{POINTED}))+"
)
ON = re.compile(rf"[,、\s]{{1,2}}(?=(?:{NUMBERED}|{STRONG}|[a-z]区))")
FROM = re.compile(rf"(?:从{STRONG}(?:下来|过去|出来|进去)?{LANDMARK})")
# What makes even a nameless place word an address: a named place, a house number, or a pointed landmark after it.
TELLS = re.compile(rf"{NAME}(?:{SITES}|{ROADS}|{AREAS})|{NUM}(?:{UNITS})|[0-9]{{2,}}|(?:{LANDMARK})(?:{POINTED})|第{NUM}个|往[东南西北]|那[排栋条]")
SLOT = re.compile(rf"车位(?:号)?(?P<told>在|是|:)?\s*(?P<code>{CODE}|{NUM}号?)")
POLE = re.compile(rf"(?:杆号|塔号|变压器(?:编号|号))(?:是|:)?\s*(?P<name>{NAME}(?:线|台区)[^,。!?;\s]{{0,14}})")
NEAR = re.compile(rf"^(?:就)?(?:紧?挨着|靠近|紧?靠着?)[^,。!?;]{{2,12}}?(?:那(?:一)?(?:栋|幢|家|排|边)|旁边|对面|{LANDMARK})?$")
HOME = re.compile(rf"{HOUSE}|{NUM}(?:号楼|栋|幢)|{NUM}单元{NUM}(?:室)?|{NUM}号{NUM}室")
VAGUE = re.compile(r"(?:(?:的)?(?:那|这)(?:一)?(?:块儿?|边儿?|儿|里|一?带|一?片|头|疙瘩|圪垯)|[,、\s的])+$")
ORGAN = re.compile(NOT_AFTER)
GENERIC_ONLY = re.compile(rf"(?:{GENERIC})+")
SUFFIX = re.compile(rf"(?:{SITES}|{ROADS}|{AREAS}|{HAMLETS})$")
ADDED = re.compile(rf"(?P<number>[零一二两三四五六七八九十百]+)(?P<unit>号楼|号院|号门|栋|幢|座|单元|室|户|弄|支弄|门|组|社|队|号(?!地块|线|路|院))")
SPELT = re.compile(r"(?<=[号楼栋幢座元弄门层苑寓区园])[零一二三四五六七八九]{3,4}(?![\u4e00-\u9fa5])")

LETTER = re.compile(r"[a-z](?=-?[0-9]|[区座栋幢馆])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An address as said, where it begins and ends in the text, and how much it tells."""

    words: str
    start: int
    end: int
    weight: int


def addresses_in(text: str) -> Iterator[str]:
    """This function will yield the addresses said in a plain text, the fullest first."""
    if pole := POLE.search(text):
        yield VAGUE.sub("", pole["name"])
        return
    places = sorted(_places(text), key=lambda place: (-place.weight, place.start))
    for place in places:
        yield _with_neighbours(place, text)
    if not places and (home := HOME.search(text)):
        yield home.group()


def arabic_address(words: str) -> str:
    """This function will return an address with its house numbers in Arabic digits; names keep theirs (工业四路)."""
    words = SPELT.sub(lambda found: digits_of(found.group()), ADDED.sub(_numbered, words))
    return LETTER.sub(lambda found: found.group().upper(), words).replace("—", "-")


def _numbered(found: re.Match[str]) -> str:
    value = number_of(found["number"])
    return found.group() if value is None else plain_number(value) + found["unit"]


def _places(text: str) -> list[Place]:
    if not HINT.search(text):
        return []
    found, position = [], 0
    while match := CORE.search(text, position):
        place = _grown(text, match)
        position = max(match.start() + 1, match.end() if place is None else place.end)
        if place is not None:
            found.append(place)
    return found


def _grown(text: str, match: re.Match[str]) -> Place | None:
    end = match.end()
    while True:
        more = MORE.match(text, end) or FROM.match(text, end)
        if more and more.end() > end:
            end = more.end()
            continue
        on = ON.match(text, end)
        if on is None or not MORE.match(text, on.end()):
            break
        end = on.end()
    words = VAGUE.sub("", text[match.start() : end])
    if ORGAN.match(text, match.start() + len(words)) and not re.search(r"[0-9]", words):
        return None
    if not _names_something(match) and not TELLS.search(words, match.end() - match.start()):
        return None
    return Place(words=words, start=match.start(), end=end, weight=_weight(words))


def _names_something(match: re.Match[str]) -> bool:
    """Whether the first place word has a name of its own: 阳光小区 has, 整个小区 and 马路 have not."""
    if match.lastgroup in {"line", "plot"}:
        return True
    words = match.group()
    if match.lastgroup == "building":
        return len(words) >= 2 and not GENERIC_ONLY.fullmatch(words)
    name = SUFFIX.sub("", words)
    return len(name) > 0 and words not in OWN.split("|") and not GENERIC_ONLY.fullmatch(name)


def _weight(words: str) -> int:
    numbers = len(re.findall(rf"{NUM}(?:{UNITS})|[0-9]{{2,}}", words))
    names = len(re.findall(rf"{SITES}|{ROADS}|{AREAS}", words))
    return numbers * 2 + names + (1 if len(words) > 2 else 0)


def _with_neighbours(place: Place, text: str) -> str:
    """The place with the parking slot or the landmark told beside it, in the order in which one writes them."""
    words = place.words
    slot = SLOT.search(text)
    if slot and slot.group() not in words:
        before = slot.start() < place.start and not slot["told"]
        return f"{slot.group()},{words}" if before else f"{words},{slot.group()}"
    for clause in re.split(r"[,。!?;]", text[place.end :])[:3]:
        if NEAR.match(clause.strip()) and not HOME.search(words):
            return f"{words},{clause.strip()}"
    return words
