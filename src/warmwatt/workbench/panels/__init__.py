"""What the pages and the live push both draw: plain values, read in few statements."""

from warmwatt.workbench.panels._board import board_rows, counts, due_rows, lifted_rows
from warmwatt.workbench.panels._checklist import FlowShown, flows_shown
from warmwatt.workbench.panels._corrections import CORRECTED_KINDS, PERIODS, CorrectionsShown, Wanted, corrections_shown
from warmwatt.workbench.panels._matters import Matters, matters_of
from warmwatt.workbench.panels._review import Review, review_of
from warmwatt.workbench.panels._rows import Row, own_rows, rows_of, waiting_rows
from warmwatt.workbench.panels._transcript import TurnShown, turn_shown, turns_shown
from warmwatt.workbench.panels._why import Asked, TurnAsked, turn_asked, verdict_asked

__all__ = [
    "CORRECTED_KINDS",
    "PERIODS",
    "Asked",
    "CorrectionsShown",
    "FlowShown",
    "Matters",
    "Review",
    "Row",
    "TurnAsked",
    "TurnShown",
    "Wanted",
    "board_rows",
    "corrections_shown",
    "counts",
    "due_rows",
    "flows_shown",
    "lifted_rows",
    "matters_of",
    "own_rows",
    "review_of",
    "rows_of",
    "turn_asked",
    "turn_shown",
    "turns_shown",
    "verdict_asked",
    "waiting_rows",
]
