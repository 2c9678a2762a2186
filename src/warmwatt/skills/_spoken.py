"""Chooses what a card says: one of the handbook's wordings for the moment, filled with the customer's own facts."""

import re
from collections import defaultdict

from warmwatt.handbook import Handbook, Script
from warmwatt.understanding import Situation

PLACE = re.compile(r"\{(\w+)\}")


class Wording:
    """The scripts of a handbook, by moment."""

    def __init__(self, *, handbook: Handbook) -> None:
        lines: dict[str, list[str]] = defaultdict(list)
        for script in handbook.of(Script):
            lines[script.moment] += script.lines
        self._lines = {moment: tuple(found) for moment, found in lines.items()}

    def say(self, moment: str, *, situation: Situation, turn_index: int, **more: str) -> str:
        """This function will return a line for the moment, or an empty text where none can be filled.

        The choice turns with the turn and with what was just said, so that neither one conversation nor two in a row
        hear the same words, and the same turn always gets the same. `criterion:case` falls back to `criterion`.
        """
        known = {heard.fact.key: heard.fact.value for heard in situation.facts} | more
        lines = self._lines.get(moment) or self._lines.get(moment.partition(":")[0], ())
        ready = [line for line in lines if all(known.get(place) for place in PLACE.findall(line))]
        if not ready:
            return ""
        # Lines that use what the customer said are preferred to those that anyone could say.
        personal = [line for line in ready if PLACE.search(line)]
        spoken = personal or ready
        chosen = spoken[(turn_index + _grain(situation)) % len(spoken)]
        return PLACE.sub(lambda place: str(known[place[1]]), chosen)


def _grain(situation: Situation) -> int:
    """A number that differs from conversation to conversation, and is the same whenever this turn is heard again."""
    return len(situation.previous.text) if situation.previous else 0
