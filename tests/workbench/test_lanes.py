"""The lanes that database work runs on."""

import threading

from django.utils import translation
from django.utils.translation import gettext

from warmwatt.workbench._lanes import on_lane


class TestLane:
    async def test_speaks_the_language_of_its_caller(self) -> None:
        with translation.override("en"):
            assert await on_lane(gettext, "Sign in") == "Sign in"
        with translation.override("zh-hans"):
            assert await on_lane(gettext, "Sign in") == "登录"

    async def test_is_not_the_thread_that_serves(self) -> None:
        assert await on_lane(threading.get_ident) != threading.get_ident()
