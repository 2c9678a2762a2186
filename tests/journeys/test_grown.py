"""The same code on PostgreSQL and Redis: two serving processes, one conversation, one truth."""

import asyncio
import json
import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import redis
import websockets

from tests.journeys.conftest import Api, Served

POSTGRESQL = os.environ.get("WARMWATT_TEST_POSTGRESQL", "postgres://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("WARMWATT_TEST_REDIS", "redis://127.0.0.1:6379/15")


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """A fresh PostgreSQL database, dropped afterwards."""
    try:
        admin = psycopg.connect(POSTGRESQL, autocommit=True, connect_timeout=3)
        redis.Redis.from_url(REDIS, socket_connect_timeout=3).ping()
    except (psycopg.OperationalError, redis.ConnectionError) as error:
        pytest.skip(f"PostgreSQL or Redis is not reachable here: {error}")
    name = f"warmwatt_test_{uuid.uuid4().hex[:10]}"
    admin.execute(f'CREATE DATABASE "{name}"')
    try:
        yield POSTGRESQL.rsplit("/", 1)[0] + "/" + name
    finally:
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        admin.close()


@pytest.fixture(scope="module")
def two_desks(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Served]]:
    """Two serving processes on one PostgreSQL and one Redis."""
    home: Path = tmp_path_factory.mktemp("grown")
    extra = {"WARMWATT_DATABASE_URL": database, "WARMWATT_REDIS_URL": REDIS}
    first, second = Served(home=home, extra=extra), Served(home=home, extra=extra, arguments=())
    try:
        yield first.start(), second.start()
    finally:
        first.stop()
        second.stop()


@pytest.mark.xdist_group("served")
class TestTwoProcesses:
    """Any process can take the next turn."""

    def test_turns_taken_in_turn_make_one_conversation(self, two_desks: tuple[Served, Served]) -> None:
        apis = [desk.api() for desk in two_desks]
        conversation = apis[0].begin()
        said = [
            "您好，江州电力客服中心，工号2047。",
            "我家停电了，翠园小区3号楼",
            "您别急，邻居家有电吗？",
            "没有，都黑着",
        ]
        for number, text in enumerate(said):
            who = "agent" if number % 2 == 0 else "customer"
            assert apis[number % 2].say(conversation, who, text, f"k{number}").status_code == 201
        assert [turn["text"] for turn in apis[1].get(f"/conversations/{conversation}/turns")] == said
        assert "address" in {fact["key"] for fact in apis[0].get(f"/conversations/{conversation}/facts")}

    def test_a_turn_posted_to_one_is_pushed_by_the_other(self, two_desks: tuple[Served, Served]) -> None:
        first, second = two_desks
        api = first.api()
        conversation = api.begin()
        event = asyncio.run(_pushed(second, api, conversation))
        assert (event["what"], event["turn"]) == ("turn", 0)

    def test_many_turns_at_once_are_each_heard_once_and_in_one_order(self, two_desks: tuple[Served, Served]) -> None:
        apis = [desk.api() for desk in two_desks]
        conversation = apis[0].begin()
        answers = asyncio.run(_at_once(apis, conversation))
        assert set(answers) <= {201, 503}
        turns = apis[0].get(f"/conversations/{conversation}/turns")
        assert [turn["index"] for turn in turns] == list(range(answers.count(201)))


async def _pushed(desk: Served, api: Api, conversation: str) -> dict[str, object]:
    address = f"ws://127.0.0.1:{desk.port}/api/v1/conversations/{conversation}/live?token={api.token}"
    async with websockets.connect(address) as socket:
        assert json.loads(await asyncio.wait_for(socket.recv(), 20))["what"] == "connected"
        await asyncio.to_thread(api.say, conversation, "customer", "没电了", "k")
        event: dict[str, object] = json.loads(await asyncio.wait_for(socket.recv(), 20))
        return event


async def _at_once(apis: list[Api], conversation: str) -> list[int]:
    posts = [
        asyncio.to_thread(apis[number % 2].say, conversation, "customer", f"第{number}句，没电", f"k{number}")
        for number in range(6)
    ]
    return [answer.status_code for answer in await asyncio.gather(*posts)]
