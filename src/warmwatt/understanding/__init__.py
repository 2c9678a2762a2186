"""Understanding: what a turn says: topic, customer state, facts, speech acts, promises."""

from warmwatt.understanding._examples import Example, Examples
from warmwatt.understanding._features import STATES, TOPICS
from warmwatt.understanding._heads import HEADS_FILE
from warmwatt.understanding._layered import LAYERS, LayeredReader
from warmwatt.understanding._learning import train_heads
from warmwatt.understanding._limits import resolve_limit
from warmwatt.understanding._numerals import in_arabic
from warmwatt.understanding._readback import Mismatch, mismatches, readback_sentence
from warmwatt.understanding._reader import Reader
from warmwatt.understanding._reading import (
    Act,
    CustomerState,
    Fact,
    FactKey,
    Manner,
    PromiseKind,
    Reading,
    SpokenPromise,
    State,
    Topic,
)
from warmwatt.understanding._situation import (
    HeardFact,
    HeardPromise,
    HeardState,
    HeardTurn,
    Situation,
)
from warmwatt.understanding._why import HeardPhrases, NotRead, Why, labels_of, why

__all__ = [
    "HEADS_FILE",
    "LAYERS",
    "STATES",
    "TOPICS",
    "Act",
    "CustomerState",
    "Example",
    "Examples",
    "Fact",
    "FactKey",
    "HeardFact",
    "HeardPhrases",
    "HeardPromise",
    "HeardState",
    "HeardTurn",
    "LayeredReader",
    "Manner",
    "Mismatch",
    "NotRead",
    "PromiseKind",
    "Reader",
    "Reading",
    "Situation",
    "SpokenPromise",
    "State",
    "Topic",
    "Why",
    "in_arabic",
    "labels_of",
    "mismatches",
    "readback_sentence",
    "resolve_limit",
    "train_heads",
    "why",
]
