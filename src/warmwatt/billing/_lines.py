"""Explains charges: a line for each, and one for what rounding changed, with the total that they add up to."""

from collections.abc import Sequence

from warmwatt.billing._charge import Charge
from warmwatt.billing._line import Line
from warmwatt.billing._say import say_span, say_units
from warmwatt.billing._stretch import Stretch
from warmwatt.billing._usage import CENTI, Usage, in_kwh
from warmwatt.quantities import Explained, Money

UNITS_A_FEN = 100
UNITS_A_YUAN = 10_000
ROUNDING_LINE = "billing.rounding"


def explained_total(
    *, stretches: Sequence[Stretch], usage: Usage, lines: tuple[Line, ...], fen: int
) -> Explained[Money]:
    """This function will return the total, explained by its lines."""
    total = fen * UNITS_A_FEN
    last = stretches[-1]
    return Explained(
        name="billing.total",
        value=Money(total),
        sentence=f"用电{in_kwh(usage.total)}度，电费合计{say_units(total)}元",
        rule=last.rule_id,
        source=last.tariff.schedule.source,
        inputs=lines,
        set_aside=last.set_aside,
    )


def lines_of(stretches: Sequence[Stretch], usage: Usage, charges: Sequence[Charge], fen: int) -> tuple[Line, ...]:
    """This function will return the lines; together they are exactly the total.

    A line has its amount to 0.0001 yuan, half up away from zero; what that drops is in the rounding line.
    """
    per_unit = CENTI * stretches[0].scale // UNITS_A_YUAN
    twice = per_unit * 2
    spans = [say_span(one.start, one.end) for one in stretches] if len(stretches) > 1 else [""]
    left = fen * UNITS_A_FEN
    lines = []
    for clause, quantity, amount, part in charges:
        units = (amount * 2 + per_unit) // twice if amount >= 0 else -((per_unit - amount * 2) // twice)
        left -= units
        lines.append(Line(clause, quantity, units, spans[part], usage))
    if left:
        lines.append(Line(stretches[-1].clauses.rounding, 0, left, "", usage))
    return tuple(lines)
