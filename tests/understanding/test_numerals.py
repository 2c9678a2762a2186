"""Numbers as people say them: every integer comes back from its Chinese numeral."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.understanding._numerals import number_of, plain_number, upper_number_of

ONES = "零一二三四五六七八九"


def below_ten_thousand(number: int) -> str:
    words, pending = "", False
    for scale, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            words += ("零" if pending and words else "") + ONES[digit] + unit
            pending = False
        else:
            pending = True
    return words


def in_chinese(number: int) -> str:
    """An integer below 10^12 in full Chinese numerals, as a bank writes it without the capital forms."""
    if number == 0:
        return "零"
    words, gap = "", False
    for scale, unit in ((100_000_000, "亿"), (10_000, "万"), (1, "")):
        section, number = divmod(number, scale)
        if section:
            words += ("零" if words and (gap or section < 1000) else "") + below_ten_thousand(section) + unit
            gap = False
        else:
            gap = True
    return words


@given(st.integers(min_value=0, max_value=999_999_999_999))
def test_every_integer_comes_back_from_its_chinese_numeral(number: int) -> None:
    assert number_of(in_chinese(number)) == number


@given(st.integers(min_value=0, max_value=999_999_999), st.integers(min_value=0, max_value=99))
def test_arabic_numbers_come_back_with_their_decimals(whole: int, part: int) -> None:
    assert number_of(f"{whole}.{part:02d}") == pytest.approx(whole + part / 100)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("一千二百三", 1230), ("一千零三", 1003), ("三百二", 320), ("一百零五", 105), ("一百五", 150),
        ("一万二", 12_000), ("两万", 20_000), ("两千六", 2600), ("十五", 15), ("二十", 20), ("三点五", 3.5),
        ("1.2万", 12_000), ("3千5", 3500),
        ("1,042", 1042), ("一亿二千万", 120_000_000), ("二零二六", 2026), ("百八十", 180),
    ],
)  # fmt: skip
def test_numbers_are_understood_as_spoken(said: str, value: float) -> None:
    assert number_of(said) == value


@pytest.mark.parametrize(
    ("said", "value"), [("二三十", 30), ("三四百", 400), ("两三", 3), ("五六千", 6000), ("二十三", 23)]
)
def test_approximate_numbers_count_at_their_upper_end(said: str, value: float) -> None:
    assert upper_number_of(said) == value


@pytest.mark.parametrize("said", ["", "几百", "个", "三个", "点五点", "abc"])
def test_what_is_no_number_is_refused(said: str) -> None:
    assert number_of(said) is None


def test_numbers_are_written_without_needless_decimals() -> None:
    assert [plain_number(value) for value in (320.5, 12.0, 0.98, 1536.8)] == ["320.5", "12", "0.98", "1536.8"]
