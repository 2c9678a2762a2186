"""What a single agent's line gets wrong on its own."""

from typing import Any, Protocol, runtime_checkable

from warmwatt.conversations import Known, Turn
from warmwatt.skills._coach import Coach
from warmwatt.skills._skill import Moment


@runtime_checkable
class JudgesLines(Protocol):
    """A skill that can tell what is wrong with one line alone."""

    criterion: str

    def violates(self, moment: Moment) -> str:
        """This function will return the words of the line that violate the criterion, or an empty text."""


def violations_of_line(text: str, *, coach: Coach) -> frozenset[str]:
    """This function will return the ids of the criteria that an agent's line violates by itself."""
    session = coach.begin(channel="phone", known=Known())
    turn = Turn(who="agent", text=text)
    moment = coach.moment(session, turn, coach.reader.read(turn, session.situation))
    skills: tuple[Any, ...] = tuple(coach.skills)
    return frozenset(skill.criterion for skill in skills if isinstance(skill, JudgesLines) and skill.violates(moment))
