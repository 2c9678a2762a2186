"""Readback: one short sentence with the facts heard; a wrong one by the agent is caught."""

import pytest

from warmwatt.conversations import Turn
from warmwatt.understanding import Act, Reading, Situation, mismatches, readback_sentence
from warmwatt.understanding._facts import read_facts


def heard(*texts: str) -> Situation:
    situation = Situation()
    for text in texts:
        turn = Turn(who="customer", text=text)
        situation = situation.after(turn, Reading(facts=read_facts(turn, situation)))
    return situation


def wrong(customer: str, agent: str) -> list[str]:
    situation, turn = heard(customer), Turn(who="agent", text=agent)
    reading = Reading(facts=read_facts(turn, situation), acts=(Act(kind="readback"),))
    return [found.key for found in mismatches(agent, reading, situation)]


def test_readback_names_place_symptom_and_phone_and_asks() -> None:
    sentence = readback_sentence(heard("我家没电了，翠竹苑7栋2单元601，电话13900001234"))
    assert "翠竹苑7栋2单元601" in sentence
    assert "您家没电了" in sentence
    assert "1234" in sentence
    assert "13900001234" not in sentence
    assert sentence.endswith("对吗？")


def test_nothing_heard_gives_no_sentence() -> None:
    assert readback_sentence(heard("你好")) == ""


def test_corrected_building_is_the_one_read_back() -> None:
    assert "翠竹苑5栋" in readback_sentence(heard("翠竹苑7栋停电了", "不对，是5栋"))


@pytest.mark.parametrize(
    ("customer", "agent", "keys"),
    [
        ("翠竹苑7栋2单元601没电", "我跟您核对：翠竹苑7栋2单元601没电，对吗？", []),
        ("翠竹苑7栋2单元601没电", "我跟您核对：翠竹苑9栋2单元601没电，对吗？", ["address"]),
        ("翠竹苑七栋没电", "我跟您核对：翠竹苑7号楼没电，对吗？", []),
        ("翠竹苑7栋没电", "我跟您核对：御景湾小区没电，对吗？", ["address"]),
        ("这个月电费三百二十块", "您是说这个月电费320元，对吗？", []),
        ("这个月电费三百二十块", "您是说这个月电费三百八十元，对吗？", ["amount_yuan"]),
        ("我电话13900001234", "您的电话尾号是1234，对吗？", []),
        ("我电话13900001234", "您的电话尾号是1243，对吗？", ["contact"]),
        ("户号3207715560", "户号尾号5560，对吗？", []),
        ("户号3207715560", "户号是3207715506，对吗？", ["account"]),
    ],
)
def test_wrong_readback_is_caught(customer: str, agent: str, keys: list[str]) -> None:
    assert wrong(customer, agent) == keys


def test_agent_who_tells_a_bill_reads_nothing_back_wrongly() -> None:
    situation = heard("我上个月还交了二百块呢")
    turn = Turn(who="agent", text="九月还有二百八十六块四没交")
    reading = Reading(facts=read_facts(turn, situation))
    assert mismatches(turn.text, reading, situation) == ()
