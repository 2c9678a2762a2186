"""Evaluation: the yardstick; measures what the rooms decide against labelled files."""

from warmwatt.evaluation._agent_lines import measure_agent_lines
from warmwatt.evaluation._queries import measure_queries

__all__ = ["measure_agent_lines", "measure_queries"]
