"""The composed reader: what a customer says is about and how the customer is, what either states, does and promises."""

from collections.abc import Sequence

from warmwatt.conversations import Turn
from warmwatt.handbook import Handbook
from warmwatt.understanding._acts import ActReader
from warmwatt.understanding._agent import AgentReader
from warmwatt.understanding._customer import CustomerReader
from warmwatt.understanding._facts import read_facts
from warmwatt.understanding._heads import AGENT, CUSTOMER, shipped_fact_heads, shipped_heads
from warmwatt.understanding._reading import Reading
from warmwatt.understanding._situation import Situation

LAYERS = ("patterns", "heads")


class LayeredReader:
    """Reads every turn, by a handbook's phrase lists and, with layer 2 on, by heads trained from its lessons."""

    def __init__(self, *, handbook: Handbook, layers: Sequence[str] = LAYERS) -> None:
        unknown = [layer for layer in layers if layer not in LAYERS]
        if unknown:
            raise ValueError(f"unknown layers {unknown}; there are {list(LAYERS)}")
        self.layers = tuple(layer for layer in LAYERS if layer in layers)
        heads = shipped_heads() if "heads" in layers else {}
        self._customer = CustomerReader(handbook=handbook, head=heads.get(CUSTOMER))
        self._agent = AgentReader(handbook=handbook, head=heads.get(AGENT))
        self._acts = ActReader(handbook=handbook)
        self._fact_heads = shipped_fact_heads() if "heads" in layers else None

    def read(self, turn: Turn, situation: Situation) -> Reading:
        """This function will return what `turn` says, given the conversation before it; it never raises on any text."""
        facts = read_facts(turn, situation, self._fact_heads)
        if turn.who == "agent":
            heard = self._agent.read(turn, situation)
            return Reading(facts=facts, acts=heard.acts, promises=heard.promises, manners=heard.manners)
        topics, state = self._customer.read(turn, situation)
        return Reading(topics=topics, state=state, facts=facts, acts=self._acts.read(turn))
