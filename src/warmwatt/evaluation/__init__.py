"""Evaluation: the yardstick; measures what the rooms decide against labelled files."""

from warmwatt.evaluation._agent_lines import measure_agent_lines
from warmwatt.evaluation._conversations import measure_conversations
from warmwatt.evaluation._queries import measure_queries
from warmwatt.evaluation._utterances import measure_utterances

__all__ = ["measure_agent_lines", "measure_conversations", "measure_queries", "measure_utterances"]
