"""The one door through which every turn is read, whatever layers stand behind it."""

from typing import Protocol

from warmwatt.conversations import Turn
from warmwatt.understanding._reading import Reading
from warmwatt.understanding._situation import Situation


class Reader(Protocol):
    """Reads turns in the light of what came before; deterministic, and never raises on any text."""

    @property
    def layers(self) -> tuple[str, ...]:
        """The names of the layers that are on, for the status page."""

    def read(self, turn: Turn, situation: Situation) -> Reading:
        """This function will return what `turn` says, given the conversation before it."""
