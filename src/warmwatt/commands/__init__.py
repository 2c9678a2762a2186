"""Commands: one module for each command of the command line."""

from warmwatt.commands import (
    bill,
    corrections,
    evaluate,
    flow,
    handbook,
    intake,
    keep,
    rerate,
    review,
    serve,
    staff,
    train,
)
from warmwatt.commands._app import app

__all__ = [
    "app",
    "bill",
    "corrections",
    "evaluate",
    "flow",
    "handbook",
    "intake",
    "keep",
    "rerate",
    "review",
    "serve",
    "staff",
    "train",
]
