"""What answers to "why" and corrections look like to programs."""

from datetime import datetime
from typing import Any, Literal

from ninja import Field, Schema


class HeardPhrasesOut(Schema):
    """A phrase list of the handbook that was heard, with its words."""

    entry: str
    title: str
    label: str
    words: str


class ExampleOut(Schema):
    """An utterance of the handbook, and how like the turn it is, 0 to 1."""

    text: str
    topics: list[str]
    state: str
    entry: str
    likeness: float


class WhyOut(Schema):
    """Why a turn carries a label. `nearest` is the likest example of all where it carries another label."""

    label: str
    sort: str
    confidence: float
    words: list[str]
    turns: list[int]
    phrases: list[HeardPhrasesOut]
    others: list[HeardPhrasesOut]
    examples: list[ExampleOut]
    nearest: ExampleOut | None = None


class VerdictOut(Schema):
    """One verdict of a review."""

    criterion: str
    outcome: str
    turns: list[int]
    because: str


class CueOut(Schema):
    """A cue of the handbook, heard in a turn."""

    title: str
    turn: int
    words: str


class RuleOut(Schema):
    """What the criterion asks: when it arises, what meets it, what misses it."""

    arises: str
    met: str
    missed: str


class VerdictWhyOut(Schema):
    """Why a criterion was judged as it was."""

    criterion: str
    title: str
    outcome: str
    because: str
    turns: list[int]
    rule: RuleOut | None = None
    cues: list[CueOut]

    @staticmethod
    def resolve_turns(found: Any) -> list[int]:
        """The turns that decided it."""
        return [each.index for each in found.said]


class NewCorrection(Schema):
    """What is right instead: `turn` for topics and a state, `criterion` for a verdict; `right` is a list of labels."""

    kind: Literal["topics", "state", "verdict"]
    turn: int | None = None
    criterion: str = Field("", max_length=40)
    right: list[str] = Field(max_length=24)
    reason: str = Field(max_length=2000)


class CorrectionOut(Schema):
    """A correction; it stands until `ended_at`."""

    id: int
    kind: str
    turn: int | None = None
    criterion: str
    read: list[str]
    right: list[str]
    reason: str
    made_by: str
    made_at: datetime
    ended_at: datetime | None = None
    ending: str

    @staticmethod
    def resolve_made_by(found: Any) -> str:
        """The corrector's 工号."""
        return str(found.made_by.username)
