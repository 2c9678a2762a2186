"""The clock worker: looks every second for what is due, inside the serving process or on its own."""

import asyncio
import logging
import time

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from django.utils import timezone

from warmwatt.channels._console import send_to_console
from warmwatt.desk import do_due

log = logging.getLogger(__name__)


async def clock_inside(*, every: float = 1.0) -> None:
    """This function will look for due things for as long as the serving process lives."""
    while True:
        await sync_to_async(look_once)()
        await asyncio.sleep(every)


def run_clock(*, every: float) -> None:
    """This function will look for due things until it is stopped."""
    while True:
        look_once()
        time.sleep(every)


def look_once() -> int:
    """This function will do what is due now; trouble is logged and the next look comes all the same."""
    close_old_connections()
    try:
        return do_due(now=timezone.now(), send=send_to_console)
    except Exception:
        log.exception("the clock worker stumbled; it looks again in a moment")
        return 0
