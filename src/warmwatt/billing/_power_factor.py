"""Power factor: exact from active and reactive energy, and what the table adds or takes off for it."""

from decimal import Decimal

from warmwatt.billing._usage import UnableToRate
from warmwatt.handbook import FactorStep, PowerFactorTable

WHOLE = 100


def power_factor(*, active: int, reactive: int) -> int:
    """This function will return the power factor in hundredths, half up: active / √(active² + reactive²).

    It is found by comparing squares, so that no rounding of a root comes in between. No use has the factor 1.
    """
    if active < 0 or reactive < 0:
        raise UnableToRate("有功或无功电量为负，请先核对电表示数", field="reactive_kvarh")
    if reactive == 0:
        return WHOLE
    apparent = active * active + reactive * reactive
    return max(h for h in range(WHOLE + 1) if h == 0 or 4 * WHOLE**2 * active * active >= (2 * h - 1) ** 2 * apparent)


def adjustment(*, table: PowerFactorTable, factor: int) -> int:
    """This function will return what the table adds for that factor, in 0.01 percent; negative where it takes off."""
    standard = int(table.standard * WHOLE)
    if factor >= standard:
        return _summed(table.rewards, standard, factor, 1)
    return _summed(table.penalties, standard, factor, -1)


def wrong_factor_rows(table: PowerFactorTable) -> tuple[str, ...]:
    """This function will name every printed row of the table that its steps do not give."""
    found = []
    for row in table.examples:
        computed = Decimal(adjustment(table=table, factor=int(row.factor * WHOLE))) / WHOLE
        if computed != row.percent:
            found.append(f"{table.id}: {row.factor}: computed {computed}, written {row.percent}")
    return tuple(found)


def _summed(steps: tuple[FactorStep, ...], standard: int, factor: int, direction: int) -> int:
    """Adds up each hundredth between the standard and the factor; rewards end with their last row."""
    total, at = 0, standard
    for step in steps:
        until = int(step.factor * WHOLE)
        reached = min(until, factor) if direction > 0 else max(until, factor)
        total += abs(reached - at) * int(step.percent * WHOLE)
        at = reached
    return total
