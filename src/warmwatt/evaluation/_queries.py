"""How well spoken questions find the article that answers them, and what the parts of search are worth alone."""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from statistics import median
from typing import Any

from warmwatt.handbook import Search, Way

Row = Mapping[str, Any]
MEASURED_ON = date(2026, 11, 23)
ALONE: Mapping[Way, str] = {"words": "bm25", "meaning": "embedding"}


def measure_queries(
    rows: Sequence[Row],
    *,
    search: Search,
    on: date = MEASURED_ON,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """This function will return how often the right subject is first (`top1`) and among the first three (`top3`).

    Both are measured again for words alone (`bm25_…`) and for meaning alone (`embedding_…`); times in milliseconds.
    """
    begun = clock()
    measured = _shares(rows, search=search, on=on, way="both")
    taken = [_taken(row, search=search, on=on, clock=clock) for row in rows]
    for way, name in ALONE.items():
        alone = _shares(rows, search=search, on=on, way=way)
        measured |= {f"{name}_{key}": value for key, value in alone.items() if key.startswith("top")}
    return {
        **measured,
        "ms_per_query_median": median(taken) if taken else 0.0,
        "seconds": clock() - begun,
    }


def _shares(rows: Sequence[Row], *, search: Search, on: date, way: Way) -> dict[str, float]:
    found = [[hit.article.subject for hit in search.find(str(row["text"]), on=on, limit=3, way=way)] for row in rows]
    wanted = [str(row["subject"]) for row in rows]
    size = max(len(rows), 1)
    return {
        "top1": sum(bool(one) and one[0] == subject for one, subject in zip(found, wanted, strict=True)) / size,
        "top3": sum(subject in one for one, subject in zip(found, wanted, strict=True)) / size,
        "nothing_found": sum(not one for one in found) / size,
    }


def _taken(row: Row, *, search: Search, on: date, clock: Callable[[], float]) -> float:
    begun = clock()
    # A full stop more makes it a text that was not embedded a moment ago.
    search.find(str(row["text"]) + "。", on=on, limit=3)
    return (clock() - begun) * 1000
