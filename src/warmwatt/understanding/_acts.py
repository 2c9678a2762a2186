"""What a turn does by being said: the handbook's act lists, heard sentence by sentence."""

from warmwatt.conversations import Turn
from warmwatt.handbook import Handbook
from warmwatt.understanding._patterns import Patterns, compiled_patterns, plain, sentences_of
from warmwatt.understanding._reading import Act
from warmwatt.understanding._situation import Situation

READ_AT_MOST = 2000
CUSTOMER_ACTS = frozenset(
    {
        "ask_supervisor",
        "threaten",
        "abuse",
        "deny",
        "correct",
        "confirm",
        "goodbye",
        "customer_thanks",
        "ask",
        "life_support",
    }
)


class ActReader:
    """Reads the acts of either speaker by one handbook's lists."""

    def __init__(self, *, handbook: Handbook) -> None:
        lists = compiled_patterns(handbook, sort="act").lists
        self._customer = Patterns(lists=tuple(each for each in lists if each.label in CUSTOMER_ACTS))
        self._agent = Patterns(lists=tuple(each for each in lists if each.label not in CUSTOMER_ACTS))

    def read(self, turn: Turn, situation: Situation) -> tuple[Act, ...]:
        """This function will return every act of the turn, each once, with the words it rests on."""
        sentences = sentences_of(plain(turn.text[:READ_AT_MOST]))
        lists = self._agent if turn.who == "agent" else self._customer
        kinds: dict[str, Act] = {}
        for hit in lists.hits(sentences):
            kinds.setdefault(hit.label, Act(kind=hit.label, words=hit.words))
        return tuple(kinds.values())
