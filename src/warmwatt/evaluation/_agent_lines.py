"""How well single agent lines are read: promises and their limits, acts, and the criteria that a line breaks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from warmwatt.conversations import Turn
from warmwatt.evaluation._utterances import Row, micro_f1, share
from warmwatt.understanding import Reader, Reading, Situation, SpokenPromise


def measure_agent_lines(
    rows: Sequence[Row], *, reader: Reader, violations: Callable[[str], set[str]]
) -> dict[str, float]:
    """This function will read each row's `text` alone and measure it against the row's labels.

    Promises, violations and acts are pairs of line and kind; an act that no row is labelled with is not scored.
    Limits are asked of the promises that were found: minutes equal, and `until` equal where one is labelled.
    """
    readings = [reader.read(Turn(who="agent", text=str(row["text"])), Situation()) for row in rows]
    wanted_acts = [set(map(str, row.get("acts", ()))) for row in rows]
    scored_acts: set[str] = set().union(*wanted_acts)
    found = [violations(str(row["text"])) for row in rows]
    return {
        "promise_f1": micro_f1([set(_promised(one)) for one in readings], [set(_wanted(row)) for row in rows]),
        "promise_minutes_accuracy": share(list(_limits_right(rows, readings))),
        "violation_f1": micro_f1(found, [set(row.get("violations", ())) for row in rows]),
        "act_f1": micro_f1([{act.kind for act in one.acts} & scored_acts for one in readings], wanted_acts),
    }


def _promised(reading: Reading) -> dict[str, SpokenPromise]:
    return {promise.kind: promise for promise in reading.promises}


def _wanted(row: Row) -> dict[str, Mapping[str, Any]]:
    return {str(promise["kind"]): promise for promise in row.get("promises", ())}


def _limits_right(rows: Sequence[Row], readings: Sequence[Reading]) -> Iterator[bool]:
    for row, reading in zip(rows, readings, strict=True):
        said, wanted = _promised(reading), _wanted(row)
        for kind in said.keys() & wanted.keys():
            until = wanted[kind].get("until")
            same_minutes = said[kind].minutes == wanted[kind].get("minutes")
            yield same_minutes and (until is None or said[kind].until == until)
