"""Whole utterances as customers say them, labelled with all they are about and how the customer is."""

from typing import ClassVar, Literal

from pydantic import Field

from warmwatt.handbook._entry import Entry, Part


class UtteranceGroup(Part):
    """Utterances that share their labels: topics, the main one first, and one customer state.

    An answer within a conversation, which brings up no matter of its own, has no topics.
    """

    topics: tuple[str, ...] = ()
    state: Literal["calm", "anxious", "confused", "dissatisfied", "angry", "grateful"]
    texts: tuple[str, ...] = Field(min_length=1)


class UtteranceSet(Entry):
    """Utterances of one writer style, from which topics and states are learnt; styles split train from test."""

    folder: ClassVar[str] = "utterances"

    style: str
    groups: tuple[UtteranceGroup, ...]
