"""Skills: one service skill a file: judges a conversation, advises the agent."""

from warmwatt.skills._coach import Coach, Heard, Session
from warmwatt.skills._skill import Ending, Moment, Skill
from warmwatt.skills._verdict import Advice, Outcome, Verdict

__all__ = ["Advice", "Coach", "Ending", "Heard", "Moment", "Outcome", "Session", "Skill", "Verdict"]
