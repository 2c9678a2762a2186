"""The pages for trouble that no view foresaw."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from warmwatt.workbench._language import chosen_language
from warmwatt.workbench.views._page import sorry


def no_such_page(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    with translation.override(chosen_language(request.COOKIES)):
        return sorry(request, message=_("There is no such page. Check the address, or go back."), status=404)


def not_admitted(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    with translation.override(chosen_language(request.COOKIES)):
        return sorry(request, message=_("You may not do this here."), status=403)


def stale_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 where the page was loaded too long ago to be trusted with a change."""
    with translation.override(chosen_language(request.COOKIES)):
        message = _("This page has grown old. Load it again, then repeat what you did.")
        return sorry(request, message=message, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    with translation.override(chosen_language(request.COOKIES)):
        return sorry(request, message=_("The request could not be read. Load the page again."), status=400)


def something_broke(request: HttpRequest) -> HttpResponse:
    """500. What was acknowledged before is on disk."""
    with translation.override(chosen_language(request.COOKIES)):
        message = _("Something broke on our side; it has been written to the log. Nothing you sent before is lost.")
        return sorry(request, message=message, status=500)
