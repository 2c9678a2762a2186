"""How the customer is, from words in the light of the turns before: it rises at a word and ebbs turn by turn.

Calm is the default. A grievance does not vanish with a curt answer: the state last heard lends the turn a little of
its weight, so that a curt word after an anger stays a dissatisfaction, while a plainly calm or thankful turn wins at
once.
"""

import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from warmwatt.understanding._features import STATES
from warmwatt.understanding._hear import HeardText
from warmwatt.understanding._reading import CustomerState, State
from warmwatt.understanding._situation import Situation

LINGERING: Mapping[CustomerState, Mapping[CustomerState, float]] = {
    "angry": {"angry": 0.8, "dissatisfied": 0.9},
    "dissatisfied": {"dissatisfied": 1.1, "angry": 0.3},
    "anxious": {"anxious": 0.7},
    "confused": {"confused": 0.3},
    "grateful": {},
    "calm": {},
}
# Customers who call are less often calm than the handbook's utterances are; the heads learnt the latter.
LEANING = np.array([-0.5, 0.3, 0.4, 0.2, 0.3, 0.3], dtype=np.float32)
NUMBERS_ARE_CALM = 2.0
FACTS_ALONE = re.compile(r"^[^!?]{0,6}[0-9零一二三四五六七八九十幺两\- ]{4,}[^!?]{0,6}$")


def heard_state(logits: NDArray[np.float32], heard: HeardText, situation: Situation) -> State:
    """This function will return the customer's state in this turn with the words that show it."""
    leaning = np.array(logits, dtype=np.float32) + LEANING
    if FACTS_ALONE.match(heard.text):
        leaning[STATES.index("calm")] += NUMBERS_ARE_CALM
    else:
        for label, weight in LINGERING[situation.state].items():
            leaning[STATES.index(label)] += weight
    powers = np.exp(leaning - leaning.max())
    chances = powers / powers.sum()
    best = int(chances.argmax())
    label = _state(best)
    return State(label=label, confidence=round(float(chances[best]), 4), words=heard.words(label))


def _state(place: int) -> CustomerState:
    labels: tuple[CustomerState, ...] = ("calm", "anxious", "confused", "dissatisfied", "angry", "grateful")
    return labels[place]
