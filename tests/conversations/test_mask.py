"""Nothing personal survives masking; what is not personal does."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.conversations import Conversation, Known, Turn, mask_conversation, mask_text


class TestPersonalData:
    """What must not be seen."""

    @pytest.mark.parametrize(
        ("said", "secret"),
        [
            ("我电话是13800001234", "13800001234"),
            ("138 0000 1234", "0000"),
            ("幺三八零零零零幺二三四", "零零零零"),
            ("户号3101024477", "3101024477"),
            ("身份证31010219800101123X", "19800101"),
            ("卡号6222 0210 0111 2233 445", "0111"),
            ("翠园小区3号楼2单元501", "501"),
            ("翠园小区3栋二单元五零一", "五零一"),
            ("我叫李小明", "小明"),
            ("尾号是3321", "3321"),
            ("0571-88123456", "88123456"),
        ],
    )
    def test_is_masked(self, said: str, secret: str) -> None:
        assert secret not in mask_text(said)

    @given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
    def test_no_mobile_number_survives(self, number: str) -> None:
        assert number not in mask_text(f"您记一下{number}，对")

    def test_a_known_name_is_masked_wherever_it_is_said(self) -> None:
        conversation = Conversation(
            id="one",
            channel="chat",
            start=datetime(2026, 7, 14, tzinfo=UTC),
            known=Known(name="李敏", account="3101024477", contact="13800001234", address="翠园3号楼2单元501"),
            turns=(Turn(who="agent", text="李敏女士，您的户号是3101024477，电话13800001234，翠园3号楼2单元501"),),
        )
        written = repr(mask_conversation(conversation))
        for secret in ("李敏", "3101024477", "13800001234", "501"):
            assert secret not in written


class TestOrdinaryNumbers:
    """What must stay readable."""

    @pytest.mark.parametrize(
        "said", ["电费三百二十块五", "用了420度", "2026年11月23日18点30分", "48小时内答复您", "请拨12398", "工号2047"]
    )
    def test_stay(self, said: str) -> None:
        assert mask_text(said) == said
