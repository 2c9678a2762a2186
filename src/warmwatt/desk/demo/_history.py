"""A synthetic history of closed outages, from which the demo utility's restoration table was learned.

Durations are log-normal about a median that grows with how much is out; storms and night work take longer.
"""

from datetime import datetime, timedelta

import numpy as np

from warmwatt.outages import ClosedOutage
from warmwatt.quantities import CHINA

FROM = datetime(2024, 1, 1, tzinfo=CHINA)
DAYS = 1_000
OUTAGES = 6_000
# Cause: share of outages, median minutes, spread of the logarithm, customers that a typical one puts out.
CAUSES = {
    "设备故障": (0.34, 95, 0.55, 90),
    "树木碰线": (0.16, 140, 0.6, 350),
    "外力破坏": (0.12, 165, 0.55, 420),
    "雷击大风": (0.14, 190, 0.75, 600),
    "过负荷": (0.14, 70, 0.45, 60),
    "表箱接户线": (0.10, 60, 0.4, 3),
}


def demo_history(rng_seed: int = 7) -> tuple[ClosedOutage, ...]:
    """This function will draw the closed outages of some three years, the same each time for a seed."""
    rng = np.random.default_rng(rng_seed)
    names = list(CAUSES)
    drawn = rng.choice(len(names), OUTAGES, p=[CAUSES[name][0] for name in names])
    return tuple(_outage(names[int(kind)], rng) for kind in drawn)


def _outage(cause: str, rng: np.random.Generator) -> ClosedOutage:
    _, median, spread, typical = CAUSES[cause]
    began_at = FROM + timedelta(minutes=int(rng.integers(DAYS * 24 * 60)))
    customers = max(1, round(typical * float(np.exp(rng.normal(0, 0.9)))))
    slower = (1.25 if began_at.hour < 7 or began_at.hour >= 19 else 1.0) * (1 + customers / 4_000)
    minutes = max(8, round(median * slower * float(np.exp(rng.normal(0, spread)))))
    return ClosedOutage(
        cause=cause, customers=customers, began_at=began_at, ended_at=began_at + timedelta(minutes=minutes)
    )
