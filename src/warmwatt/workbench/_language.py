"""Which language a page is in: Chinese, unless the person switched; what the browser asks for does not count."""

from collections.abc import Mapping

from django.conf import settings

ONE_YEAR = 365 * 24 * 3600


def chosen_language(cookies: Mapping[str, str]) -> str:
    """This function will return the language that the cookie names, else the desk's own."""
    wanted = cookies.get(settings.LANGUAGE_COOKIE_NAME, "")
    return wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
