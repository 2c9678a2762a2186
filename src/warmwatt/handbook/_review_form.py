"""How a conversation is scored: the weight of each criterion, and what fails a conversation whatever the rest."""

from typing import ClassVar

from pydantic import Field

from warmwatt.handbook._entry import Entry


class ReviewForm(Entry):
    """Weights by criterion; a failed criterion of `fatal` caps the score at `cap`."""

    folder: ClassVar[str] = "review_forms"

    weights: dict[str, int] = Field(min_length=1)
    fatal: tuple[str, ...] = ()
    cap: int = Field(default=60, ge=0, le=100)
