"""Finds what an explanation leaves unexplained. One check for every engine, run by their tests."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from warmwatt.quantities._calendar import CHINA
from warmwatt.quantities._explained import Evidence, Explained
from warmwatt.quantities._money import Money


def unexplained_parts(explained: Explained[Any]) -> tuple[str, ...]:
    """This function will return every fault of the explanation, in words; an empty tuple is a sound one.

    Faults: money whose money parts do not add up to it; a leaf that is no reading, turn, record or rule; a sentence
    that lacks its own number.
    """
    return tuple(_faults(explained))


def _faults(explained: Explained[Any]) -> Iterator[str]:
    parts = [part for part in explained.inputs if isinstance(part, Explained)]
    amounts = [part.value for part in parts if isinstance(part.value, Money)]
    if isinstance(explained.value, Money) and amounts and sum(one.units for one in amounts) != explained.value.units:
        yield f"{explained.name}: its parts do not add up to {explained.value}"
    if not explained.inputs:
        yield f"{explained.name}: ends in nothing that was read, said or ruled"
    if any(isinstance(part, Evidence) and not part.ref for part in explained.inputs):
        yield f"{explained.name}: rests on evidence without a reference"
    forms = _spoken_forms(explained.value)
    if forms and not any(form in explained.sentence for form in forms):
        yield f"{explained.name}: its sentence lacks {forms[0]}: {explained.sentence}"
    for part in parts:
        yield from _faults(part)


def _spoken_forms(value: object) -> tuple[str, ...]:
    """The ways in which the sentence may show the value; none for what is no number or time."""
    if isinstance(value, Money):
        return (_shortest(abs(value.in_yuan)),)
    if isinstance(value, datetime):
        hour = value.astimezone(CHINA).hour
        return (f"{hour}点", f"{hour % 12 or 12}点", f"{hour:02d}:")
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return ()
    number = abs(Decimal(str(value)))
    return (_shortest(number), f"{_shortest(number * 100)}%")


def _shortest(number: Decimal) -> str:
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
