"""What the pages and the live push both draw: plain values, read in few statements."""

from warmwatt.workbench.panels._board import board_rows, counts, due_rows, lifted_rows
from warmwatt.workbench.panels._checklist import FlowShown, flows_shown
from warmwatt.workbench.panels._matters import Matters, matters_of
from warmwatt.workbench.panels._review import Review, review_of
from warmwatt.workbench.panels._rows import Row, own_rows, rows_of, waiting_rows
from warmwatt.workbench.panels._transcript import TurnShown, turns_shown

__all__ = [
    "FlowShown",
    "Matters",
    "Review",
    "Row",
    "TurnShown",
    "board_rows",
    "counts",
    "due_rows",
    "flows_shown",
    "lifted_rows",
    "matters_of",
    "own_rows",
    "review_of",
    "rows_of",
    "turns_shown",
    "waiting_rows",
]
