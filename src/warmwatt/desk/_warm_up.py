"""Loads what the first turn would otherwise wait for."""

from warmwatt.conversations import Known, Turn
from warmwatt.desk._coach import the_coach
from warmwatt.desk._find import the_search

_warm: list[bool] = []


def warm_up() -> tuple[str, ...]:
    """This function will load handbook, models and search, and return the layers of understanding that are on."""
    coach = the_coach()
    coach.hear(coach.begin(channel="chat", known=Known()), Turn(who="customer", text="我家停电了，问一下什么时候来电"))
    the_search()
    _warm.append(True)
    return coach.reader.layers


def is_warm() -> bool:
    """This function will tell whether this process has loaded all that the first turn needs."""
    return bool(_warm)
