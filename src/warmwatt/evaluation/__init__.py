"""Evaluation: the yardstick; measures what the rooms decide against labelled files."""

from warmwatt.evaluation._agent_lines import measure_agent_lines
from warmwatt.evaluation._compare import (
    Comparison,
    compare_agent_lines,
    compare_conversations,
    compare_queries,
    compare_utterances,
    confusions,
)
from warmwatt.evaluation._conversations import measure_conversations
from warmwatt.evaluation._queries import MEASURED_ON, measure_queries
from warmwatt.evaluation._utterances import measure_utterances

__all__ = [
    "MEASURED_ON",
    "Comparison",
    "compare_agent_lines",
    "compare_conversations",
    "compare_queries",
    "compare_utterances",
    "confusions",
    "measure_agent_lines",
    "measure_conversations",
    "measure_queries",
    "measure_utterances",
]
