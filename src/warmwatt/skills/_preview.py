"""Looks at a reply before it is sent: what is amiss, each with a better sentence."""

from typing import Any

from warmwatt.conversations import Turn
from warmwatt.skills._coach import Coach, Session
from warmwatt.skills._skill import Ending, Moment, Skill
from warmwatt.skills._verdict import Advice

# What can be wrong with the words of one reply; the rest of the skills speak of the conversation as it goes.
WATCHED = (
    "safety.first",
    "authority.no_overpromise",
    "language.courtesy",
    "emotion.no_argument",
    "language.positive_wording",
    "ownership.no_buck_passing",
    "emotion.comfort_first",
    "language.plain_words",
    "listening.readback",
)


def preview(text: str, *, session: Session, coach: Coach) -> tuple[Advice, ...]:
    """This function will return the warnings about a reply, the weightiest first; nothing is changed."""
    turn = Turn(who="agent", text=text)
    reading = coach.reader.read(turn, session.situation)
    moment = coach.moment(session, turn, reading)
    warnings = (_warning(skill, session, moment) for skill in coach.skills if skill.criterion in WATCHED)
    return tuple(sorted((each for each in warnings if each), key=lambda each: -each.weight))


def _warning(skill: Skill[Any], session: Session, moment: Moment) -> Advice | None:
    """A skill warns where this reply makes its verdict worse than it was."""
    before = session.skills[skill.criterion]
    after = skill.hear(before, moment)
    ending = Ending(
        channel=moment.channel,
        known=moment.known,
        situation=moment.after,
        flows=moment.flows,
        case=moment.case,
        finished=False,
    )
    if skill.judge(after, ending).outcome != "fail" or skill.judge(before, ending).outcome == "fail":
        return None
    verdict = skill.judge(after, ending)
    card = skill.advise(after, moment)
    if card is not None:
        return card
    return Advice(skill=skill.criterion, say="", because=verdict.because, rule=skill.criterion, title=skill.title)
