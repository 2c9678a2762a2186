"""Facts as the tagger and the chooser are taught to hear them, here by a handful of the tests' own lessons."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmwatt.conversations import Turn
from warmwatt.understanding import Situation
from warmwatt.understanding._fact_heads import FactHeads, arrays_of, fact_heads_of
from warmwatt.understanding._fact_lessons import fact_lesson, trained_facts
from warmwatt.understanding._facts import read_facts
from warmwatt.understanding._heads import shipped_fact_heads
from warmwatt.understanding._reading import Fact, Reading
from warmwatt.understanding._spanned import spanned_address, spanned_name
from warmwatt.understanding._tagger import Span, spans_of, tags_of

PLACES = ("青石巷", "云梦园", "望湖居", "白鹤里", "松涛坊", "南浦庄")
LESSONS = tuple(
    fact_lesson(text.format(place=place), {key: str(value).format(place=place) for key, value in told.items()}, "plain")
    for place in PLACES
    for text, told in (
        ("{place}3号，没电了", {"address": "{place}3号"}),
        ("我家在{place}五栋，电停了", {"address": "{place}5栋"}),
        ("户主沈秋白，{place}8号", {"name": "沈秋白", "address": "{place}8号"}),
        ("这个月电费三百二十块，用了五百度", {"amount_yuan": 320, "usage_kwh": 500}),
        ("一度电五毛六，今天三十八度", {}),
    )
)


@cache
def heads() -> FactHeads:
    return trained_facts(LESSONS)


def facts(text: str, situation: Situation | None = None) -> dict[str, str]:
    read = read_facts(Turn(who="customer", text=text), situation or Situation(), heads())
    return {fact.key: fact.value for fact in read}


def spans(text: str, *words: str, key: str = "address") -> tuple[Span, ...]:
    starts = [text.index(each) for each in words]
    return tuple(
        Span(key=key, start=start, end=start + len(each))  # type: ignore[arg-type]
        for start, each in zip(starts, words, strict=True)
    )


def test_place_never_heard_before_is_tagged_where_places_stand() -> None:
    assert facts("栖霞里3号，没电了")["address"] == "栖霞里3号"


def test_amount_and_usage_are_told_from_a_price_and_a_temperature() -> None:
    assert facts("这个月电费四百块，用了六百度") | {"month": ""} == {
        "amount_yuan": "400", "usage_kwh": "600", "month": "",
    }  # fmt: skip
    assert not {"amount_yuan", "usage_kwh"} & set(facts("一度电五毛六，今天三十八度"))


def test_bare_number_within_a_conversation_corrects_the_known_address() -> None:
    known = Situation().after(
        Turn(who="customer", text="云梦园7栋"),
        Reading(facts=(Fact(key="address", value="云梦园7栋", said="云梦园7栋"),)),
    )
    assert facts("不对，是5栋", known)["address"] == "云梦园5栋"


def test_heads_are_the_same_after_they_were_written_and_read() -> None:
    again = fact_heads_of(arrays_of(heads()))
    assert again is not None
    assert again.tagger.vocabulary == heads().tagger.vocabulary
    assert np.allclose(again.tagger.weights, heads().tagger.weights, atol=0.01)


def test_arrays_without_them_hold_no_heads() -> None:
    assert fact_heads_of({"customer.bias": np.zeros(1)}) is None


def test_the_same_lessons_give_the_same_heads() -> None:
    assert np.array_equal(trained_facts(LESSONS).tagger.weights, heads().tagger.weights)


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("整个三号楼没电,松涛坊", ("三号楼", "松涛坊"), "松涛坊,三号楼"),
        ("白鹤里3栋,不对,4栋", ("白鹤里3栋", "4栋"), "白鹤里4栋"),
        ("白鹤里3栋,说错了,南浦庄6号", ("白鹤里3栋", "南浦庄6号"), "南浦庄6号"),
        ("南浦庄6号,就是南浦庄6号啊", ("南浦庄6号",), "南浦庄6号"),
        ("俺家南浦庄西头那块儿停了", ("俺家南浦庄西头那块儿",), "南浦庄西头"),
        ("柜号是西郊线07,门开着", ("柜号是西郊线07",), "西郊线07"),
    ],
)
def test_pieces_make_one_address_as_a_repair_order_carries_it(text: str, words: tuple[str, ...], wanted: str) -> None:
    assert spanned_address(text, spans(text, *words), known=None) == wanted


def test_latest_name_is_meant_but_a_company_goes_before_who_speaks_for_it() -> None:
    text = "原户主林一平,改成林小雨"
    assert spanned_name(text, spans(text, "林一平", "林小雨", key="name")) == "林小雨"
    text = "江岸贸易有限公司,联系人林工"
    assert spanned_name(text, spans(text, "江岸贸易有限公司", "林工", key="name")) == "江岸贸易有限公司"


def test_spans_and_tags_say_the_same() -> None:
    both = (Span(key="address", start=0, end=3), Span(key="address", start=3, end=4), Span(key="name", start=6, end=7))
    assert spans_of(tags_of(9, both)) == both


@given(st.text(max_size=200))
@settings(deadline=None)
def test_no_text_makes_it_raise(text: str) -> None:
    facts(text)


@pytest.mark.skipif(
    shipped_fact_heads() is None, reason="the shipped heads were trained before there were facts in them"
)
@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("紫藤里九栋二单元四零三，电闸推不上去", {"address": "紫藤里9栋2单元403"}),
        ("我姓邵，户号3207715560，上个月电费两百六", {"name": "邵", "account": "3207715560", "amount_yuan": "260"}),
        ("这个月用了三百四十度，电费一百八十七块五", {"usage_kwh": "340", "amount_yuan": "187.5"}),
        ("今天三十九度，一度电五毛六，我哪敢开空调", {}),
    ],
)
def test_shipped_heads_hear_the_facts_of_a_plain_sentence(said: str, wanted: dict[str, str]) -> None:
    scored = ("address", "contact", "account", "name", "amount_yuan", "usage_kwh")
    read = read_facts(Turn(who="customer", text=said), Situation(), shipped_fact_heads())
    assert {fact.key: fact.value for fact in read if fact.key in scored} == wanted
