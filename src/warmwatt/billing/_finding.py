"""What a check of a disputed bill found: the matter in words, what shows it, and what to do next."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from warmwatt.quantities import DatePeriod, Evidence

NextStep = Literal["test_meter", "reread", "correct", "visit", "explain"]
NEXT_STEPS = {
    "test_meter": "申请校验电表，5个工作日内出结果",
    "reread": "派人现场复核示数",
    "correct": "更正这期电量电费，多退少补",
    "visit": "联系客户核实房屋是否有人用电",
    "explain": "按抄表记录向客户说明",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBill:
    """A bill as it was read and issued: readings as the dial showed them, energies in 0.01 kWh.

    `accumulated` is the cycle's use before the period as the bill printed it, None where it printed none.
    """

    period: DatePeriod
    start: int
    end: int
    billed: int
    multiplier: int = 1
    digits: int = 6
    meter: str = ""
    estimated: bool = False
    accumulated: int | None = None

    @property
    def days(self) -> int:
        """The number of days."""
        return self.period.days or 0

    @property
    def last(self) -> date:
        """The first day after the period; that of its start while it runs."""
        return self.period.end or self.period.start

    @property
    def read(self) -> int:
        """What the readings give, in 0.01 kWh; a lower end is taken for a turn of the dial."""
        used = self.end - self.start
        return (used + 10**self.digits * 100 if used < 0 else used) * self.multiplier

    @property
    def evidence(self) -> Evidence:
        """The bill's readings."""
        words = f"{self.period.start}至{self.period.end}，起码{self.start / 100:g}，止码{self.end / 100:g}"
        return Evidence(kind="reading", ref=f"{self.period.start}/{self.period.end}", words=words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`name` is stable; `sentence` can be said to the customer; `evidence` is what it rests on."""

    name: str
    sentence: str
    evidence: tuple[Evidence, ...]
    next_step: NextStep

    @property
    def advice(self) -> str:
        """What to do next, in words."""
        return NEXT_STEPS[self.next_step]
