"""Addresses as callers give them: place words with their house numbers and landmarks, the digits in Arabic numerals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from warmwatt.understanding._numerals import digits_of, number_of, plain_number
from warmwatt.understanding._places import (
    AREAS,
    BESIDE,
    CODE,
    ESTATES,
    GENERIC,
    HAMLETS,
    HOUSE,
    KINDS,
    LANDMARK,
    LODGES,
    NAME,
    NO_ROAD,
    NOISE,
    NUM,
    NUMBERED,
    ORGANS,
    OWN,
    POINTED,
    ROADS,
    UNITS,
)  # fmt: skip

HINT = re.compile(rf"{ESTATES}|{KINDS}|[路街巷弄道省市县旗镇乡区村屯栋幢座单元室号组社门线杆]|[0-9]-[0-9]|{HAMLETS}")
PLACE = rf"(?:{NAME}(?:{ESTATES}|{KINDS}|{ROADS}|{AREAS})(?:(?:{ESTATES})(?!{ESTATES}))?|{OWN})"
LINE = rf"(?:{NUM}千伏|{NUM}kv)?{NAME}线(?:支)?(?:第)?{NUM}(?:[-—]{NUM}){{0,4}}(?:号)?(?:杆|塔|支)?"
CORE = re.compile(
    rf"(?P<line>{LINE})|(?P<place>(?:[gs]?[0-9]{{2,4}}(?=国道|省道|县道))?{PLACE})|"
    rf"(?P<hamlet>{NAME}(?:{HAMLETS})(?=[a-z]?{NUM}(?:{UNITS})|[0-9]|地下|[东西南北]区|[a-z]区))|(?P<lodge>{NAME}(?:{LODGES})(?=这边|那边|这里|那里|\s*停电|\s*没电|\s*$))|"
    rf"(?P<building>{NAME}(?={HOUSE}|[0-9]+(?:[-—][0-9]+){{1,3}}(?![0-9])))|(?P<plot>{NUM}号(?:地块|院|路|厂房|楼盘)(?:工地)?)"
)
MORE = re.compile(
    rf"(?:\s?(?:{NUMBERED}|{LINE}|{PLACE}|{KINDS}|{NAME}(?:{HAMLETS})(?=$|[,。!?;\s的那这上下里边]|没|停|有|全)|(?:与|和|跟){NAME}(?:{ROADS})|{LANDMARK}|{POINTED}))+"
)
HOLDERS = r"的?(?:物业|业主|住户|居民|租户)"
ON = re.compile(rf"(?:{HOLDERS})?[,、\s]{{1,2}}(?=(?!全|整)(?:{NUMBERED}|{PLACE}|[a-z]区|{NAME}(?:{HAMLETS})(?=,)))")
FROM = re.compile(rf"从{PLACE}(?:下来|过去|出来|进去)?{LANDMARK}")
# What makes even a nameless place word an address: a named place, a house number, or a pointed landmark after it.
TELLS = re.compile(
    rf"{NAME}(?:{ESTATES}|{ROADS}|{AREAS})|{NUM}(?:{UNITS})|[0-9]{{2,}}|{LANDMARK}的?那|第{NUM}个|往[东南西北]|那[排栋条个家]"
)
AT = re.compile(r"(?:[在到]|位于|地址:?|位置:?|地点:?|就|路过|靠近)(?:是|在)?\s*$")
HELD = re.compile(rf"{HOLDERS}[,、\s]+")
PARTS = re.compile(rf"{NUM}(?P<unit>{UNITS})")
NUMBERS_ONLY = re.compile(rf"(?:{PARTS.pattern.replace('?P<unit>', '?:')}|[0-9]+)+")
SLOT = re.compile(rf"车位(?:号)?(?P<told>在|是|:)?\s*(?P<code>{CODE}|{NUM}号?)")
POLE = re.compile(rf"(?:杆号|塔号|变压器(?:编号|号))(?:是|:)?\s*(?P<name>{NAME}(?:线|台区)[^,。!?;\s]{{0,14}})")
NEAR = re.compile(
    rf"^(?:就)?(?:紧?挨着|靠近|紧?靠着?)[^,。!?;]{{2,12}}?(?:那(?:一)?(?:栋|幢|家|排|边)|旁边|对面|{LANDMARK})?$"
)
HOME = re.compile(rf"(?<![这那同哪整每一几])(?:{HOUSE}|{NUM}单元{NUM}(?:室)?|{NUM}号{NUM}室)")
NOT_HOME = re.compile(r"^(?:一[栋幢座楼]|[0-9]座)$")
DENIED = re.compile(r"(?<![是要])不[是在](?!吗)[^,。!?;是]{1,14}?(?=[,。!?;]|$|是)")
VAGUE = re.compile(r"(?:(?:的)?(?:那|这)(?:一)?(?:块儿?|边儿?|儿|里|一?带|一?片|头|疙瘩|圪垯)|[,、\s的]|楼道里?)+$")
LEADING = re.compile(rf"^(?:小区(?={NUM})|一[下个])")
OF_ORGAN = re.compile(ORGANS)
IS_ROAD, IS_KIND = re.compile(ROADS), re.compile(KINDS)
NAMELESS_ROAD = re.compile(rf"(?:{NO_ROAD})+")
GENERIC_ONLY = re.compile(rf"(?:{GENERIC}|{KINDS})")
SUFFIX = re.compile(rf"(?:{ESTATES}|{KINDS}|{ROADS}|{AREAS}|{HAMLETS})$")
ADDED = re.compile(
    r"(?P<number>[零一二两三四五六七八九十百]+)(?P<unit>号楼|号院|号门|栋|幢|座|单元|室|户|弄|支弄|门|组|社|队|号(?!地块|线|路|院))"
)
SPELT = re.compile(r"(?<=[号楼栋幢座元弄门层苑寓区园,、])[零一二三四五六七八九十]{3,4}(?![\u4e00-\u9fa5])")
LETTER = re.compile(r"[a-z](?=-?[0-9]|[区座栋幢馆])|(?<=[0-9])[a-z](?![a-z])")


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
    text = DENIED.sub(lambda found: "," * len(found.group()), text)
    places = sorted(_places(text), key=lambda place: (-place.weight, place.start))
    for place in places:
        yield _with_neighbours(place, text)
    home = HOME.search(text)
    if not places and home and not NOT_HOME.match(home.group()):
        yield home.group()


def amended_address(known: str, words: str) -> str:
    """This function will return the known address, corrected by the numbers that were said (不对,是三号楼)."""
    if not NUMBERS_ONLY.fullmatch(words):
        return words
    first = PARTS.match(words)
    unit = _unit(first["unit"]) if first else ""
    for part in PARTS.finditer(known):
        if unit and _unit(part["unit"]) == unit:
            rest = "" if len(PARTS.findall(words)) > 1 else known[part.end() :]
            return known[: part.start()] + words + rest
    return words


def _unit(words: str) -> str:
    return "栋" if words in {"号楼", "栋", "幢", "座"} else "室" if words in {"室", "户"} else words


def arabic_address(words: str) -> str:
    """This function will return an address with its house numbers in Arabic digits; names keep theirs (工业四路)."""
    words = SPELT.sub(_spelt, ADDED.sub(_numbered, words))
    return LETTER.sub(lambda found: found.group().upper(), words).replace("—", "-")


def _numbered(found: re.Match[str]) -> str:
    value = number_of(found["number"])
    return found.group() if value is None else plain_number(value) + found["unit"]


def _spelt(found: re.Match[str]) -> str:
    """五零一 → 501, and 十五零二 → 1502."""
    words = found.group()
    return digits_of(words.replace("十", "1", 1) if words[0] == "十" else words.replace("十", ""))


def _places(text: str) -> list[Place]:
    if not HINT.search(text):
        return []
    quiet = _blanked(NOISE, text)
    core = _blanked(BESIDE, quiet)
    found, position = [], 0
    while match := CORE.search(core, position):
        place = _grown(text, quiet, match)
        position = max(match.start() + 1, match.end() if place is None else place.end)
        if place is not None:
            found.append(place)
    return found


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: "\0" * len(found.group()), text)


def _grown(text: str, quiet: str, match: re.Match[str]) -> Place | None:
    end = _end(quiet, match.end())
    words = HELD.sub(",", VAGUE.sub("", text[match.start() : end]))
    if OF_ORGAN.match(text, match.start() + len(words)) and not re.search(r"[0-9]", words):
        return None
    if not _names_something(text, match) and (
        match.lastgroup in {"hamlet", "lodge"} or not TELLS.search(quiet, match.end(), end)
    ):
        return None
    return Place(words=LEADING.sub("", words), start=match.start(), end=end, weight=_weight(words))


def _end(text: str, end: int) -> int:
    while True:
        more = MORE.match(text, end) or FROM.match(text, end)
        if more and more.end() > end:
            end = more.end()
            continue
        on = ON.match(text, end)
        if on is None or not MORE.match(text, on.end()):
            return end
        end = on.end()


def _names_something(text: str, match: re.Match[str]) -> bool:
    """Whether the first place word has a name of its own: 阳光小区 has, 整个小区 and 马路 have not."""
    if match.lastgroup in {"line", "plot"}:
        return True
    words = match.group()
    if match.lastgroup == "building":
        return len(words) >= 2 and not GENERIC_ONLY.fullmatch(words)
    name = SUFFIX.sub("", words)
    if not name or words in OWN.split("|"):
        return False
    return _is_named(match.lastgroup or "", name, words) and _stands(text, match, words[len(name) :])


def _is_named(group: str, name: str, words: str) -> bool:
    if IS_ROAD.fullmatch(words[len(name) :]):
        return not NAMELESS_ROAD.fullmatch(name)
    return not GENERIC_ONLY.fullmatch(name) and (group not in {"hamlet", "lodge"} or len(words) >= 3)


def _stands(text: str, match: re.Match[str], suffix: str) -> bool:
    """A mere kind of place (石桥镇卫生院 apart from 宠物医院) needs a word that says that one is there."""
    return not IS_KIND.fullmatch(suffix) or bool(AT.search(text, max(0, match.start() - 8), match.start()))


def _weight(words: str) -> int:
    numbers = len(re.findall(rf"{NUM}(?:{UNITS})|[0-9]{{2,}}", words))
    names = len(re.findall(rf"{ESTATES}|{KINDS}|{ROADS}|{AREAS}", words))
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
