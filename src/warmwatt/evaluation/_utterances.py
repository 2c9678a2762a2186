"""How well single utterances are read: topics, state, facts, and what a turn costs."""

import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles
from typing import Any

from warmwatt.conversations import Turn
from warmwatt.understanding import Reader, Reading, Situation, in_arabic

SCORED_FACTS = ("address", "contact", "account", "name", "amount_yuan", "usage_kwh")
NUMBERS = ("amount_yuan", "usage_kwh")
Row = Mapping[str, Any]


def measure_utterances(
    rows: Sequence[Row], *, reader: Reader, clock: Callable[[], float] = time.perf_counter
) -> dict[str, float]:
    """This function will read each row's `text` alone and measure it against its labels; times in milliseconds."""
    readings: list[Reading] = []
    taken: list[float] = []
    for row in rows:
        begun = clock()
        readings.append(reader.read(Turn(who="customer", text=str(row["text"])), Situation()))
        taken.append((clock() - begun) * 1000)
    said = [[topic.label for topic in reading.topics] for reading in readings]
    gold = [list(row.get("topics", ())) for row in rows]
    states = [reading.state.label if reading.state else "calm" for reading in readings]
    wanted = [str(row.get("state", "calm")) for row in rows]
    return {
        "topic_top1": share([bool(one) and one[0] in labels for one, labels in zip(said, gold, strict=True)]),
        "topic_micro_f1": micro_f1([set(one) for one in said], [set(labels) for labels in gold]),
        "state_accuracy": share([one == other for one, other in zip(states, wanted, strict=True)]),
        "state_macro_f1": macro_f1(states, wanted),
        "state_false_alarms": false_alarms(states, wanted),
        "facts_f1": micro_f1([_said_facts(reading) for reading in readings], [_wanted_facts(row) for row in rows]),
        "ms_per_turn_median": median(taken) if taken else 0.0,
        "ms_per_turn_p99": quantiles(taken, n=100, method="inclusive")[98] if len(taken) > 1 else sum(taken),
    }


def share(claims: Sequence[bool]) -> float:
    """This function will return the share of claims that hold, 0 where there are none."""
    return sum(claims) / len(claims) if claims else 0.0


def micro_f1(said: Sequence[set[Any]], wanted: Sequence[set[Any]]) -> float:
    """This function will pool all items of all rows and return their F1; nothing said and nothing wanted is 1."""
    right = sum(len(one & other) for one, other in zip(said, wanted, strict=True))
    total = sum(map(len, said)) + sum(map(len, wanted))
    return 2 * right / total if total else 1.0


def macro_f1(said: Sequence[str], wanted: Sequence[str]) -> float:
    """This function will return the mean F1 over every label that was said or wanted."""
    labels = sorted({*said, *wanted})
    return sum(_label_f1(label, said, wanted) for label in labels) / len(labels) if labels else 0.0


def false_alarms(said: Sequence[str], wanted: Sequence[str]) -> float:
    """This function will return the share of calm customers who were taken for anything else."""
    return share([one != "calm" for one, other in zip(said, wanted, strict=True) if other == "calm"])


def _label_f1(label: str, said: Sequence[str], wanted: Sequence[str]) -> float:
    both = sum(one == other == label for one, other in zip(said, wanted, strict=True))
    return 2 * both / (list(said).count(label) + list(wanted).count(label))


def _said_facts(reading: Reading) -> set[tuple[str, object]]:
    return {(fact.key, comparable(fact.key, fact.value)) for fact in reading.facts if fact.key in SCORED_FACTS}


def _wanted_facts(row: Row) -> set[tuple[str, object]]:
    facts = row.get("facts", {})
    return {(key, comparable(key, value)) for key, value in facts.items() if key in SCORED_FACTS}


def comparable(key: str, value: object) -> object:
    """This function will make two ways of writing a fact equal: numbers as numbers, texts bare of punctuation.

    In an address a number is the same in Chinese and in Arabic digits (六十八号院, 68号院); a name keeps its own.
    """
    if key in NUMBERS:
        try:
            return round(float(str(value).replace(",", "").replace("，", "")), 4)
        except ValueError:
            return str(value)
    words = "".join(character for character in str(value) if character.isalnum()).casefold()
    return in_arabic(words) if key == "address" else words
