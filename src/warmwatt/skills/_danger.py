"""Hears danger in what a customer says: which kind it is, by plain words, borne out by what the turn is about."""

from warmwatt.handbook import Handbook
from warmwatt.skills._cues import Cue
from warmwatt.skills._skill import Moment

PLAIN = ("line", "water", "shock")
HAZARD = "hazard.report"
# Smoke and sparks are also spoken of in jest and of stoves: the turn must sound like a report of danger.
SURE_WITH_WORDS, SURE_WITHOUT = 0.3, 0.9


class Danger:
    """A fallen or low line, fire, water on equipment, a shock."""

    def __init__(self, *, handbook: Handbook) -> None:
        self._plain = {kind: Cue.of(handbook, f"danger_{kind}") for kind in PLAIN}
        self._fire = (Cue.of(handbook, "danger_fire"), Cue.of(handbook, "danger"))

    def heard(self, moment: Moment) -> tuple[str, str]:
        """This function will return the kind of danger and the words that tell of it, or two empty texts."""
        for kind, cue in self._plain.items():
            if words := cue.words(moment.turn):
                return kind, words
        sure = max((topic.confidence for topic in moment.reading.topics if topic.label == HAZARD), default=0.0)
        if sure >= SURE_WITH_WORDS:
            for cue in self._fire:
                if words := cue.words(moment.turn):
                    return "fire", words
        return ("line", "安全隐患") if sure >= SURE_WITHOUT else ("", "")
