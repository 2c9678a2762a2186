"""How a customer is, as the skills take it: what the reader heard, sharpened by plain words of anger and worry."""

from warmwatt.handbook import Handbook
from warmwatt.skills._cues import Cue
from warmwatt.skills._skill import Moment

# Anger that no word shows must be surer; worry that is hardly heard is none.
SURE_WITHOUT_WORDS, SURE_WORRY = 0.65, 0.55
KEPT = frozenset({"grateful", "anxious"})
SOOTHED = frozenset({"calm", "confused"})


class Mood:
    """Hears anger and worry that a reader took for something milder."""

    def __init__(self, *, handbook: Handbook) -> None:
        self._angry = Cue.of(handbook, "angry_words")
        self._anxious = Cue.of(handbook, "anxious_words")
        self._abuses = Cue.of(handbook, "abuses")

    def abuses(self, moment: Moment) -> bool:
        """This function will tell whether the customer abuses the agent or the company."""
        return bool(self._abuses.words(moment.turn))

    def of(self, moment: Moment) -> str:
        """This function will return the customer's state in this turn; an agent's turn has none."""
        if moment.turn.who == "agent":
            return ""
        state = moment.reading.state
        label = state.label if state else "calm"
        if self.abuses(moment) or (label not in KEPT and self._angry.words(moment.turn)):
            return "angry"
        if state and label == "angry" and not state.words and state.confidence < SURE_WITHOUT_WORDS:
            return "dissatisfied"
        if state and label == "anxious" and state.confidence < SURE_WORRY:
            label = "calm"
        if label in SOOTHED and self._anxious.words(moment.turn):
            return "anxious"
        return label
