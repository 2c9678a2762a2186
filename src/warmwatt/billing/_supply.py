"""What a business is supplied with: capacity or demand that is charged by the month, power factor, losses."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from warmwatt.handbook import PowerFactorTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """Capacities in 0.01 kVA, demands in 0.01 kW, losses in 0.01 kWh and kvarh.

    `capacity_changes` are (first day, new capacity). `losses` are those of a transformer that is metered on its low
    side, added to what the meter read. `factor_table` is the power-factor table by which the customer is judged.
    """

    basic: Literal["capacity", "demand"] | None = None
    capacity: int = 0
    capacity_changes: tuple[tuple[date, int], ...] = ()
    contract_demand: int = 0
    loss: int = 0
    reactive_loss: int = 0
    factor_table: PowerFactorTable | None = None
