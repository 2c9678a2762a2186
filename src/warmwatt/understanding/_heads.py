"""Linear heads over n-grams, layer 1's evidence and the sentence embedding; numpy alone reads them.

The light head (n-grams and evidence) costs microseconds; the full head adds the embedding and is asked in doubt.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from warmwatt.understanding._features import TOPICS, Grams

HEADS_FILE = Path(__file__).with_name("heads.npz")
Logits = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Trained weights; a column for each label, topics first, then states."""

    vocabulary: dict[str, int]
    rarity: list[float]
    grams: NDArray[np.float32]
    evidence: NDArray[np.float32]
    bias: NDArray[np.float32]
    mean: NDArray[np.float32]
    spread: NDArray[np.float32]
    embedding: NDArray[np.float32]
    embedding_evidence: NDArray[np.float32]
    embedding_bias: NDArray[np.float32]

    def light(self, grams: Grams, evidence: Logits) -> Logits:
        """This function will return a logit for each label from n-grams and layer 1's evidence."""
        logits: Logits = grams.weights @ self.grams[grams.places] + evidence @ self.evidence + self.bias
        return logits

    def by_embedding(self, vector: NDArray[np.float32], evidence: Logits) -> Logits:
        """This function will return a logit for each label from the sentence embedding and layer 1's evidence."""
        scaled = (vector - self.mean) / self.spread
        logits: Logits = scaled @ self.embedding + evidence @ self.embedding_evidence + self.embedding_bias
        return logits


def topic_chances(logits: Logits) -> NDArray[np.float32]:
    """This function will turn the topic logits into independent chances, 0 to 1."""
    chances: NDArray[np.float32] = (1 / (1 + np.exp(-np.clip(logits[: len(TOPICS)], -30, 30)))).astype(np.float32)
    return chances


def state_chances(logits: Logits) -> NDArray[np.float32]:
    """This function will turn the state logits into chances that sum to 1."""
    states = logits[len(TOPICS) :]
    powers = np.exp(states - states.max())
    chances: NDArray[np.float32] = (powers / powers.sum()).astype(np.float32)
    return chances


@lru_cache(maxsize=2)
def shipped_heads(path: Path = HEADS_FILE) -> Heads:
    """This function will read the trained heads that ship with Warmwatt, once a process."""
    with np.load(path) as held:
        arrays = {name: held[name] for name in held.files}
    grams = bytes(arrays.pop("vocabulary")).decode("utf-8").split("\n")
    rarity = arrays.pop("rarity").astype(np.float32).tolist()
    return Heads(
        vocabulary={gram: place for place, gram in enumerate(grams)},
        rarity=rarity,
        **{name: array.astype(np.float32) for name, array in arrays.items()},
    )
