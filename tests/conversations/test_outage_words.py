"""An outage that other systems tell as an object becomes words; whatever it holds, a transcript is read."""

import json

import pytest

from warmwatt.conversations import Conversation, read_transcripts

CALL = {"id": "one", "channel": "chat", "start": "2026-03-02T09:00:00+08:00", "turns": []}


def known_outage_of(outage: object) -> str | None:
    """What the desk knows of an outage, once a transcript that holds `outage` is read."""
    line = json.dumps({**CALL, "known": {"known_outage": outage}}, ensure_ascii=False)
    (conversation,) = read_transcripts([line], file="calls.jsonl")
    assert isinstance(conversation, Conversation)
    return conversation.known.known_outage


def test_planned_outage_is_told_with_cause_and_end() -> None:
    outage = {"kind": "planned", "expected_end": "2026-03-02T17:30:00+08:00", "cause": "换杆"}
    assert known_outage_of(outage) == "计划检修，换杆，预计3月2日17:30前恢复供电"


def test_end_that_is_no_moment_is_kept_as_written() -> None:
    assert known_outage_of({"kind": "fault", "area": "柳巷", "until": "傍晚"}) == "线路故障，柳巷，预计傍晚前恢复供电"


@pytest.mark.parametrize("nothing", [None, {}, {"id": 7}])
def test_nothing_told_is_no_outage(nothing: object) -> None:
    assert known_outage_of(nothing) is None


def test_words_stay_as_they_are() -> None:
    assert known_outage_of("线路故障：东街") == "线路故障：东街"
