"""What the service promise says of repairs: the cold start where there is no history yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from warmwatt.handbook import Area, AreaLimits, Handbook, RestorationRow, RestorationStandard, StandardLimit
from warmwatt.quantities import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisedRestoration:
    """Quantiles by area, made from the promised limits: the limit is the P80, P50 and P95 are shares of it."""

    rows: Mapping[Area, RestorationRow]
    rule: str
    source: Source


def promised_restoration(*, handbook: Handbook, standard_id: str = "restoration.promise") -> PromisedRestoration:
    """This function will read the promise from the standard limits; raises UnknownEntry if one is missing."""
    standard = handbook.one(RestorationStandard, standard_id)
    return PromisedRestoration(
        rows={limits.area: _row(handbook, standard, limits) for limits in standard.areas},
        rule=f"restoration/standards/{standard.id}",
        source=standard.source,
    )


def _row(handbook: Handbook, standard: RestorationStandard, limits: AreaLimits) -> RestorationRow:
    p80 = _minutes(handbook, limits.arrive) + _minutes(handbook, limits.restore)
    return RestorationRow(outages=1, p50=round(p80 * standard.p50_share), p80=p80, p95=round(p80 * standard.p95_share))


def _minutes(handbook: Handbook, limit_id: str) -> int:
    limit = handbook.one(StandardLimit, limit_id)
    if limit.minutes is None:
        raise ValueError(f"limit {limit_id} is not in minutes")
    return limit.minutes
