"""Commands: one module for each command of the command line."""

from warmwatt.commands._app import app

__all__ = ["app"]
