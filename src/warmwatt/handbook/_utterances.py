"""Whole utterances as customers say them, labelled with all they are about, how the customer is and what they state."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from warmwatt.handbook._entry import Entry, Part

StateLabel = Literal["calm", "anxious", "confused", "dissatisfied", "angry", "grateful"]


class UtteranceGroup(Part):
    """Utterances that share their labels: topics, the main one first, and one customer state.

    An answer within a conversation, which brings up no matter of its own, has no topics. Facts are not told.
    """

    topics: tuple[str, ...] = ()
    state: StateLabel
    texts: tuple[str, ...] = Field(min_length=1)


class Utterance(Part):
    """One utterance with its labels; `facts` are all that it states, by key, an empty mapping where it states none."""

    text: str = Field(min_length=1)
    topics: tuple[str, ...] = ()
    state: StateLabel
    facts: Mapping[str, str | float] = Field(default_factory=dict)


class UtteranceSet(Entry):
    """Utterances of one writer style, from which topics, states and facts are learnt; styles split train from test."""

    folder: ClassVar[str] = "utterances"
    lesson: ClassVar[bool] = True

    style: str
    groups: tuple[UtteranceGroup, ...] = ()
    rows: tuple[Utterance, ...] = ()
