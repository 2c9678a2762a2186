"""Facts as tokens: what the customer has said so far, and what an agent says otherwise."""

import re
from collections.abc import Iterable, Iterator

from warmwatt.conversations import Known
from warmwatt.skills._cues import Cue, parts
from warmwatt.skills._skill import Moment
from warmwatt.understanding import Fact

UNIT = re.compile(r"([0-9]+)(号楼|栋|幢|座|单元|室|号|层|弄|组|社)")
ROOM = re.compile(r"(?:栋|幢|座|单元|号楼|楼)([0-9]{3,4})(?![0-9号])")
SAME_UNIT = {"号楼": "栋", "幢": "栋", "座": "栋"}
WEEKDAY = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])")
TAIL = re.compile(r"尾号(?:是|为)?\s*([0-9]{3,6})")
CORRECTS = re.compile(r"不是|不对|错了|说错|呃|哦不")
LONG_NUMBER, KEPT = 6, 60
NEAR = 0.05
KINDS = {"amount_yuan": "元", "usage_kwh": "度", "contact": "电话", "account": "户号"}
NAMES = {"栋": "楼号", "室": "门牌", "电话": "电话", "户号": "户号", "元": "金额", "度": "电量", "周": "日子"}


def tokens(moment: Moment, *, quotes: Cue) -> tuple[str, ...]:
    """This function will return the numbers and days of a turn as `kind:value`, without the numbers of orders."""
    found = [each for fact in moment.reading.facts if not _quoted(fact, moment, quotes) for each in _of_fact(fact)]
    text = parts(moment.turn.text, "turn")[0]
    if moment.turn.who == "customer" and CORRECTS.search(text):
        # Which of two numbers holds, once a customer mends one in mid-sentence, is not for a comparison to guess.
        found = [each for each in found if each.partition(":")[0] not in {"电话", "户号"}]
    found += [f"周:{day.replace('天', '日')}" for day in WEEKDAY.findall(text)]
    found += [f"尾号:{tail}" for tail in TAIL.findall(text)]
    return tuple(dict.fromkeys(found))


def remembered(said: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    """This function will return what was said so far with more, bounded."""
    return tuple(dict.fromkeys((*said, *more)))[-KEPT:]


def of_known(known: Known) -> tuple[str, ...]:
    """This function will return the numbers that the desk's own record holds."""
    return (
        *_of_address(known.address or ""),
        *(f"户号:{known.account}" for _once in (1,) if known.account),
        *(f"电话:{known.contact}" for _once in (1,) if known.contact),
    )


def differences(spoken: Iterable[str], *, said: tuple[str, ...], known: Known) -> Iterator[tuple[str, str, str]]:
    """This function will yield what an agent says otherwise: what it is, the customer's word, the agent's."""
    ours, records = tuple(spoken), of_known(known)
    for kind in dict.fromkeys(each.partition(":")[0] for each in ours):
        theirs = _values(said, "电话" if kind == "尾号" else kind)
        mine = _values(ours, kind)
        allowed = theirs + _values(records, "电话" if kind == "尾号" else kind)
        if theirs and not any(_same(kind, value, other) for value in mine for other in allowed):
            yield NAMES.get(kind, kind), theirs[-1], mine[0]


def kinds_of(spoken: Iterable[str]) -> frozenset[str]:
    """This function will return what the tokens are of, as `differences` names it."""
    return frozenset(NAMES.get(kind, kind) for kind in (each.partition(":")[0] for each in spoken))


def _of_fact(fact: Fact) -> Iterator[str]:
    if fact.key == "address":
        yield from _of_address(fact.value)
    elif fact.key in {"contact", "account"}:
        digits = "".join(letter for letter in fact.value if letter.isdigit())
        if len(digits) >= LONG_NUMBER:
            yield f"{KINDS[fact.key]}:{digits}"
    elif fact.key in KINDS:
        yield f"{KINDS[fact.key]}:{fact.value}"


def _of_address(address: str) -> Iterator[str]:
    yield from (f"{SAME_UNIT.get(unit, unit)}:{number}" for number, unit in UNIT.findall(address))
    yield from (f"室:{room}" for room in ROOM.findall(address))


def _quoted(fact: Fact, moment: Moment, quotes: Cue) -> bool:
    """Whether a number is one that the desk gives, such as an order's, not one that the customer gave."""
    clauses = parts(moment.turn.text, "clause")
    said = parts(fact.said, "turn")[0] if fact.said else fact.value
    return any(said[:8] in clause and quotes.heard.search(clause) for clause in clauses)


def _values(found: Iterable[str], kind: str) -> tuple[str, ...]:
    return tuple(each.partition(":")[2] for each in found if each.partition(":")[0] == kind)


def _same(kind: str, mine: str, theirs: str) -> bool:
    if kind == "尾号":
        return theirs.endswith(mine)
    if kind in {"元", "度"}:
        try:
            return abs(float(mine) - float(theirs)) <= NEAR * max(float(theirs), 1.0)
        except ValueError:
            return True
    # Numbers run together with what follows them in a chat: 户号3155502020，3月份.
    return mine == theirs or (len(mine) >= LONG_NUMBER and (mine.startswith(theirs) or theirs.startswith(mine)))
