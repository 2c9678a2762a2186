"""Every address of the live push: for programs by token, for pages by session or by the chat's key."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from warmwatt.workbench.api._live import ConversationLive
from warmwatt.workbench.live import BoardLive, CustomerLive, DeskLive

Guard = Callable[[Any], Any]

programs_live: list[URLPattern] = [
    path("api/v1/conversations/<slug:conversation_id>/live", ConversationLive.as_asgi()),
]


def pages_live(guard: Guard) -> list[URLPattern]:
    """This function will return the pages' addresses, each behind `guard` (origin and session)."""
    return [
        path("live/desk", guard(DeskLive.as_asgi())),
        path("live/desk/<slug:conversation_id>", guard(DeskLive.as_asgi())),
        path("live/chat/<slug:conversation_id>/<str:key>", guard(CustomerLive.as_asgi())),
        path("live/board", guard(BoardLive.as_asgi())),
    ]
