"""Looks at a reply before it is sent: what is amiss, each with a better sentence."""

from typing import Any

from warmwatt.conversations import Turn
from warmwatt.skills._coach import Coach, Session
from warmwatt.skills._line import JudgesLines
from warmwatt.skills._skill import Ending, Moment, Skill
from warmwatt.skills._verdict import Advice

# What one reply can get wrong; the rest of the skills speak of the conversation as it goes.
WATCHED = frozenset(
    {
        "safety.first",
        "authority.no_overpromise",
        "language.courtesy",
        "emotion.no_argument",
        "language.positive_wording",
        "ownership.no_buck_passing",
        "emotion.comfort_first",
        "language.plain_words",
        "listening.readback",
    }
)
# Not said back yet is no fault of a reply; said back wrongly is.
ONLY_WRONG = "listening.readback"
# Whether a term is excused hangs on what the customer said before, which the line alone does not tell.
BY_CONVERSATION = "language.plain_words"


def preview(text: str, *, session: Session, coach: Coach) -> tuple[Advice, ...]:
    """This function will return the warnings about a reply, the weightiest first; nothing is changed."""
    turn = Turn(who="agent", text=text)
    moment = coach.moment(session, turn, coach.reader.read(turn, session.situation))
    watched = (skill for skill in coach.skills if skill.criterion in WATCHED)
    warnings = (_warning(skill, session.skills[skill.criterion], moment) for skill in watched)
    return tuple(sorted((each for each in warnings if each), key=lambda each: -each.weight))


def _warning(skill: Skill[Any], before: Any, moment: Moment) -> Advice | None:
    """A skill warns where this very reply is at fault, be it the first or the fifth time."""
    after = skill.hear(before, moment)
    verdict = skill.judge(after, _ending(moment))
    at_fault = verdict.outcome == "fail" and moment.index in verdict.turns
    if not at_fault and not _alone_at_fault(skill, moment):
        return None
    card = skill.advise(after, moment)
    if skill.criterion == ONLY_WRONG and (card is None or not card.key.startswith("wrong")):
        return None
    return card or Advice(
        skill=skill.criterion, say="", because=verdict.because, rule=skill.criterion, title=skill.title
    )


def _alone_at_fault(skill: Any, moment: Moment) -> bool:
    judges = isinstance(skill, JudgesLines) and skill.criterion != BY_CONVERSATION
    return judges and bool(skill.violates(moment))


def _ending(moment: Moment) -> Ending:
    return Ending(
        channel=moment.channel,
        known=moment.known,
        situation=moment.after,
        flows=moment.flows,
        case=moment.case,
        finished=False,
    )
