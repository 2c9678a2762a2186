"""From POST of a turn to the pushed card, with many live conversations; the load comes from this same machine.

A fresh server is started on its own database. Each conversation takes a turn every 4 seconds, at its own phase; the
time runs from just before the POST is sent to the moment the push that follows it arrives on the conversation's socket.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import websockets

from warmwatt.conversations import Turn
from warmwatt.desk.demo import demo_sign_ins, played_calls

PORT = int(os.environ.get("BENCH_PORT", "8977"))
BASE = f"http://127.0.0.1:{PORT}"
EVERY = 4.0
SECONDS = float(os.environ.get("BENCH_SECONDS", "24"))
SIZES = tuple(int(size) for size in os.environ.get("BENCH_SIZES", "50,200,400").split(","))


@dataclass
class Live:
    """One conversation under load: its id, what it will say, and the times measured."""

    id: str
    turns: Sequence[Turn]
    pushed: dict[int, float] = field(default_factory=dict)
    sent: dict[int, float] = field(default_factory=dict)
    acknowledged: list[float] = field(default_factory=list)
    failed: int = 0


def main() -> None:
    """This function will start a server, load it, and print the figures."""
    with tempfile.TemporaryDirectory() as home:
        server = _serve(Path(home))
        try:
            asyncio.run(_all_sizes())
        finally:
            server.terminate()
            server.wait(timeout=20)


def _serve(home: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "WARMWATT_HOME": str(home)}
    command = [sys.executable, "-m", "warmwatt", "serve", "--demo", "--port", str(PORT)]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    for _ in range(600):
        try:
            if httpx.get(f"{BASE}/healthz", timeout=1).raise_for_status().json()["warm"]:
                return server
        except httpx.HTTPError:
            time.sleep(0.2)
    raise SystemExit("the server did not start")


async def _all_sizes() -> None:
    agent = next(person for person in demo_sign_ins() if person.role.startswith("座席"))
    limits = httpx.Limits(max_connections=64, max_keepalive_connections=64)
    async with httpx.AsyncClient(base_url=f"{BASE}/api/v1", timeout=60, limits=limits) as client:
        answer = await client.post("/sign-in", json={"number": agent.number, "password": agent.password})
        token = answer.raise_for_status().json()["token"]
        client.headers["Authorization"] = f"Bearer {token}"
        for size in SIZES:
            _print(size, await _load(client, token, size))


async def _load(client: httpx.AsyncClient, token: str, size: int) -> list[Live]:
    calls = played_calls()
    lives = [await _begin(client, calls[number % len(calls)].turns) for number in range(size)]
    listeners = [asyncio.create_task(_listen(live, token)) for live in lives]
    await asyncio.sleep(2)
    await asyncio.gather(*(_talk(client, live, phase=EVERY * n / size) for n, live in enumerate(lives)))
    await asyncio.sleep(2)
    for listener in listeners:
        listener.cancel()
    await asyncio.gather(*listeners, return_exceptions=True)
    return lives


async def _begin(client: httpx.AsyncClient, turns: Sequence[Turn]) -> Live:
    answer = await client.post("/conversations", json={"channel": "chat", "answered": True})
    return Live(id=answer.raise_for_status().json()["id"], turns=turns)


async def _listen(live: Live, token: str) -> None:
    address = f"ws://127.0.0.1:{PORT}/api/v1/conversations/{live.id}/live?token={token}"
    async with websockets.connect(address) as socket:
        async for message in socket:
            event = json.loads(message)
            if event["what"] == "turn":
                live.pushed.setdefault(event["turn"], time.perf_counter())


async def _talk(client: httpx.AsyncClient, live: Live, *, phase: float) -> None:
    began = time.perf_counter() + phase
    for index in range(int(SECONDS / EVERY)):
        await asyncio.sleep(max(0.0, began + index * EVERY - time.perf_counter()))
        turn = live.turns[index % len(live.turns)]
        # No two conversations say the same words: nothing is answered from a memory of texts already read.
        body = {"who": turn.who, "text": f"{turn.text}{live.id[-4:]}", "key": f"b{index}"}
        live.sent[index] = time.perf_counter()
        try:
            answer = await client.post(f"/conversations/{live.id}/turns", json=body)
            live.failed += answer.status_code != 201
            live.acknowledged.append(time.perf_counter() - live.sent[index])
        except httpx.HTTPError:
            live.failed += 1


def _print(size: int, lives: Sequence[Live]) -> None:
    pushed = [live.pushed[turn] - at for live in lives for turn, at in live.sent.items() if turn in live.pushed]
    acknowledged = [spent for live in lives for spent in live.acknowledged]
    lost = sum(len(live.sent) for live in lives) - len(pushed)
    print(
        f"{size:4} live conversations: POST → pushed card p50 {_at(pushed, 50):7.1f} ms  p99 {_at(pushed, 99):7.1f} ms"
        f"   acknowledged p50 {_at(acknowledged, 50):7.1f} ms  p99 {_at(acknowledged, 99):7.1f} ms"
        f"   turns {len(pushed)}, not pushed {lost}, refused {sum(live.failed for live in lives)}"
    )


def _at(seconds: Sequence[float], percent: int) -> float:
    return statistics.quantiles(seconds, n=100)[percent - 1] * 1000 if len(seconds) > 1 else float("nan")


if __name__ == "__main__":
    main()
