"""Trains the linear heads from the handbook's utterances; the same content gives the same file, byte for byte."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from warmwatt.handbook import Handbook, UtteranceSet
from warmwatt.understanding._embedding import embedded
from warmwatt.understanding._features import LABELS, STATES, TOPICS, Grams, grams_of, weighed
from warmwatt.understanding._heads import Heads
from warmwatt.understanding._hear import Ear, HeardText

FEWEST_USES = 2
GRAMS_KEPT = 24_000
# Strengths (inverse regularisation) chosen on utterances of writer styles left out.
TOPIC_STRENGTH = 20.0
STATE_STRENGTH = 10.0
EMBEDDING_STRENGTH = 0.02
Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One utterance to learn from, as it is heard."""

    heard: HeardText
    topics: tuple[str, ...]
    state: str
    style: str
    vector: NDArray[np.float32]


def lessons_of(handbook: Handbook, *, ear: Ear) -> tuple[Lesson, ...]:
    """This function will read every utterance of the handbook, each text once."""
    found: dict[str, Lesson] = {}
    for entry in handbook.of(UtteranceSet):
        for group in entry.groups:
            for text in group.texts:
                heard = ear.heard(text)
                found.setdefault(
                    heard.text,
                    Lesson(
                        heard=heard,
                        topics=group.topics,
                        state=group.state,
                        style=entry.style,
                        vector=embedded(heard.text),
                    ),
                )
    return tuple(found[text] for text in sorted(found))


def trained(lessons: Sequence[Lesson]) -> Heads:
    """This function will fit the light and the full head to the lessons."""
    counted = [grams_of(lesson.heard.text) for lesson in lessons]
    vocabulary, rarity = _vocabulary(counted)
    light = _light_columns(lessons, [weighed(grams, vocabulary=vocabulary, rarity=rarity) for grams in counted])
    vectors = np.array([lesson.vector for lesson in lessons])
    heard = np.array([lesson.heard.evidence for lesson in lessons])
    mean, spread = vectors.mean(axis=0), vectors.std(axis=0) + 1e-6
    full = _fit(np.hstack([(vectors - mean) / spread, heard]), lessons, EMBEDDING_STRENGTH, EMBEDDING_STRENGTH)
    size = len(vocabulary)
    return Heads(
        vocabulary=vocabulary,
        rarity=rarity,
        grams=light[0][:size],
        evidence=light[0][size:],
        bias=light[1],
        mean=mean,
        spread=spread,
        embedding=full[0][: vectors.shape[1]],
        embedding_evidence=full[0][vectors.shape[1] :],
        embedding_bias=full[1],
    )


def save_heads(heads: Heads, path: Path) -> None:
    """This function will write the heads as half-precision arrays, deterministically."""
    names = ["grams", "evidence", "bias", "mean", "spread", "embedding", "embedding_evidence", "embedding_bias"]
    arrays: dict[str, Any] = {name: getattr(heads, name).astype(np.float16) for name in names}
    arrays["rarity"] = np.array(heads.rarity, dtype=np.float16)
    words = "\n".join(heads.vocabulary).encode("utf-8")
    arrays["vocabulary"] = np.frombuffer(words, dtype=np.uint8)
    np.savez_compressed(path, **arrays)


def _vocabulary(counted: Sequence[Counter[str]]) -> tuple[dict[str, int], list[float]]:
    uses: Counter[str] = Counter()
    for grams in counted:
        uses.update(grams.keys())
    ranked = sorted(uses.items(), key=lambda item: (-item[1], item[0]))
    kept = sorted(gram for gram, count in ranked[:GRAMS_KEPT] if count >= FEWEST_USES)
    rarity = [float(np.float16(log((1 + len(counted)) / (1 + uses[gram])) + 1)) for gram in kept]
    return {gram: place for place, gram in enumerate(kept)}, rarity


def _light_columns(lessons: Sequence[Lesson], grams: Sequence[Grams]) -> tuple[Matrix, Matrix]:
    from scipy.sparse import csr_matrix, hstack  # type: ignore[import-untyped]  # noqa: PLC0415 - for training alone

    ends = np.cumsum([0, *(len(one.places) for one in grams)])
    places = np.concatenate([one.places for one in grams])
    width = int(places.max()) + 1
    sparse = csr_matrix((np.concatenate([one.weights for one in grams]), places, ends), shape=(len(grams), width))
    heard = csr_matrix(np.array([lesson.heard.evidence for lesson in lessons]))
    return _fit(hstack([sparse, heard]).tocsr(), lessons, TOPIC_STRENGTH, STATE_STRENGTH)


def _fit(features: Any, lessons: Sequence[Lesson], topics: float, states: float) -> tuple[Matrix, Matrix]:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - training alone needs it

    weights, biases = [], []
    for label in LABELS:
        strength = topics if label in TOPICS else states
        wanted = np.array([label in lesson.topics or label == lesson.state for lesson in lessons])
        if wanted.all() or not wanted.any():
            weights.append(np.zeros(features.shape[1]))
            biases.append(np.array([-6.0]))
            continue
        model = LogisticRegression(C=strength, solver="liblinear", random_state=0, max_iter=400, tol=1e-4)
        model.fit(features, wanted)
        weights.append(model.coef_[0])
        biases.append(model.intercept_)
    return np.array(weights, dtype=np.float32).T, np.concatenate(biases).astype(np.float32)


def held_out(
    lessons: Sequence[Lesson], *, measure: Callable[[Heads, Sequence[Lesson]], Mapping[str, Any]]
) -> dict[str, Mapping[str, Any]]:
    """This function will train without each writer style in turn and measure on the style left out."""
    styles = sorted({lesson.style for lesson in lessons})
    report: dict[str, Mapping[str, Any]] = {}
    for style in styles:
        heads = trained([lesson for lesson in lessons if lesson.style != style])
        report[style] = measure(heads, [lesson for lesson in lessons if lesson.style == style])
    return report


__all__ = ["STATES", "Lesson", "held_out", "lessons_of", "save_heads", "trained"]
