"""Transcripts in and out: nothing is lost, and a broken line spoils only itself."""

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import vcon
from hypothesis import given
from hypothesis import strategies as st

from warmwatt.conversations import (
    Agent,
    Conversation,
    CriterionLabel,
    Known,
    Labels,
    PromiseLabel,
    TranscriptProblem,
    Turn,
    read_transcripts,
    read_vcon,
    write_transcript,
    write_vcon,
)

GOOD = {
    "id": "one",
    "channel": "phone",
    "start": "2026-07-14T19:20:00+08:00",
    "turns": [{"who": "customer", "start": 0.0, "end": 2.5, "text": "我家停电了"}],
}


def read(*rows: object) -> list[Conversation | TranscriptProblem]:
    """What comes of these lines."""
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    return list(read_transcripts(lines, file="calls.jsonl"))


words = st.text(min_size=1, max_size=40).filter(lambda text: text.isprintable())
seconds = st.integers(0, 3_600_000).map(lambda milli: milli / 1000)


@st.composite
def turns(draw: st.DrawFn) -> Turn:
    """A turn of a phone call or a chat."""
    start = draw(seconds)
    end = draw(st.none() | st.just(start + 1.5))
    return Turn(who=draw(st.sampled_from(["agent", "customer"])), text=draw(words), start=start, end=end)


@st.composite
def conversations(draw: st.DrawFn) -> Conversation:
    """A conversation, labelled or not."""
    labels = Labels(
        topics=("outage.report",),
        customer_state={1: "anxious"},
        criteria={"greeting.identify": CriterionLabel(verdict="pass", turns=(0,))},
        promises=(PromiseLabel(turn=2, kind="restore", minutes=60), PromiseLabel(turn=3, kind="send", until="today")),
        facts={"address": "翠园3号楼", "amount_yuan": 320.5},
    )
    return Conversation(
        id=draw(words),
        channel=draw(st.sampled_from(["phone", "chat"])),
        start=datetime(2026, 7, 14, 19, 20, tzinfo=timezone(timedelta(hours=8)))
        + timedelta(minutes=draw(st.integers(0, 9))),
        agent=Agent(number="2047", centre="江州电力客服中心"),
        known=draw(st.sampled_from([Known(), Known(account="3101024477", name="李敏", arrears_yuan=0.0)])),
        turns=tuple(draw(st.lists(turns(), max_size=5))),
        labels=draw(st.none() | st.just(labels)),
    )


class TestJsonLines:
    """The transcript format."""

    @given(conversations())
    def test_what_is_written_is_read_back_whole(self, conversation: Conversation) -> None:
        assert read(write_transcript(conversation)) == [conversation]

    def test_a_broken_line_names_its_place_and_the_rest_is_read(self) -> None:
        found = read(GOOD, "{broken", {**GOOD, "id": "two"})
        assert [isinstance(each, Conversation) for each in found] == [True, False, True]
        assert str(found[1]).startswith("calls.jsonl:2:")

    def test_a_wrong_field_is_named(self) -> None:
        wrong = {**GOOD, "turns": [{"who": "robot", "text": "喂"}]}
        (found,) = read(wrong)
        assert isinstance(found, TranscriptProblem)
        assert (found.line, found.field) == (1, "turns.0.who")

    def test_a_missing_field_is_named(self) -> None:
        (found,) = read({key: value for key, value in GOOD.items() if key != "start"})
        assert isinstance(found, TranscriptProblem)
        assert found.field == "start"

    def test_a_time_without_zone_is_refused(self) -> None:
        (found,) = read({**GOOD, "start": "2026-07-14T19:20:00"})
        assert isinstance(found, TranscriptProblem)
        assert "time zone" in found.message

    def test_a_turn_that_ends_before_it_starts_is_refused(self) -> None:
        (found,) = read({**GOOD, "turns": [{"who": "agent", "text": "喂", "start": 3.0, "end": 2.0}]})
        assert isinstance(found, TranscriptProblem)
        assert found.field == "turns.0.end"

    def test_empty_lines_are_passed_over(self) -> None:
        assert len(read("", "  ", GOOD)) == 1

    def test_the_labelled_samples_are_read(self, shared_data: Path) -> None:
        with (shared_data / "samples" / "conversations.jsonl").open(encoding="utf-8") as lines:
            found = list(read_transcripts(lines, file="conversations.jsonl"))
        assert all(isinstance(each, Conversation) for each in found)
        assert len(found) == 12


class TestVcon:
    """The IETF container."""

    @given(conversations())
    def test_what_is_written_is_read_back_whole(self, conversation: Conversation) -> None:
        assert read_vcon(write_vcon(conversation), file="one.vcon") == conversation

    def test_the_vcon_package_finds_its_parties_and_dialog(self) -> None:
        (conversation,) = read(GOOD)
        assert isinstance(conversation, Conversation)
        parsed = vcon.Vcon.build_from_json(write_vcon(conversation))
        assert [party.to_dict()["role"] for party in parsed.parties] == ["agent", "customer"]
        assert [each["body"] for each in parsed.dialog] == ["我家停电了"]

    def test_one_made_elsewhere_is_read_by_its_originators(self) -> None:
        other = {
            "vcon": "0.0.1",
            "uuid": "018e3f72-c3a8-8b8e-b468-6ebf2e2e8c14",
            "created_at": "2026-07-14T19:00:00+08:00",
            "parties": [{"tel": "+8613800001234", "name": "李敏"}, {"role": "agent", "name": "2047"}],
            "dialog": [
                {
                    "type": "text",
                    "start": "2026-07-14T19:20:00+08:00",
                    "parties": [0],
                    "originator": 0,
                    "body": "停电了",
                },
                {"type": "text", "start": "2026-07-14T19:20:05+08:00", "parties": [1], "originator": 1, "body": "您好"},
                {"type": "recording", "start": "2026-07-14T19:20:05+08:00", "parties": [0, 1]},
            ],
        }
        found = read_vcon(json.dumps(other), file="other.vcon")
        assert isinstance(found, Conversation)
        assert [(turn.who, turn.start) for turn in found.turns] == [("customer", 0.0), ("agent", 5.0)]
        assert found.known.name == "李敏"

    def test_something_else_is_answered_clearly(self) -> None:
        for text in ("{}", "[]", "nonsense", '{"vcon": "1", "dialog": 3}'):
            assert isinstance(read_vcon(text, file="x"), TranscriptProblem)
