"""Makes a card: words of the handbook for a moment, filled from what is known."""

from collections.abc import Mapping

from warmwatt.skills._skill import Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice


def card(
    wording: Wording,
    *,
    criterion: str,
    title: str,
    moment: Moment,
    case: str,
    because: str,
    weight: float,
    rule: str = "",
    say: str = "",
    places: Mapping[str, str] | None = None,
) -> Advice | None:
    """This function will return a card for one case of a criterion, or None where no wording can be filled.

    `case` is the script's moment after the colon and the card's key; `say` replaces the script where it is given;
    `places` fills places that the conversation does not, such as `limit`.
    """
    words = say or wording.say(f"{criterion}:{case}", situation=moment.after, turn_index=moment.index, **(places or {}))
    if not words:
        return None
    return Advice(
        skill=criterion, say=words, because=because, rule=rule or criterion, weight=weight, key=case, title=title
    )
