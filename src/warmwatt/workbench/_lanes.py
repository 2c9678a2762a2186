"""A few threads for the work that touches the database, so that the loop that serves pages never waits.

Django would start a thread, and with it a database connection, for each request; these keep theirs.
"""

import asyncio
import contextvars
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from django.db import close_old_connections

Params = ParamSpec("Params")
Result = TypeVar("Result")
LANES = int(os.environ.get("WARMWATT_LANES", "4"))
_lanes = ThreadPoolExecutor(max_workers=LANES, thread_name_prefix="lane")


async def on_lane(work: Callable[Params, Result], *args: Params.args, **kwargs: Params.kwargs) -> Result:
    """This function will do blocking work on a lane and return its result; the caller's language goes with it."""
    context = contextvars.copy_context()
    job = partial(context.run, partial(_kept_fresh, partial(work, *args, **kwargs)))
    return await asyncio.get_running_loop().run_in_executor(_lanes, job)


def _kept_fresh(work: Callable[[], Result]) -> Result:
    # A connection that broke or grew too old is dropped before the work, as Django does before a request.
    close_old_connections()
    return work()
