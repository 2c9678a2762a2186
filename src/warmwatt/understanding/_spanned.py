"""Addresses and names made of the spans that a tagger marks: pieces joined in order, corrected, each once."""

import re
from collections.abc import Iterable, Sequence

from warmwatt.understanding._address import NUMBERS_ONLY, SLOT, VAGUE, amended_address
from warmwatt.understanding._names import BODIES
from warmwatt.understanding._tagger import Span

CORRECTED = re.compile(
    r"(?:不对|不是(?=[,。!])|说?错了|哦?不[,。!]|不不|更正|应该是|改成|我说的是)[,。!]*(?:是|应该是)?"
)
PIECE = re.compile(r"[^,。!?;:、…\s](?:[^,。!?;:…]*[^,。!?;:、…\s])?")
# What leads to an address and what follows it, where a span took too much.
LED = re.compile(
    r"(?:(?:我|俺|咱|阿拉)们?(?:家|屋|这边|这里|这儿|小区|单位|隔壁)?(?:住|在|是|就)*|本单位为?|单位(?:是|在|为)?|站[名址](?:是)?|"
    r"(?:地址|位置|地点|杆号|塔号|柜号(?=是)|项目)(?:是|在|:)?|派单写|(?:就)?(?:住)?在(?=..)|是(?=..))"
)
TRAILED = re.compile(
    r"(?<=..)(?:这次|[这那]个户|有(?:根|个|条|一|没有)|没电|停电|冇电|断电|跳闸|的?(?:时候|电(?:费|表)?(?:$|从|到|一))).*$"
)
BODY = re.compile(rf"(?:{BODIES})$")


def spanned_address(text: str, spans: Iterable[Span], known: str | None) -> str | None:
    """This function will return the address that the spans make; `known` is what a first correction corrects."""
    address, until = known, 0
    said = False
    for start, words in _pieces(text, spans):
        if address is None or not (said or CORRECTED.search(text[:start])):
            address = words
        elif CORRECTED.search(text[until:start]):
            address = amended_address(address, words)
        else:
            address = _with(address, words)
        until, said = start + len(words), True
    return address if said else None


def _pieces(text: str, spans: Iterable[Span]) -> Iterable[tuple[int, str]]:
    for span in spans:
        for piece in PIECE.finditer(text, span.start, span.end):
            start = piece.start()
            slot = next((each for each in SLOT.finditer(text) if each.start() < start <= each.start("code")), None)
            start = slot.start() if slot else start
            led = LED.match(text, start, piece.end())
            start = led.end() if led and led.end() < piece.end() else start
            words = VAGUE.sub("", TRAILED.sub("", text[start : piece.end()]))
            if words:
                yield start, words


def _with(address: str, words: str) -> str:
    """The address with one more piece: larger parts first, what was said already not again."""
    if words in address:
        return address
    if address in words:
        return words
    return f"{words},{address}" if _is_part(address) and not _is_part(words) else f"{address},{words}"


def _is_part(words: str) -> bool:
    slot = SLOT.match(words)
    return bool(NUMBERS_ONLY.fullmatch(words) or (slot and slot["told"]))


def spanned_name(text: str, spans: Sequence[Span]) -> str | None:
    """This function will return the name that is meant: of several the last, but a company before who speaks for it."""
    names = [text[span.start : span.end].strip(",。!?;:、\" '“”") for span in spans]
    bodies = [name for name in names if BODY.search(name)]
    return next((name for name in reversed(bodies or names) if name), None)
