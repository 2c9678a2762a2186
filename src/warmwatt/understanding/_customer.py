"""Topics and state of a customer's turn: the phrase lists (layer 1), weighed by a trained head (layer 2)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from warmwatt.conversations import Turn
from warmwatt.handbook import Handbook
from warmwatt.understanding._context import customer_numbers
from warmwatt.understanding._features import STATES, TOPICS
from warmwatt.understanding._hear import Ear, HeardText
from warmwatt.understanding._linear import LinearHead, Logits, chances
from warmwatt.understanding._passages import passages_of
from warmwatt.understanding._reading import State, Topic
from warmwatt.understanding._situation import Situation
from warmwatt.understanding._states import heard_state
from warmwatt.understanding._topics import claimed_topics

NOT_HEARD = -4.0
CALM_BY_DEFAULT = 1.0
WORTH_WORDS = 0.3


class CustomerReader:
    """Reads customers by a handbook's phrase lists and, where there is one, by a trained head."""

    def __init__(self, *, handbook: Handbook, head: LinearHead | None) -> None:
        self._ear = Ear(handbook=handbook)
        self._head = head

    def read(self, turn: Turn, situation: Situation) -> tuple[tuple[Topic, ...], State]:
        """This function will return the topics and the state of a customer's turn; it never raises on any text."""
        heard = [self._ear.heard(passage) for passage in passages_of(turn.text)]
        whole = heard_together(heard)
        logits = weighed_together([self.logits(one, situation) for one in heard])
        known = tuple(topic.label for topic in situation.topics)
        topics = claimed_topics(chances(logits[: len(TOPICS)]), whole, alone=situation.turns == 0, known=known)
        state = heard_state(logits[len(TOPICS) :], whole, situation)
        return tuple(replace(topic, words=self._words(topic, whole)) for topic in topics), self._state(state, whole)

    def logits(self, heard: HeardText, situation: Situation) -> Logits:
        """This function will return a logit for each label of a short text."""
        if self._head is None:
            return by_patterns(heard)
        return self._head.logits(heard.text, customer_numbers(heard, situation))

    def _state(self, state: State, heard: HeardText) -> State:
        return state if state.label == "calm" else replace(state, words=self._words(state, heard))

    def _words(self, claim: Topic | State, heard: HeardText) -> str:
        """The words that the lists heard the label in, or else those that speak most for it to the head."""
        if claim.words or self._head is None or claim.confidence < WORTH_WORDS:
            return claim.words
        return self._head.words(heard.text, claim.label)


def weighed_together(passages: Iterable[Logits]) -> Logits:
    """This function will join the passages of a text: a matter counts where it is strongest, most in the opening."""
    stacked = np.array(list(passages), dtype=np.float32)
    if len(stacked) == 1:
        first: Logits = stacked[0]
        return first
    mixed: Logits = (stacked[0] + stacked.max(axis=0) + stacked.mean(axis=0)) / 3
    return mixed


def heard_together(passages: Sequence[HeardText]) -> HeardText:
    """This function will join heard passages into one heard text."""
    hits = tuple(hit for passage in passages for hit in passage.hits)
    return HeardText(text=" ".join(passage.text for passage in passages), hits=hits)


def by_patterns(heard: HeardText) -> Logits:
    """This function will turn layer 1's evidence alone into logits: none is unlikely, calm is the default."""
    logits: Logits = heard.evidence * 5 + NOT_HEARD
    logits[len(TOPICS) + STATES.index("calm")] += CALM_BY_DEFAULT
    return logits
