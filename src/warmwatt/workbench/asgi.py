"""The application that uvicorn serves: pages and API over HTTP, live push over WebSocket."""

import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmwatt.workbench.settings")

from django.core.asgi import get_asgi_application

# Typed loosely: Channels routes ASGI applications with the functions that Django types for views.
pages: Any = get_asgi_application()

from channels.auth import AuthMiddlewareStack
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from django.urls import re_path

from warmwatt.workbench._lifespan import Lifespan
from warmwatt.workbench._programs import ProgramsHandler
from warmwatt.workbench.routing import pages_live, programs_live

programs: Any = ProgramsHandler()
application = Lifespan(
    ProtocolTypeRouter(
        {
            "http": URLRouter([re_path(r"^(api/|healthz$)", programs), re_path(r"", pages)]),
            # Programs send no Origin and sign in by token; pages must come from the desk's own hosts.
            "websocket": URLRouter(
                [*programs_live, *pages_live(lambda inner: AllowedHostsOriginValidator(AuthMiddlewareStack(inner)))]
            ),
        }
    )
)
