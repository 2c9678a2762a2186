"""A few threads for the work that touches the database, so that the loop that serves pages never waits.

Django would start a thread, and with it a database connection, for each request; these keep theirs.
"""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from django.db import close_old_connections
from django.utils import translation

Params = ParamSpec("Params")
Result = TypeVar("Result")
LANES = int(os.environ.get("WARMWATT_LANES", "12"))
_lanes = ThreadPoolExecutor(max_workers=LANES, thread_name_prefix="lane")


async def on_lane(work: Callable[Params, Result], *args: Params.args, **kwargs: Params.kwargs) -> Result:
    """This function will do blocking work on a lane and return its result; the caller's language goes with it."""
    # Named, since Django's own memory of the language stays behind on the thread that set it.
    job = partial(_kept_fresh, translation.get_language(), partial(work, *args, **kwargs))
    return await asyncio.get_running_loop().run_in_executor(_lanes, job)


def _kept_fresh(language: str | None, work: Callable[[], Result]) -> Result:
    # A connection that broke or grew too old is dropped before the work, as Django does before a request.
    close_old_connections()
    with translation.override(language):
        return work()
