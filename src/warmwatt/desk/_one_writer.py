"""One writer at a time in this process, where the database allows but one anyway.

SQLite makes a second writer sleep and look again, ever longer; under load most of a turn's time went into that sleep. A
lock wakes the next writer at once. PostgreSQL needs none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from django.db import connection, transaction

_turn = RLock()


@contextmanager
def one_writer() -> Iterator[None]:
    """This function will run its block in one transaction, alone among this process's writers on SQLite."""
    if connection.vendor != "sqlite":
        with transaction.atomic():
            yield
        return
    with _turn, transaction.atomic():
        yield
