"""Cues compiled: whether a wording of the handbook is heard in a turn."""

import re
import unicodedata
from functools import lru_cache

from warmwatt.conversations import Turn
from warmwatt.handbook import CueList, Handbook, wordings

SENTENCE = re.compile(r"[^。!?;…~\n]+[。!?;…~\n]*")
CLAUSE = re.compile(r"[^。!?;…~\n,]+[。!?;…~\n,]*")


# Turns are heard one after the other, by many skills: each list keeps what it heard in the last few.
KEPT = 8


class Cue:
    """One cue list, ready to hear with; skills that ask for the same list share it, and what it heard."""

    def __init__(self, entry: CueList) -> None:
        self.title = entry.title
        self.who = entry.who
        self.within = entry.within
        self.heard = wordings(entry.patterns)
        self._unless = wordings(entry.unless)
        self._latest: dict[str, str] = {}

    @classmethod
    def of(cls, handbook: Handbook, name: str) -> "Cue":
        """This function will compile the handbook's list `cue.<name>`; it raises UnknownEntry where there is none."""
        return _shared(handbook.one(CueList, f"cue.{name}"))

    def words(self, turn: Turn) -> str:
        """This function will return the words of the turn that the cue is heard in, or an empty text."""
        if self.who not in {turn.who, "either"}:
            return ""
        words = self._latest.get(turn.text)
        if words is None:
            if len(self._latest) >= KEPT:
                self._latest.clear()
            words = self._latest[turn.text] = self._words(turn.text)
        return words

    def _words(self, text: str) -> str:
        for part in parts(text, self.within):
            found = self.heard.search(part)
            if found and not self._unless.search(part):
                return found.group()
        return ""


@lru_cache(maxsize=512)
def _shared(entry: CueList) -> Cue:
    return Cue(entry)


@lru_cache(maxsize=256)
def parts(text: str, within: str) -> tuple[str, ...]:
    """This function will return the text in half-width letters, split into clauses or sentences, or whole."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if within == "turn":
        return (plain,)
    return tuple((CLAUSE if within == "clause" else SENTENCE).findall(plain))
