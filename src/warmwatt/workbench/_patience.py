"""Slows down guessing: a number that was tried wrongly too often from one place rests for a while.

Counted in the cache of the process, so a guard against a script at the door, not a lock-out that others could abuse.
"""

from django.core.cache import cache
from django.http import HttpRequest

TRIES, REST_SECONDS = 8, 300


def must_rest(request: HttpRequest, number: str) -> bool:
    """This function will tell whether this number was tried too often from this address."""
    return int(cache.get(_key(request, number), 0)) >= TRIES


def note_failure(request: HttpRequest, number: str) -> None:
    """This function will count one wrong try."""
    key = _key(request, number)
    cache.add(key, 0, REST_SECONDS)
    cache.incr(key)


def forget_failures(request: HttpRequest, number: str) -> None:
    """This function will forget the wrong tries after a right one."""
    cache.delete(_key(request, number))


def _key(request: HttpRequest, number: str) -> str:
    return f"sign-in:{request.META.get('REMOTE_ADDR', '')}:{number[:20].strip().encode().hex()}"
