"""Whether the desk is up: for load balancers and start scripts, without sign-in."""

from django.db import connection
from django.http import HttpRequest, JsonResponse

from warmwatt import __version__, desk
from warmwatt.workbench._lanes import on_lane


async def healthz(request: HttpRequest) -> JsonResponse:
    """This function will answer `ok` once the records can be read; `warm` once the models are loaded."""
    await on_lane(_read_something)
    return JsonResponse({"status": "ok", "version": __version__, "warm": desk.is_warm()})


def _read_something() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
