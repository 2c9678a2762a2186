"""Promises: who does what by when, against a table that anyone can read (promises.yaml)."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.conversations import Turn
from warmwatt.handbook import shipped_handbook
from warmwatt.understanding import Reading, Situation, SpokenPromise
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


def after(agent: str, customer: str) -> Situation:
    situation, turn = Situation(), Turn(who="agent", text=agent)
    situation = situation.after(turn, Reading(promises=spoken(agent, situation)))
    return situation.after(Turn(who="customer", text=customer), Reading())


def test_limit_alone_answers_when_the_promise_will_be_kept() -> None:
    situation = after("交清以后系统自动复电", "那多长时间能来？")
    assert [written(promise) for promise in spoken("一般二十四小时以内", situation)] == ["restore 1440"]


def test_promise_said_again_without_a_new_limit_is_the_same_one() -> None:
    situation = after("一个小时内我给您回电话", "好的")
    assert spoken("放心，我会给您回电话的", situation) == ()


def test_promise_said_again_with_a_new_limit_counts() -> None:
    situation = after("一个小时内我给您回电话", "太久了")
    assert [written(promise) for promise in spoken("那我半小时内给您回电话", situation)] == ["callback 30"]


def test_hedge_made_flat_later_is_a_new_promise() -> None:
    situation = after("可能六点左右能送上电", "到底几点？")
    (flat,) = spoken("您放心，六点肯定来电", situation)
    assert (flat.kind, flat.until, flat.hedged) == ("restore", "18:00", False)


def test_flat_promise_said_again_flat_is_the_same_one() -> None:
    assert spoken("六点肯定来电", after("今晚六点来电", "真的吗")) == ()


def test_flat_promise_hedged_later_is_the_same_one() -> None:
    assert spoken("大概六点来电", after("今晚六点来电", "真的吗")) == ()


@pytest.mark.parametrize(
    ("said", "wanted"),
    [("九点前能来电", "restore 21:00"), ("师傅八点到", "arrive 20:00"), ("九点上门换表", "visit 09:00")],
)
def test_bare_hour_is_late_where_crews_work_late(said: str, wanted: str) -> None:
    (promise,) = spoken(said)
    assert written(promise) == wanted
    assert promise.either_half


@pytest.mark.parametrize(
    ("said", "hedged", "conditional"),
    [
        ("今晚八点恢复供电", False, False),
        ("预计今晚八点恢复供电", True, False),
        ("材料到位的话两天修好", False, True),
        ("尽量半小时内给您回电话", True, False),
    ],
)
def test_hedges_and_conditions_are_told_apart_from_flat_promises(said: str, hedged: bool, conditional: bool) -> None:
    promise = spoken(said)[0]
    assert (promise.hedged, promise.conditional) == (hedged, conditional)


def test_customers_promise_nothing() -> None:
    assert READER.read(Turn(who="customer", text="我一个小时内把钱交上"), Situation()) == ()


def test_quoted_promise_is_not_the_agents_own() -> None:
    assert spoken("您听到的是“今晚八点恢复供电”，那是旧通知") == ()


@given(st.text(max_size=300))
def test_reading_promises_never_raises(text: str) -> None:
    spoken(text)


@pytest.mark.parametrize("piece", ["师傅明天", "给您", "1", "一二三", "我帮您申请", '"', "，", "半小时内"])
def test_a_hundred_thousand_characters_are_read(piece: str) -> None:
    spoken(piece * (100_000 // len(piece)))
