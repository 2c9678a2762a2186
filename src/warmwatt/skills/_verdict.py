"""What a skill says: a verdict on a whole conversation, a card of advice during one."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["pass", "fail", "na"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One criterion's verdict with the turns that decided it; `na` where its situation did not arise."""

    criterion: str
    outcome: Outcome
    turns: tuple[int, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One card: `say` is ready to speak, `because` points at turns and rules; a heavier card is shown first.

    `skill` is a criterion id or the name of the consulted room (`outage`, `bill`, `knowledge`). `key` tells one card of
    a skill from another (a promise, a term), so that the desk can withdraw exactly the card that is done.
    """

    skill: str
    say: str
    because: str
    rule: str = ""
    weight: float = 1.0
    key: str = ""
    title: str = ""
