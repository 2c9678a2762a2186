"""Learns restoration quantiles from closed outages: by cause, customers and hours, falling back to broader groups."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from warmwatt.handbook import RestorationRow
from warmwatt.outages._restore import bucket_of, hours_of

ENOUGH = 60
GROUPINGS = (("cause", "customers", "hours"), ("cause", "customers"), ("cause",), ("customers",), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedOutage:
    """An outage that is over: what caused it, how many were out, from when to when."""

    cause: str
    customers: int
    began_at: datetime
    ended_at: datetime


def learn_restoration(outages: Iterable[ClosedOutage], *, enough: int = ENOUGH) -> tuple[RestorationRow, ...]:
    """This function will return quantiles by group, narrow groups first; groups of under `enough` outages are left out.

    Outages that end before they begin are passed over. The last row, of all outages, is there whenever any are.
    """
    kept = [one for one in outages if one.ended_at > one.began_at]
    return tuple(row for grouping in GROUPINGS for row in _rows(kept, grouping, enough if grouping else 1))


def _rows(outages: Sequence[ClosedOutage], grouping: tuple[str, ...], enough: int) -> Iterator[RestorationRow]:
    groups: dict[tuple[str, ...], list[float]] = {}
    for one in outages:
        kind = {"cause": one.cause, "customers": bucket_of(one.customers), "hours": hours_of(one.began_at)}
        minutes = (one.ended_at - one.began_at) / timedelta(minutes=1)
        groups.setdefault(tuple(kind[name] for name in grouping), []).append(minutes)
    for key, durations in sorted(groups.items()):
        if len(durations) >= enough:
            p50, p80, p95 = (max(1, round(float(q))) for q in np.quantile(durations, (0.5, 0.8, 0.95)))
            yield RestorationRow(
                **dict(zip(grouping, key, strict=True)), outages=len(durations), p50=p50, p80=p80, p95=p95
            )
