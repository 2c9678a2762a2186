"""Which materials a turn names, by kind, so that 房本 and 房产证 are one."""

from warmwatt.conversations import Turn
from warmwatt.handbook import CueList, Handbook
from warmwatt.skills._cues import Cue

PREFIX = "cue.material."
# What an agent asks for while serving is no document to bring, and a copy is a form of one.
SECONDARY = frozenset({"account", "photo", "seal", "form"})


class Materials:
    """The kinds of material that the handbook knows, ready to be heard."""

    def __init__(self, *, handbook: Handbook) -> None:
        kinds = [entry.id.removeprefix(PREFIX) for entry in handbook.of(CueList) if entry.id.startswith(PREFIX)]
        self._cues = {kind: Cue.of(handbook, f"material.{kind}") for kind in kinds if kind not in SECONDARY}

    def named(self, turn: Turn) -> frozenset[str]:
        """This function will return the kinds of material that the agent's turn names."""
        return frozenset(kind for kind, cue in self._cues.items() if cue.words(turn))
