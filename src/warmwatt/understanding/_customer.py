"""Topics and state of a customer's turn: layer 1 always, the light head beside it, the sentence embedding in doubt."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from warmwatt.conversations import Turn
from warmwatt.handbook import Handbook
from warmwatt.understanding._embedding import EmbeddingBusy, EmbeddingMissing, embedded_soon
from warmwatt.understanding._features import STATES, TOPICS, grams_of, weighed
from warmwatt.understanding._heads import Heads, shipped_heads, state_chances, topic_chances
from warmwatt.understanding._hear import Ear, HeardText
from warmwatt.understanding._passages import passages_of
from warmwatt.understanding._reading import State, Topic
from warmwatt.understanding._situation import Situation
from warmwatt.understanding._states import heard_state
from warmwatt.understanding._topics import claimed_topics

LAYERS = ("patterns", "embedding")
# How much the embedding weighs beside the n-grams, chosen on writer styles left out.
EMBEDDING_SHARE = np.array([0.7] * len(TOPICS) + [0.35] * len(STATES), dtype=np.float32)
# In doubt: no topic clearly ahead, a second one neither in nor out, or no clear state.
CLEAR_TOPIC = 0.75
UNCLEAR_TOPIC = (0.15, 0.65)
CLEAR_STATE = 0.50
NO_LAYER_2 = -4.0
CALM_BY_DEFAULT = 1.0
Logits = NDArray[np.float32]


class CustomerReader:
    """Reads customers by a handbook's phrase lists and, with layer 2 on, by heads trained from its utterances."""

    def __init__(self, *, handbook: Handbook, layers: Sequence[str] = LAYERS) -> None:
        unknown = [layer for layer in layers if layer not in LAYERS]
        if unknown:
            raise ValueError(f"unknown layers {unknown}; there are {list(LAYERS)}")
        self._layers = tuple(layer for layer in LAYERS if layer in layers)
        self._ear = Ear(handbook=handbook)
        self._heads = shipped_heads() if "embedding" in layers else None

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers that are on; `embedding` goes where its engine proved not to work on this machine."""
        return self._layers

    def read(self, turn: Turn, situation: Situation) -> tuple[tuple[Topic, ...], State]:
        """This function will return the topics and the state of a customer's turn; it never raises on any text."""
        heard = [self._ear.heard(passage) for passage in passages_of(turn.text)]
        whole = heard_together(heard)
        logits = weighed_together([self.logits(one) for one in heard])
        known = tuple(topic.label for topic in situation.topics)
        topics = claimed_topics(topic_chances(logits), whole, alone=situation.turns == 0, known=known)
        return topics, heard_state(logits[len(TOPICS) :], whole, situation)

    def logits(self, heard: HeardText) -> Logits:
        """This function will return a logit for each label of a short text."""
        if self._heads is None:
            return by_patterns(heard)
        light = light_logits(self._heads, heard)
        if not in_doubt(light) or "embedding" not in self._layers:
            return light
        try:
            return joined(light, self._heads.by_embedding(embedded_soon(heard.text), heard.evidence))
        except EmbeddingBusy:
            return light
        except EmbeddingMissing:
            self._layers = tuple(layer for layer in self._layers if layer != "embedding")
            return light


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


def light_logits(heads: Heads, heard: HeardText) -> Logits:
    """This function will return the light head's logits for a heard text."""
    grams = weighed(grams_of(heard.text), vocabulary=heads.vocabulary, rarity=heads.rarity)
    return heads.light(grams, heard.evidence)


def joined(light: Logits, full: Logits) -> Logits:
    """This function will join the light head's logits with those of the embedding."""
    mixed: Logits = (1 - EMBEDDING_SHARE) * light + EMBEDDING_SHARE * full
    return mixed


def in_doubt(logits: Logits) -> bool:
    """This function will tell whether the light head alone cannot be trusted with this text."""
    chances = np.sort(topic_chances(logits))[::-1]
    low, high = UNCLEAR_TOPIC
    unclear = bool(((chances > low) & (chances < high)).any())
    return bool(chances[0] < CLEAR_TOPIC) or unclear or bool(state_chances(logits).max() < CLEAR_STATE)


def by_patterns(heard: HeardText) -> Logits:
    """This function will turn layer 1's evidence alone into logits: none is unlikely, calm is the default."""
    logits: Logits = heard.evidence * 5 + NO_LAYER_2
    logits[len(TOPICS) + STATES.index("calm")] += CALM_BY_DEFAULT
    return logits
