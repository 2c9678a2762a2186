"""Stretches of conversations, from which it is learnt how a customer is in the light of the turns before."""

from typing import ClassVar, Literal

from pydantic import Field

from warmwatt.handbook._entry import Entry, Part
from warmwatt.handbook._utterances import StateLabel


class StretchTurn(Part):
    """One turn; a customer's has a state, and the topics that this very turn brings up."""

    who: Literal["agent", "customer"]
    text: str = Field(min_length=1)
    state: StateLabel | None = None
    topics: tuple[str, ...] = ()


class StretchSet(Entry):
    """Stretches by one writer; each is a few turns of a conversation, not always its beginning."""

    folder: ClassVar[str] = "stretches"
    lesson: ClassVar[bool] = True

    style: str
    stretches: tuple[tuple[StretchTurn, ...], ...]
