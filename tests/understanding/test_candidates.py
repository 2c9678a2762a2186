"""Every number of a text is a candidate with its unit; the value is what the caller means by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.understanding._candidates import candidates_in


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("一共四百一十二块三", 412.3, "yuan"),
        ("退我六十块零五毛", 60.5, "yuan"),
        ("实收贰佰元陆角", 200.6, "yuan"),
        ("才九毛五分", 0.95, "dime"),
        ("欠了五分钱", 0.05, "dime"),
        ("用电1,280千瓦时", 1280, "kwh"),
        ("一百八十千瓦时", 180, "kwh"),
        ("三十六度半", 36.5, "kwh"),
        ("上个月两千六", 2600, "bare"),
        ("交了八九百块", 900, "yuan"),
        ("一百九十块两边推", 190, "yuan"),
        ("余额八十块一直不退", 80, "yuan"),
    ],
)
def test_number_is_read_with_its_unit(text: str, value: float, unit: str) -> None:
    assert (value, unit) in [(each.value, each.unit) for each in candidates_in(text)]


def test_cents_and_dimes_are_no_numbers_of_their_own() -> None:
    assert [each.value for each in candidates_in("退我六十块零五毛")] == [60.5]


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text: str) -> None:
    list(candidates_in(text))
