"""The real thing: the served desk as its own process, with its own database, as `make run` starts it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

PASSWORD = "warmwatt"
STARTS_WITHIN = 120.0
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SOON = 20_000


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Served:
    """A desk that is being served from `home`."""

    home: Path
    extra: dict[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ("--demo",)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it is served."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Served":
        """Starts the process and waits until it answers."""
        environment = {**os.environ, "WARMWATT_HOME": str(self.home), **self.extra}
        command = [sys.executable, "-m", "warmwatt", "serve", "--port", str(self.port), *self.arguments]
        log = (self.home / "served.log").open("ab")
        self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        deadline = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                httpx.get(f"{self.url}/healthz", timeout=2).raise_for_status()
                return self
            except httpx.HTTPError:
                time.sleep(0.1)
        raise AssertionError(f"the desk did not start: {(self.home / 'served.log').read_text()[-3000:]}")

    def kill(self) -> None:
        """Ends the process as a power loss would: no handler runs."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=20)

    def stop(self) -> None:
        """Ends the process politely."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()

    def api(self, number: str = "2047") -> "Api":
        """Signs in to the API."""
        answer = httpx.post(f"{self.url}/api/v1/sign-in", json={"number": number, "password": PASSWORD}, timeout=30)
        return Api(base=f"{self.url}/api/v1", token=answer.raise_for_status().json()["token"])


@dataclass(frozen=True)
class Api:
    """A signed-in program."""

    base: str
    token: str

    def post(self, path: str, body: Any = None) -> httpx.Response:
        """POSTs JSON."""
        return httpx.post(self.base + path, json=body, headers=self._headers, timeout=60)

    def get(self, path: str) -> Any:
        """GETs JSON, which must be there."""
        return httpx.get(self.base + path, headers=self._headers, timeout=60).raise_for_status().json()

    def begin(self, **fields: Any) -> str:
        """Begins a conversation that this agent answers."""
        answer = self.post("/conversations", {"channel": "chat", "answered": True, **fields})
        return str(answer.raise_for_status().json()["id"])

    def say(self, conversation: str, who: str, text: str, key: str) -> httpx.Response:
        """Lets a turn be heard."""
        return self.post(f"/conversations/{conversation}/turns", {"who": who, "text": text, "key": key})

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One desk with the demo utility for the tests of a module."""
    desk = Served(home=tmp_path_factory.mktemp("desk"))
    try:
        yield desk.start()
    finally:
        desk.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless."""
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed; .ci/run installs it through apt")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


def fresh(browser: Browser, *, width: int = 1440, height: int = 900) -> Page:
    """A page of its own, as on another person's machine."""
    page = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN").new_page()
    page.set_default_timeout(SOON)
    return page


def signed_in(browser: Browser, served: Served, number: str) -> Page:
    """The landing page of a member of staff."""
    page = fresh(browser)
    page.goto(f"{served.url}/sign-in")
    page.fill("input[autocomplete=username]", number)
    page.fill("input[type=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    return page
