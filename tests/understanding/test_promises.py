"""Promises: who does what by when, against a table that anyone can read (promises.yaml)."""

from pathlib import Path

import pytest
import yaml

from warmwatt.conversations import Turn
from warmwatt.handbook import shipped_handbook
from warmwatt.understanding import Situation, SpokenPromise
from warmwatt.understanding._promises import PromiseReader

READER = PromiseReader(handbook=shipped_handbook("jiangzhou"))
TABLE = yaml.safe_load((Path(__file__).parent / "promises.yaml").read_text(encoding="utf-8"))


def spoken(text: str, situation: Situation | None = None) -> tuple[SpokenPromise, ...]:
    return READER.read(Turn(who="agent", text=text), situation or Situation())


def written(promise: SpokenPromise) -> str:
    limit = promise.until if promise.minutes is None else str(promise.minutes)
    return f"{promise.kind} {limit}" if limit else promise.kind


@pytest.mark.parametrize(("said", "wanted"), TABLE, ids=[row[0] for row in TABLE])
def test_promise_is_heard_with_its_limit(said: str, wanted: list[str]) -> None:
    assert sorted(written(promise) for promise in spoken(said)) == sorted(wanted)
