"""Serves programs: the API and the health check, without the session, form and language machinery of pages.

Each of Django's own middlewares hands an asynchronous request to a thread and back. Pages need what they do; a program
signs in by token, and its turns would spend more time in those hand-overs than in being heard.
"""

from typing import Any

from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.exception import convert_exception_to_response


class ProgramsHandler(ASGIHandler):
    """Django's handler with an empty chain of middleware."""

    def load_middleware(self, is_async: bool = False) -> None:
        """This function will let a request go straight to its view; what the view raises is still answered."""
        nothing: list[Any] = []
        self._view_middleware = nothing
        self._template_response_middleware = nothing
        self._exception_middleware = nothing
        # The stubs know neither the attribute nor that the chain may be asynchronous; Django's base class sets both.
        answer: Any = getattr(self, "_get_response_async")  # noqa: B009
        self._middleware_chain = convert_exception_to_response(answer)
