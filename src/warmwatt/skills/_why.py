"""What a skill heard in the turns that decided its verdict.

A skill keeps the cues and wordings that it listens for among its own attributes. They are looked up there rather than
listed a second time, so that an explanation can never name a cue that the skill does not use.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from warmwatt.conversations import Turn
from warmwatt.skills._cues import Cue
from warmwatt.skills._faults import Faults
from warmwatt.skills._mood import Mood
from warmwatt.skills._skill import Skill

PUNCTUATION = ",。!?;~ "


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardCue:
    """A cue or an unwelcome wording of the handbook, the turn that it was heard in, and its words there."""

    title: str
    turn: int
    words: str


def cues_heard(skill: Skill[Any], turns: Sequence[tuple[int, Turn]]) -> tuple[HeardCue, ...]:
    """This function will return everything that the skill listens for and that was said in these turns, each once."""
    found = (
        heard for index, turn in turns for listener in _listeners(vars(skill)) for heard in _in(listener, index, turn)
    )
    return tuple(dict.fromkeys(found))


def _in(listener: Cue | Faults, index: int, turn: Turn) -> Iterator[HeardCue]:
    if isinstance(listener, Cue):
        if words := listener.words(turn):
            yield HeardCue(title=listener.title, turn=index, words=words.strip(PUNCTUATION))
    elif turn.who == "agent" and (fault := listener.find(turn.text)):
        yield HeardCue(title=fault.title, turn=index, words=fault.words.strip(PUNCTUATION))


def _listeners(kept: object) -> Iterator[Cue | Faults]:
    if isinstance(kept, Cue | Faults):
        yield kept
    elif isinstance(kept, Mood):
        yield from _listeners(vars(kept))
    elif isinstance(kept, Mapping):
        for each in kept.values():
            yield from _listeners(each)
    elif isinstance(kept, tuple):
        for each in kept:
            yield from _listeners(each)
