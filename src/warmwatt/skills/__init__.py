"""Skills: one service skill a file: judges a conversation, advises the agent."""

from warmwatt.skills._all import all_skills
from warmwatt.skills._coach import Coach, Heard, Session
from warmwatt.skills._line import violations_of_line
from warmwatt.skills._preview import preview
from warmwatt.skills._resolved import resolved_facts
from warmwatt.skills._review import Review, distinct_promises, review
from warmwatt.skills._scorecard import Scorecard, score
from warmwatt.skills._skill import Ending, Moment, Skill
from warmwatt.skills._verdict import Advice, Outcome, Verdict
from warmwatt.skills._why import HeardCue, cues_heard

__all__ = [
    "Advice",
    "Coach",
    "Ending",
    "Heard",
    "HeardCue",
    "Moment",
    "Outcome",
    "Review",
    "Scorecard",
    "Session",
    "Skill",
    "Verdict",
    "all_skills",
    "cues_heard",
    "distinct_promises",
    "preview",
    "resolved_facts",
    "review",
    "score",
    "violations_of_line",
]
