"""Whether a line breaks a criterion by its words: what the handbook's lists heard, weighed by the tone of the whole."""

from warmwatt.skills._skill import Moment

# Chosen on lines of writers left out: a listed wording is innocent where the tone all but excludes the fault, and the
# tone alone convicts where it is fairly sure.
EXCLUDED, CONVICTED = 0.05, 0.3
# A conversation has a dozen lines, and one wrongly convicted spoils it all: there the tone must be surer. Curt lines
# sound uncourteous to it, so that courtesy is left to what the lists hear.
CONVICTED_WITHIN = {
    "authority.no_overpromise": 0.2,
    "language.courtesy": 1.01,
    "language.positive_wording": 0.4,
    "language.plain_words": 0.5,
    "emotion.no_argument": 0.35,
    "ownership.no_buck_passing": 0.3,
}


def at_fault(moment: Moment, *, criterion: str, listed: str) -> str:
    """This function will return the words that break the criterion, or an empty text; `listed` is what a list heard."""
    if moment.turn.who != "agent" or moment.reading.manners is None:
        return listed
    manner = moment.reading.manner(criterion)
    sure = manner.confidence if manner else 0.0
    if listed:
        return listed if sure >= EXCLUDED else ""
    needed = CONVICTED_WITHIN.get(criterion, CONVICTED) if moment.before.turns else CONVICTED
    return (manner.words or moment.turn.text) if manner and sure >= needed else ""
