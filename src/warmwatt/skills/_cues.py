"""Cues compiled: whether a wording of the handbook is heard in a turn."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from warmwatt.conversations import Turn
from warmwatt.handbook import CueList, Handbook

SENTENCE = re.compile(r"[^。!?;…~\n]+[。!?;…~\n]*")
CLAUSE = re.compile(r"[^。!?;…~\n,]+[。!?;…~\n,]*")
NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One cue list, ready to hear with."""

    who: str
    within: str
    heard: re.Pattern[str]
    unless: re.Pattern[str]
    title: str = ""

    @classmethod
    def of(cls, handbook: Handbook, name: str) -> "Cue":
        """This function will compile the handbook's list `cue.<name>`; it raises UnknownEntry where there is none."""
        entry = handbook.one(CueList, f"cue.{name}")
        heard, unless = _joined(entry.patterns), _joined(entry.unless)
        return cls(who=entry.who, within=entry.within, heard=heard, unless=unless, title=entry.title)

    def words(self, turn: Turn) -> str:
        """This function will return the words of the turn that the cue is heard in, or an empty text."""
        if self.who not in {turn.who, "either"}:
            return ""
        return _words(self, turn.text)


@lru_cache(maxsize=1024)
def _words(cue: Cue, text: str) -> str:
    for part in parts(text, cue.within):
        found = cue.heard.search(part)
        if found and not cue.unless.search(part):
            return found.group()
    return ""


@lru_cache(maxsize=256)
def parts(text: str, within: str) -> tuple[str, ...]:
    """This function will return the text in half-width letters, split into clauses or sentences, or whole."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if within == "turn":
        return (plain,)
    return tuple((CLAUSE if within == "clause" else SENTENCE).findall(plain))


def _joined(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else NOTHING
