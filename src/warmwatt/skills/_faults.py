"""Wordings that fail a criterion, heard sentence by sentence, with the better sentence for each."""

from dataclasses import dataclass
from functools import lru_cache

from warmwatt.handbook import Chorus, Handbook, Script, UnwelcomeWording, Wordings, wordings
from warmwatt.skills._cues import parts
from warmwatt.skills._skill import Moment
from warmwatt.skills._tone import at_fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A wording found in a line: the words, what to say instead, and what the handbook calls it."""

    words: str
    better: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compiled:
    heard: Wordings
    unless: Wordings
    better: tuple[str, ...]
    title: str


class Faults:
    """The unwelcome wordings of one criterion."""

    def __init__(self, *, handbook: Handbook, criterion: str) -> None:
        self._criterion = criterion
        self._better = tuple(
            line for script in handbook.of(Script) if script.moment == f"{criterion}:better" for line in script.lines
        )
        self._compiled = tuple(
            _compiled(entry)
            for entry in handbook.of(UnwelcomeWording)
            if criterion == entry.criterion or criterion in entry.also
        )
        self._chorus = Chorus(each.heard for each in self._compiled)

    def heard(self, moment: Moment) -> Fault | None:
        """This function will return what is amiss in an agent's turn, by the lists and by its tone, or None."""
        listed = self.find(moment.turn.text, turn=moment.index)
        words = at_fault(moment, criterion=self._criterion, listed=listed.words if listed else "")
        if not words:
            return None
        return listed or Fault(words=words, better=self._better[moment.index % len(self._better)])

    def find(self, text: str, *, turn: int = 0) -> Fault | None:
        """This function will return the first unwelcome wording of the text, or None."""
        for sentence in parts(text, "sentence"):
            for place in self._chorus.possible(sentence):
                each = self._compiled[place]
                words = _words(each, sentence)
                if words:
                    return Fault(words=words, better=each.better[turn % len(each.better)], title=each.title)
        return None


@lru_cache(maxsize=64)
def _compiled(entry: UnwelcomeWording) -> _Compiled:
    return _Compiled(
        heard=wordings(entry.patterns), unless=wordings(entry.unless), better=entry.better, title=entry.title
    )


def _words(wording: _Compiled, sentence: str) -> str:
    found = wording.heard.search(sentence)
    return found.group() if found and not wording.unless.search(sentence) else ""
