"""The composed reader: what a customer says is about and how the customer is, what either states, does and promises."""

from collections.abc import Sequence

from warmwatt.conversations import Turn
from warmwatt.handbook import Handbook
from warmwatt.understanding._acts import ActReader
from warmwatt.understanding._customer import LAYERS, CustomerReader
from warmwatt.understanding._facts import read_facts
from warmwatt.understanding._promises import PromiseReader
from warmwatt.understanding._reading import Reading
from warmwatt.understanding._situation import Situation


class LayeredReader:
    """Reads every turn, by a handbook's phrase lists and, with layer 2 on, by heads trained from its utterances."""

    def __init__(self, *, handbook: Handbook, layers: Sequence[str] = LAYERS) -> None:
        self._customer = CustomerReader(handbook=handbook, layers=layers)
        self._acts = ActReader(handbook=handbook)
        self._promises = PromiseReader(handbook=handbook)

    @property
    def layers(self) -> tuple[str, ...]:
        """The names of the layers that are on."""
        return self._customer.layers

    def read(self, turn: Turn, situation: Situation) -> Reading:
        """This function will return what `turn` says, given the conversation before it; it never raises on any text."""
        facts = read_facts(turn, situation)
        acts = self._acts.read(turn, situation)
        if turn.who == "agent":
            return Reading(facts=facts, acts=acts, promises=self._promises.read(turn, situation))
        topics, state = self._customer.read(turn, situation)
        return Reading(topics=topics, state=state, facts=facts, acts=acts)
