"""What every page has in common: its language, who may see it, and how trouble is told.

A view is a plain function; it runs on a lane with the language set and returns a response.
"""

import inspect
import json
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _

from warmwatt.desk import Unable
from warmwatt.records.models import Staff
from warmwatt.workbench._lanes import on_lane
from warmwatt.workbench._language import chosen_language

CODE_OF = {400: "invalid", 403: "role", 404: "not_found", 500: "broke"}
View = Callable[..., Any]
Served = Callable[..., Coroutine[Any, Any, HttpResponse]]
EVERYONE = ("agent", "supervisor", "back_office", "quality", "admin")
AT_THE_DESK = ("agent", "supervisor", "admin")
STATUS_OF = {"not_found": 404, "closed": 409, "taken": 409, "not_yours": 403, "own": 403, "role": 403, "busy": 503}
LANDING = {"agent": "/desk", "supervisor": "/board", "back_office": "/orders", "quality": "/cases", "admin": "/status"}
# Nothing but our own files: no inline script, no other host.
CONTENT_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; connect-src 'self' ws: wss:; "
    "frame-ancestors 'self'; base-uri 'self'; form-action 'self'"
)


def page(*, roles: tuple[str, ...] = (), methods: tuple[str, ...] = ("GET",)) -> Callable[[View], Served]:
    """This function will serve a view to the named roles; with none named, to anyone."""

    def decorate(view: View) -> Served:
        @wraps(view)
        async def served(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            language = chosen_language(request.COOKIES)
            with translation.override(language):
                response = await _serve(request, view, roles, methods, kwargs)
            response.headers.setdefault("Content-Language", language)
            response.headers.setdefault("Content-Security-Policy", CONTENT_POLICY)
            response.headers.setdefault("Cache-Control", "no-store")
            return response

        return served

    return decorate


async def _serve(
    request: HttpRequest, view: View, roles: tuple[str, ...], methods: tuple[str, ...], kwargs: dict[str, Any]
) -> HttpResponse:
    if request.method not in (*methods, "HEAD"):
        return HttpResponseNotAllowed(methods)
    if not inspect.iscoroutinefunction(view):
        return await on_lane(_answered, request, view, roles, kwargs)
    refused = await on_lane(_refused, request, roles)
    if refused is not None:
        return refused
    try:
        response: HttpResponse = await view(request, **kwargs)
    except Unable as error:
        return await on_lane(told, request, error)
    return response


def _answered(request: HttpRequest, view: View, roles: tuple[str, ...], kwargs: dict[str, Any]) -> HttpResponse:
    refused = _refused(request, roles)
    if refused is not None:
        return refused
    try:
        response: HttpResponse = view(request, **kwargs)
    except Unable as error:
        return told(request, error)
    return response


def _refused(request: HttpRequest, roles: tuple[str, ...]) -> HttpResponse | None:
    if not roles:
        return None
    if not request.user.is_authenticated:
        return to_sign_in(request)
    if staff_of(request).role in roles:
        return None
    return sorry(request, message=_("Your role has no such page."), status=403)


def staff_of(request: HttpRequest) -> Staff:
    """This function will return who is signed in; the page must be for signed-in roles."""
    assert isinstance(request.user, Staff)
    return request.user


def landing_of(staff: Staff) -> str:
    """This function will return the page that a role starts its day at."""
    return LANDING.get(staff.role, "/desk")


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """This function will send the visitor to sign in and back here afterwards."""
    path = request.headers.get("HX-Current-URL") or request.get_full_path()
    address = f"{settings.LOGIN_URL}?{urlencode({'next': path})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": settings.LOGIN_URL})
    return HttpResponseRedirect(address)


def gone_to(request: HttpRequest, address: str) -> HttpResponse:
    """This function will send the visitor on, whether the page or a piece of it asked."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def told(request: HttpRequest, error: Unable) -> HttpResponse:
    """This function will tell what could not be done, and the mend: as a note on the page, or as a page."""
    return sorry(request, message=error.message, status=STATUS_OF.get(error.code, 422))


def sorry(request: HttpRequest, *, message: str, status: int) -> HttpResponse:
    """This function will tell trouble in one sentence."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=status, headers={"HX-Trigger": note(message, kind="trouble")})
    if request.path.startswith("/api/"):
        return JsonResponse({"code": CODE_OF.get(status, "trouble"), "message": message}, status=status)
    home = landing_of(request.user) if isinstance(request.user, Staff) else "/"
    return render(request, "workbench/sorry.html", {"message": message, "status": status, "home": home}, status=status)


def note(message: str, *, kind: str = "done") -> str:
    """This function will return the HX-Trigger header that shows a short note on the page."""
    return json.dumps({"note": {"message": str(message), "kind": kind}})
