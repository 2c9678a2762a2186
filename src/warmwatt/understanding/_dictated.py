"""Long numbers said aloud: digit by digit, in pieces, over several turns, with corrections."""

import re
from collections.abc import Iterable

from warmwatt.understanding._numerals import digits_of

D = "0-9零〇○一二三四五六七八九幺妖两洞拐勾"
GAP = r"[\s,、.…\-—]{0,2}"
RUN = re.compile(rf"[{D}](?:{GAP}[{D}])*")
LONG_RUN = re.compile(rf"[{D}](?:{GAP}[{D}]){{2,}}")
PAUSE = re.compile(r"[\s,、.…\-—]+")
REPEATED = re.compile(rf"([二两三四五2-5])个([{D}])(?![{D}]*[个天月年点块度号楼栋单室])")
TOKEN = re.compile(rf"(?P<wrong>不对|不是|错了|说错|哦不|更正|我重说|重新说)|(?P<run>{RUN.pattern})")
ONLY = re.compile(rf"[{D}\s,、.。…\-—]+")
PIECE = 2


def spelt_out(text: str) -> str:
    """This function will write repeated digits out: 三个八 → 888."""
    return REPEATED.sub(lambda found: digits_of(found[2]) * int(digits_of(found[1])), text)


def assembled(texts: Iterable[str]) -> str:
    """This function will return the digits dictated over the texts, in order, each correction put in its place."""
    pieces: list[str] = []
    wrong = False
    for text in texts:
        # A turn of nothing but digits may be as short as one.
        least = 1 if ONLY.fullmatch(text) else PIECE
        for token in TOKEN.finditer(spelt_out(text)):
            if token["wrong"]:
                wrong = True
                continue
            for digits in _pieces(token["run"], least):
                pieces = _corrected(pieces, digits) if wrong else [*pieces, digits]
                wrong = False
    return "".join(pieces)


def _pieces(run: str, least: int) -> list[str]:
    """The pieces of a run as paused in; digits said one by one are one piece, and a lone digit is none."""
    parts = [digits_of(part) for part in PAUSE.split(run)]
    parts = parts if all(len(part) >= PIECE for part in parts) else ["".join(parts)]
    return [part for part in parts if len(part) >= least]


def _corrected(pieces: list[str], digits: str) -> list[str]:
    """The pieces with the corrected one replaced: begun anew, a piece of the same length, or the end."""
    if not pieces or len(digits) >= 10 or (len(digits) > 2 and digits[:2] == pieces[0][:2]):
        return [digits]
    for index in range(len(pieces) - 1, -1, -1):
        if len(pieces[index]) == len(digits):
            return [*pieces[:index], digits, *pieces[index + 1 :]]
    whole = "".join(pieces)
    return [whole[: -len(digits)] + digits]
