"""Embeddings of the question forms, kept between starts: a text that has not changed is not embedded again.

The checked-in file `handbooks/vectors.npz` holds one row of signed bytes for each text, found by the text's hash. Its
reading and writing are, beside `_read.py`, the only disk work of the deciding rooms.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np

from warmwatt.handbook._embedding import WIDTH, Embed, Vectors
from warmwatt.handbook._read import SHIPPED

KEPT = SHIPPED / "vectors.npz"
KeptVectors = Mapping[int, Vectors]


def hash_of(text: str) -> int:
    """This function will return the number by which a text's vector is kept."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


@lru_cache(maxsize=1)
def shipped_vectors() -> KeptVectors:
    """This function will return the vectors that ship with Warmwatt; none where the file is absent."""
    return read_vectors(KEPT) if KEPT.is_file() else {}


def read_vectors(path: Path) -> KeptVectors:
    """This function will read kept vectors, each of length 1."""
    with np.load(path) as kept:
        rows = kept["vectors"].astype(np.float32)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return dict(zip(map(int, kept["hashes"]), rows, strict=True))


def write_vectors(path: Path, *, texts: Iterable[str], vectors: Vectors) -> None:
    """This function will keep one vector a text, in a byte a number, in the order of the hashes."""
    hashes = np.array([hash_of(text) for text in texts], dtype=np.uint64)
    order = np.argsort(hashes)
    scaled = np.rint(vectors / np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9) * 127).astype(np.int8)
    np.savez_compressed(path, hashes=hashes[order], vectors=scaled[order])


def keep_vectors(*, texts: Sequence[str], vectors: Vectors) -> Path:
    """This function will renew the vectors that ship with Warmwatt and return their file."""
    write_vectors(KEPT, texts=texts, vectors=vectors)
    shipped_vectors.cache_clear()
    return KEPT


def kept_by(texts: Sequence[str], vectors: Vectors) -> KeptVectors:
    """This function will return the vectors by the hashes of their texts."""
    return dict(zip(map(hash_of, texts), vectors, strict=True))


def vectors_of(texts: Sequence[str], *, kept: KeptVectors, embed: Embed) -> Vectors:
    """This function will return one row a text, embedding only the texts whose vectors are not kept."""
    hashes = [hash_of(text) for text in texts]
    missing = [text for text, number in zip(texts, hashes, strict=True) if number not in kept]
    fresh = dict(zip(map(hash_of, missing), embed(missing), strict=True)) if missing else {}
    rows = [kept[number] if number in kept else fresh[number] for number in hashes]
    return np.stack(rows) if rows else np.zeros((0, WIDTH), dtype=np.float32)
