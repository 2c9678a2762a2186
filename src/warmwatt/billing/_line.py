"""A bill's line: an `Explained` amount that holds its figures and puts them into words when it is read.

Most lines of most bills are never read aloud; their words would cost more than all the sums.
"""

from warmwatt.billing._clause import Clause
from warmwatt.billing._say import say_units
from warmwatt.billing._usage import Usage, in_kwh
from warmwatt.quantities import Evidence, Explained, Money, SetAside, Source


class Line(Explained[Money]):
    """`quantity` (0.01 kWh) by `clause` is `units` (0.0001 yuan); `span` says which days, where a period was cut."""

    __slots__ = ("clause", "quantity", "span", "units", "usage")

    clause: Clause
    quantity: int
    units: int
    span: str
    usage: Usage

    def __init__(self, clause: Clause, quantity: int, units: int, span: str, usage: Usage) -> None:
        _set_clause(self, clause)
        _set_quantity(self, quantity)
        _set_units(self, units)
        _set_span(self, span)
        _set_usage(self, usage)

    @property
    def name(self) -> str:
        """The clause's name."""
        return self.clause.name

    @property
    def value(self) -> Money:
        """The amount."""
        return Money(self.units)

    @property
    def sentence(self) -> str:
        """The line in words: 峰时450度，每度0.5583元，251.235元."""
        clause = self.clause
        words = f"{clause.opens}{in_kwh(self.quantity)}{clause.closes}" if clause.counted else clause.opens
        return f"{self.span}{words}{clause.less if self.units < 0 else ''}{say_units(self.units)}元"

    @property
    def rule(self) -> str:
        """The clause's place in the handbook."""
        return self.clause.rule

    @property
    def source(self) -> Source:
        """The clause's document."""
        return self.clause.source

    @property
    def inputs(self) -> tuple[Evidence, ...]:
        """The readings and the rule."""
        if self.clause.kind == "rounding":
            return (self.clause.evidence,)
        return (*(self.usage.evidence or stated(self.usage)), self.clause.evidence)

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """What nearly applied is told with the total."""
        return ()


def stated(usage: Usage) -> tuple[Evidence, ...]:
    """This function will return the evidence of a use that was told, not read."""
    return (Evidence(kind="reading", ref="stated", words=f"所述用电量{in_kwh(usage.total)}度"),)


# A frozen class refuses assignment; its slots' own setters are also the quickest way in.
_set_clause, _set_quantity, _set_units, _set_span, _set_usage = (
    Line.__dict__[slot].__set__ for slot in ("clause", "quantity", "units", "span", "usage")
)
