"""A labelled value is found in the text that it was heard in, however the text says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.understanding import in_arabic
from warmwatt.understanding._align import aligned


def pieces(text: str, value: str) -> list[str] | None:
    found = aligned(text, value)
    return None if found is None else [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "value", "wanted"),
    [
        ("我家在青石巷七号,没电", "青石巷7号", ["青石巷七号"]),
        ("云梦园十二栋,一单元,八零三", "云梦园12栋1单元803", ["云梦园十二栋,一单元,八零三"]),
        ("五号楼全黑了,就是望湖居", "望湖居5号楼", ["五号楼", "望湖居"]),
        ("碧桂里3栋,不对,是4栋", "碧桂里4栋", ["碧桂里", "4栋"]),
        ("户主叫沈秋白", "沈秋白", ["沈秋白"]),
        ("没说在哪儿", "望湖居5号楼", None),
    ],
)
def test_value_is_found_in_other_digits_in_pieces_and_out_of_order(
    text: str, value: str, wanted: list[str] | None
) -> None:
    assert pieces(text, value) == wanted


@pytest.mark.parametrize(
    ("said", "written"),
    [("六十八号院", "68号院"), ("五零一", "501"), ("十五零二", "1502"), ("一千一百零三", "1103"), ("青石巷", "青石巷")],
)
def test_numbers_are_written_in_arabic_digits(said: str, written: str) -> None:
    assert in_arabic(said) == written


@given(st.text(max_size=60), st.text(max_size=12))
def test_no_text_makes_aligning_raise(text: str, value: str) -> None:
    aligned(text, value)
