"""Practice scenarios: who calls, what they hide until asked, how they sound in each mood, what settles the matter."""

from typing import ClassVar, Literal

from pydantic import Field

from warmwatt.handbook._entry import Entry, Part


class HiddenFact(Part):
    """Something that the customer tells only when asked: the words that ask for it, and how it is told."""

    key: str
    title: str
    asked_by: tuple[str, ...] = Field(min_length=1)
    calm: str
    upset: str


class CustomerLines(Part):
    """What the customer says where nothing was asked, by mood, and at the end."""

    upset: tuple[str, ...] = Field(min_length=1)
    uneasy: tuple[str, ...] = Field(min_length=1)
    calm: tuple[str, ...] = Field(min_length=1)
    hurt: tuple[str, ...] = Field(min_length=1)
    thanks: tuple[str, ...] = Field(min_length=1)
    leaves: tuple[str, ...] = Field(min_length=1)


class Scenario(Entry):
    """One practice customer. Mood runs from -3 (furious) to 2 (grateful); patience counts turns without progress."""

    folder: ClassVar[str] = "scenarios"

    topic: str
    level: Literal[1, 2, 3]
    persona: str
    opening: str
    mood: float = Field(ge=-3, le=2)
    patience: int = Field(gt=0)
    temper: float = Field(default=1.0, gt=0)
    facts: tuple[HiddenFact, ...] = ()
    settled_by: tuple[str, ...] = Field(min_length=1)
    lines: CustomerLines
