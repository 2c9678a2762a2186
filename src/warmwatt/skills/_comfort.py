"""Hears comfort: empathy or an apology, in the words of the handbook or by taking up what weighs on the customer."""

import re
from dataclasses import replace

from warmwatt.handbook import Handbook
from warmwatt.skills._cues import Cue, parts
from warmwatt.skills._skill import Moment
from warmwatt.skills._talk import shared

SHORT_OPENING = 9
SOFTENS = frozenset({"empathy", "apology"})
# Words of the customer that a sentence takes up, beside a word of feeling, make it sympathy.
TAKEN_UP = 2
GREETS = re.compile(r"^(您好|你好|早上好|上午好|下午好|晚上好)|工号|客服中心")


class Comfort:
    """What soothes a customer."""

    def __init__(self, *, handbook: Handbook) -> None:
        self._comforts = Cue.of(handbook, "comforts")
        self._feels = Cue.of(handbook, "names_feeling")
        self._warns = Cue.of(handbook, "safety_told")

    def anywhere(self, moment: Moment) -> bool:
        """This function will tell whether the agent's turn comforts, wherever in it."""
        return bool(self._comforts.words(moment.turn)) or moment.reading.has_act(*SOFTENS)

    def opens(self, moment: Moment) -> bool:
        """This function will tell whether comfort comes first: after a greeting, a mere word or a warning at most."""
        learnt = [parts(act.words, "turn")[0] for act in moment.reading.acts if act.kind in SOFTENS and act.words]
        for sentence in parts(moment.turn.text, "sentence"):
            if self._soothes(sentence, moment) or any(words in sentence for words in learnt):
                return True
            warns = self._warns.words(replace(moment.turn, text=sentence))
            if not warns and not GREETS.search(sentence) and len(sentence) > SHORT_OPENING:
                return False
        return False

    def _soothes(self, sentence: str, moment: Moment) -> bool:
        before_question = sentence.partition("?")[0] if sentence.count(",") else sentence
        said = replace(moment.turn, text=before_question)
        if self._comforts.words(said):
            return True
        if not self._feels.words(said):
            return False
        return shared(before_question, _of_customer(moment)) >= TAKEN_UP


def _of_customer(moment: Moment) -> list[str]:
    return [heard.text for heard in moment.before.recent if heard.who == "customer"]
