"""Phones and accounts dictated in Chinese digits, in pieces and with corrections are rebuilt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.conversations import Turn
from warmwatt.understanding import HeardTurn, Situation
from warmwatt.understanding._facts import read_facts

SPOKEN = str.maketrans("0123456789", "零幺二三四五六七八九")
PHONES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)


def after(*turns: tuple[str, str]) -> Situation:
    heard = tuple(HeardTurn(index=index, who=who, text=text) for index, (who, text) in enumerate(turns))  # type: ignore[arg-type]
    return Situation(turns=len(heard), recent=heard)


def fact(key: str, text: str, situation: Situation | None = None) -> str | None:
    facts = read_facts(Turn(who="customer", text=text), situation or Situation())
    return next((each.value for each in facts if each.key == key), None)


@given(PHONES)
def test_phone_dictated_digit_by_digit_is_rebuilt(phone: str) -> None:
    assert fact("contact", f"我电话{phone.translate(SPOKEN)}") == phone


@given(PHONES, st.integers(min_value=2, max_value=5), st.integers(min_value=6, max_value=9))
def test_phone_dictated_in_three_turns_is_rebuilt(phone: str, first: int, second: int) -> None:
    heard = after(
        ("agent", "麻烦留个联系电话"),
        ("customer", phone[:first].translate(SPOKEN)),
        ("agent", "嗯，您说"),
        ("customer", phone[first:second].translate(SPOKEN)),
        ("agent", "好的"),
    )
    assert fact("contact", phone[second:].translate(SPOKEN), heard) == phone


@given(PHONES)
def test_phone_said_anew_after_a_mistake_replaces_the_first(phone: str) -> None:
    assert fact("contact", f"电话138，0000，不对，是{phone}") == phone


def test_corrected_piece_takes_the_place_of_the_wrong_one() -> None:
    heard = after(("agent", "您的手机号码是多少"), ("customer", "138，0000"))
    assert fact("contact", "不对，是0001，2345", heard) == "13800012345"


@pytest.mark.parametrize(
    ("key", "said", "wanted"),
    [
        ("contact", "打我手机一八六，五五零零，三三二幺", "18655003321"),
        ("contact", "联系电话 177 0198 2256", "17701982256"),
        ("contact", "座机零五七一八八六六二二零零", "057188662200"),
        ("contact", "家里电话0571-88662200", "0571-88662200"),
        ("contact", "就打座机65217780", "65217780"),
        ("contact", "我的尾号是3321", None),
        ("contact", "打12345投诉你们", None),
        ("account", "户号3207715560", "3207715560"),
        ("account", "护号三六零八八四一二零七", "3608841207"),
        ("account", "我户号是三二，九零零，四一一八五", "3290041185"),
        ("account", "查一下3102778890这个月多少钱", "3102778890"),
        ("account", "工单号2611230079办得怎么样了", None),
        ("account", "户号尾号是7716", None),
        ("account", "户号在哪里看", None),
        ("account", "户号写成3207715506了，应该是3207715560", "3207715560"),
        ("account", "3207715560，十月，一百零四块六", "3207715560"),
        ("account", "13900001234，3207715560，已经交清", "3207715560"),
        ("contact", "电话是13900001234，不是13900001243", "13900001234"),
        ("contact", "大楼B座12，13900001234", "13900001234"),
    ],
)
def test_numbers_are_told_apart_by_what_they_are_called(key: str, said: str, wanted: str | None) -> None:
    assert fact(key, said) == wanted


def test_account_alone_answers_the_question_for_it() -> None:
    assert fact("account", "三二零七零五八四六零", after(("agent", "户号报一下。"))) == "3207058460"


@given(st.text(max_size=300))
def test_reading_facts_never_raises(text: str) -> None:
    read_facts(Turn(who="customer", text=text), Situation())
    read_facts(Turn(who="agent", text=text), Situation())


@pytest.mark.parametrize(
    "piece", ["1", "路", "一二三", "我家在阳光花园3号楼，", "三百块", "1-", "百", "户号", "那个", " "]
)
def test_a_hundred_thousand_characters_are_read(piece: str) -> None:
    read_facts(Turn(who="customer", text=piece * (100_000 // len(piece))), Situation())
