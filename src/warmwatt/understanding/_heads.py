"""The trained heads that ship with Warmwatt: for what customers say and for what agents say; read once a process."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from warmwatt.understanding._fact_heads import FactHeads, arrays_of, fact_heads_of
from warmwatt.understanding._linear import LinearHead

HEADS_FILE = Path(__file__).with_name("heads.npz")
CUSTOMER, AGENT, FACTS = "customer", "agent", "facts"
Heads = Mapping[str, LinearHead]
NUMBERS = ("rarity", "grams", "extra", "bias")
TEXTS = ("labels", "vocabulary")


def save_heads(heads: Heads, path: Path, facts: FactHeads | None = None) -> None:
    """This function will write the heads as half-precision arrays; the same heads give the same bytes."""
    arrays: dict[str, Any] = arrays_of(facts) if facts else {}
    for name, head in sorted(heads.items()):
        for part in NUMBERS:
            arrays[f"{name}.{part}"] = np.array(getattr(head, part), dtype=np.float16)
        for part in TEXTS:
            words = "\n".join(getattr(head, part)).encode("utf-8")
            arrays[f"{name}.{part}"] = np.frombuffer(words, dtype=np.uint8)
    np.savez_compressed(path, **arrays)


@lru_cache(maxsize=2)
def shipped_heads(path: Path = HEADS_FILE) -> Heads:
    """This function will read the heads that ship with Warmwatt."""
    arrays = _arrays(path)
    names = sorted(name.partition(".")[0] for name in arrays if name.endswith(f".{NUMBERS[0]}"))
    return {name: _head(name, arrays) for name in names}


@lru_cache(maxsize=2)
def shipped_fact_heads(path: Path = HEADS_FILE) -> FactHeads | None:
    """This function will read what ships with Warmwatt to read facts with, or None where that is not trained."""
    return fact_heads_of(_arrays(path))


def _arrays(path: Path) -> dict[str, Any]:
    with np.load(path) as held:
        return {name: held[name] for name in held.files}


def _head(name: str, arrays: Mapping[str, Any]) -> LinearHead:
    numbers = {part: arrays[f"{name}.{part}"].astype(np.float32) for part in NUMBERS}
    texts = {part: bytes(arrays[f"{name}.{part}"]).decode("utf-8").split("\n") for part in TEXTS}
    return LinearHead(
        labels=tuple(texts["labels"]),
        vocabulary={gram: place for place, gram in enumerate(texts["vocabulary"])},
        rarity=numbers["rarity"].tolist(),
        grams=numbers["grams"],
        extra=numbers["extra"],
        bias=numbers["bias"],
    )
