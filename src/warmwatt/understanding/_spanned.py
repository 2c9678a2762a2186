"""Addresses and names made of the spans that a tagger marks: pieces joined in order, corrected, each once."""

import re
from collections.abc import Iterable, Sequence

from warmwatt.understanding._address import NUMBERS_ONLY, SLOT, amended_address
from warmwatt.understanding._letter_words import BODIES
from warmwatt.understanding._tagger import Span

CORRECTED = re.compile(
    r"(?:不对|不是(?=[,。!])|说?错了|哦?不[,。!]|不不|更正|应该是|改成|我说的是)[,。!]*(?:是|应该是)?"
)
PIECE = re.compile(r"[^,。!?;:、…\s](?:[^,。!?;:…]*[^,。!?;:、…\s])?")
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
            yield piece.start(), piece.group()


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
