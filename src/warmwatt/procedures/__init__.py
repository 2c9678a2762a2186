"""Procedures: the steps of a matter, what is known, what comes next."""

from warmwatt.procedures._check import check_flow
from warmwatt.procedures._draw import draw_mermaid, draw_svg
from warmwatt.procedures._follow import FlowBook
from warmwatt.procedures._progress import NextStep, Progress, StepDone

__all__ = ["FlowBook", "NextStep", "Progress", "StepDone", "check_flow", "draw_mermaid", "draw_svg"]
