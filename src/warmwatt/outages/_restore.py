"""When power will be back: quantiles from closed outages of the kind, given the time already out.

Between and beyond the three known quantiles the duration is taken as log-normal, so that an outage older than its P95
still has an answer. What is told is the P80, rounded up as people speak: being late costs more than being early.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp, log
from statistics import NormalDist

from warmwatt.handbook import Area, RestorationHistory, RestorationRow
from warmwatt.outages._promised import PromisedRestoration
from warmwatt.outages._say import round_as_spoken, say_time
from warmwatt.quantities import CHINA, Evidence, Explained, Source

CUSTOMER_BUCKETS = ((1, "one"), (20, "few"), (200, "street"), (2_000, "district"))
NIGHT_ENDS, EVENING_STARTS = 7, 19
Z80 = NormalDist().inv_cdf(0.8)
Z95 = NormalDist().inv_cdf(0.95)
SURE_OUT = 0.999999


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """When power is expected back. `told` is the P80 rounded as spoken; the quantiles are exact moments."""

    p50: datetime
    p80: datetime
    p95: datetime
    told: Explained[datetime]
    basis: str


def estimate_restoration(
    *,
    now: datetime,
    began_at: datetime,
    promised: PromisedRestoration,
    area: Area = "city",
    history: RestorationHistory | None = None,
    cause: str = "",
    customers: int = 1,
) -> Restoration:
    """This function will estimate the end of an outage that began at `began_at` and still lasts at `now`.

    Without history, or for an outage that begins after `now`, the promised limits of the area stand for the P80.
    """
    out = max(0.0, (now - began_at) / timedelta(minutes=1))
    kind = {"cause": cause, "customers": bucket_of(customers), "hours": hours_of(began_at)}
    row, source, basis = _learned(history, kind) or _promised(promised, area)
    p50, p80, p95 = (began_at + timedelta(minutes=_quantile(row, share, out)) for share in (0.5, 0.8, 0.95))
    told_at = round_as_spoken(max(p80, now), now=now)
    told = Explained(
        name="outages.restoration",
        value=told_at,
        sentence=f"预计{say_time(told_at, now=now)}前恢复供电",
        rule=basis,
        source=source,
        inputs=(
            Evidence(kind="record", ref=f"outage/began/{began_at.isoformat()}", words=f"已停电{int(out)}分钟"),
            Evidence(kind="rule", ref=basis, words=_words(row)),
        ),
    )
    return Restoration(p50=p50, p80=p80, p95=p95, told=told, basis=basis)


def bucket_of(customers: int) -> str:
    """This function will name how many customers are out: one, few, street, district or city."""
    return next((name for upto, name in CUSTOMER_BUCKETS if customers <= upto), "city")


def hours_of(moment: datetime) -> str:
    """This function will name the time of day that an outage began in, as crews know it: day or night."""
    return "day" if NIGHT_ENDS <= moment.astimezone(CHINA).hour < EVENING_STARTS else "night"


def _learned(history: RestorationHistory | None, kind: Mapping[str, str]) -> tuple[RestorationRow, Source, str] | None:
    """The first row that fits: rows stand narrowest first."""
    for place, row in enumerate(history.rows if history else ()):
        if history and all(getattr(row, name) in {"", value} for name, value in kind.items()):
            return row, history.source, f"restoration/history/{history.id}#{place}"
    return None


def _promised(promised: PromisedRestoration, area: Area) -> tuple[RestorationRow, Source, str]:
    return promised.rows[area], promised.source, f"{promised.rule}#{area}"


def _quantile(row: RestorationRow, share: float, out: float) -> float:
    """Minutes from the beginning by which `share` of such outages that lasted `out` minutes are over."""
    middle = log(row.p50)
    spread = max(log(row.p80 / row.p50) / Z80, log(row.p95 / row.p50) / Z95, 0.05)
    normal = NormalDist(middle, spread)
    over = min(normal.cdf(log(out)), SURE_OUT) if out >= 1 else 0.0
    return exp(normal.inv_cdf(over + share * (1 - over)))


def _words(row: RestorationRow) -> str:
    if row.outages == 1:
        return f"承诺时限合计{row.p80}分钟"
    return f"同类停电{row.outages}起，八成在{row.p80}分钟内恢复"
