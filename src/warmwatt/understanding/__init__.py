"""Understanding: what a turn says: topic, customer state, facts, speech acts, promises."""

from warmwatt.understanding._heads import HEADS_FILE
from warmwatt.understanding._layered import LAYERS, LayeredReader
from warmwatt.understanding._learning import train_heads
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

__all__ = [
    "HEADS_FILE",
    "LAYERS",
    "Act",
    "CustomerState",
    "Fact",
    "FactKey",
    "HeardFact",
    "HeardPromise",
    "HeardState",
    "HeardTurn",
    "LayeredReader",
    "Manner",
    "Mismatch",
    "PromiseKind",
    "Reader",
    "Reading",
    "Situation",
    "SpokenPromise",
    "State",
    "Topic",
    "in_arabic",
    "mismatches",
    "readback_sentence",
    "train_heads",
]
