"""The API `/api/v1`: programs begin conversations, post turns, and read what came of them."""

from warmwatt.workbench.api._api import api

__all__ = ["api"]
