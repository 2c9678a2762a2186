"""Training: practice customers, drills, the daily recap."""

from warmwatt.training._customer import PracticeCustomer, answer, begin_customer
from warmwatt.training._drill import Drill, DrillIsOver, begin_drill, say, score_drill
from warmwatt.training._recap import (
    BestMoment,
    HardestConversation,
    Quote,
    Recap,
    Reviewed,
    SkillToWorkOn,
    recap_day,
    tell_recap,
)

__all__ = [
    "BestMoment",
    "Drill",
    "DrillIsOver",
    "HardestConversation",
    "PracticeCustomer",
    "Quote",
    "Recap",
    "Reviewed",
    "SkillToWorkOn",
    "answer",
    "begin_customer",
    "begin_drill",
    "recap_day",
    "say",
    "score_drill",
    "tell_recap",
]
