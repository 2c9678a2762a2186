"""What is learnt to read facts with, and how it is written to and read from the arrays that ship."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from warmwatt.understanding._chooser import Chooser
from warmwatt.understanding._tagger import Tagger

TAGGER, CHOOSER = "tagger", "chooser"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactHeads:
    """The tagger of addresses and names, and the chooser of amounts and usages."""

    tagger: Tagger
    chooser: Chooser


def arrays_of(heads: FactHeads) -> dict[str, Any]:
    """This function will return the heads as named arrays, weights in half precision."""
    half = np.float16
    return {
        f"{TAGGER}.vocabulary": _written(heads.tagger.vocabulary),
        f"{TAGGER}.weights": heads.tagger.weights.astype(half),
        f"{TAGGER}.steps": heads.tagger.steps.astype(half),
        f"{CHOOSER}.vocabulary": _written(heads.chooser.vocabulary),
        f"{CHOOSER}.weights": heads.chooser.weights.astype(half),
        f"{CHOOSER}.bias": heads.chooser.bias.astype(half),
    }


def fact_heads_of(arrays: Mapping[str, Any]) -> FactHeads | None:
    """This function will return the heads that the arrays hold, or None where they hold none."""
    if f"{TAGGER}.weights" not in arrays:
        return None
    full = np.float32
    return FactHeads(
        tagger=Tagger(
            vocabulary=_read(arrays[f"{TAGGER}.vocabulary"]),
            weights=arrays[f"{TAGGER}.weights"].astype(full),
            steps=arrays[f"{TAGGER}.steps"].astype(full),
        ),
        chooser=Chooser(
            vocabulary=_read(arrays[f"{CHOOSER}.vocabulary"]),
            weights=arrays[f"{CHOOSER}.weights"].astype(full),
            bias=arrays[f"{CHOOSER}.bias"].astype(full),
        ),
    )


def _written(vocabulary: Mapping[str, int]) -> Any:
    return np.frombuffer("\n".join(vocabulary).encode("utf-8"), dtype=np.uint8)


def _read(words: Any) -> dict[str, int]:
    return {feature: place for place, feature in enumerate(bytes(words).decode("utf-8").split("\n"))}
