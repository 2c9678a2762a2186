"""A number that knows why.

Every computed answer (bill line, restoration time, due date, score) is returned as an `Explained`, so that an
unexplained number cannot be made. A leaf ends in an `Evidence`: a reading, a turn or a referenced rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from warmwatt.quantities._source import Source

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something observed or written down: a turn, a meter reading, a record, or a rule of the handbook."""

    kind: Literal["turn", "reading", "record", "rule"]
    ref: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A rule that nearly applied, and why it did not."""

    rule: str
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained(Generic[Value_co]):
    """A value with the sentence, rule, source and inputs that it rests on."""

    name: str
    value: Value_co
    sentence: str
    rule: str = ""
    source: Source | None = None
    inputs: tuple["Explained[object] | Evidence", ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    def leaves(self) -> Iterator["Explained[object] | Evidence"]:
        """This function will yield what the explanation ends in, depth first."""
        if not self.inputs:
            yield self
        for part in self.inputs:
            if isinstance(part, Evidence):
                yield part
            else:
                yield from part.leaves()
