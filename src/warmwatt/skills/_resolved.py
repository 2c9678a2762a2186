"""Facts of a whole conversation as they stand at its end."""

from collections import Counter
from collections.abc import Mapping, Sequence

from warmwatt.understanding import Reading, Situation

# A sum may be named in passing (以前才五十); the one that the two keep coming back to is what it is about.
RETURNED_TO = ("amount_yuan", "usage_kwh")


def resolved_facts(situation: Situation, readings: Sequence[Reading]) -> Mapping[str, str]:
    """This function will return the value of each fact: as corrected last, and of sums the one most often named."""
    facts: dict[str, str] = {heard.fact.key: heard.fact.value for heard in situation.facts}
    for key in RETURNED_TO:
        named = Counter(fact.value for reading in readings for fact in reading.facts if fact.key == key)
        most = max(named.values(), default=0)
        if most > 1 and named[facts.get(key, "")] < most:
            facts[key] = next(value for value, times in named.items() if times == most)
    return facts
