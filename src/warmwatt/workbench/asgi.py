"""The application that uvicorn serves: pages and API over HTTP, live push over WebSocket."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmwatt.workbench.settings")

from django.core.asgi import get_asgi_application

pages = get_asgi_application()

from channels.auth import AuthMiddlewareStack
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from django.urls import re_path

from warmwatt.workbench._lifespan import Lifespan
from warmwatt.workbench._programs import ProgramsHandler
from warmwatt.workbench.routing import pages_live, programs_live

application = Lifespan(
    ProtocolTypeRouter(
        {
            "http": URLRouter([re_path(r"^(api/|healthz$)", ProgramsHandler()), re_path(r"", pages)]),
            # Programs send no Origin and sign in by token; pages must come from the desk's own hosts.
            "websocket": URLRouter(
                [*programs_live, *pages_live(lambda inner: AllowedHostsOriginValidator(AuthMiddlewareStack(inner)))]
            ),
        }
    )
)
