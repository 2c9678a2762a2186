"""Procedures: the steps of a matter, what is known, what comes next."""

from warmwatt.procedures._follow import FlowBook
from warmwatt.procedures._progress import NextStep, Progress, StepDone

__all__ = ["FlowBook", "NextStep", "Progress", "StepDone"]
