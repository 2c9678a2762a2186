"""Follows the flows of a conversation: which apply, what was learned, what comes next."""

from dataclasses import dataclass

from warmwatt.conversations import Known, Turn
from warmwatt.handbook import Handbook
from warmwatt.procedures._progress import Progress
from warmwatt.understanding import Reading, Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowBook:
    """The flows of a handbook, ready to be followed."""

    handbook: Handbook

    def advance(
        self,
        flows: tuple[Progress, ...],
        *,
        turn: Turn,
        reading: Reading,
        before: Situation,
        after: Situation,
        known: Known,
    ) -> tuple[Progress, ...]:
        """This function will return where the flows stand once the turn was heard; the first is the one in hand."""
        return flows
