"""Whole calls and chats, good and bad, against what a reviewer said of them."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from warmwatt.conversations import Conversation, Labels, Turn, read_transcripts
from warmwatt.evaluation._conversations import kappa
from warmwatt.handbook import shipped_handbook
from warmwatt.procedures import FlowBook
from warmwatt.skills import Coach, all_skills
from warmwatt.understanding import LayeredReader, Reader, Reading, Situation, State, Topic

HANDBOOK = shipped_handbook("jiangzhou")
TRANSCRIPTS = Path(__file__).parent / "transcripts"
OWN = (
    "procedure.",
    "authority.",
    "ownership.",
    "escalation.",
    "bill.",
    "business.",
    "complaint.",
)
SKILLS = tuple(skill for skill in all_skills(handbook=HANDBOOK) if skill.criterion.startswith(OWN))


@dataclass(frozen=True)
class Labelled:
    """Topics and states as the reviewer labelled them, everything else as the reader hears it."""

    labels: Labels
    reader: Reader
    layers: tuple[str, ...] = ("labels",)

    def read(self, turn: Turn, situation: Situation) -> Reading:
        heard = self.reader.read(turn, situation)
        label = self.labels.customer_state.get(situation.turns)
        topics = () if situation.states or turn.who == "agent" else self.labels.topics
        return Reading(
            topics=tuple(Topic(label=topic, confidence=0.9) for topic in topics),
            state=State(label=label, confidence=0.9) if label else None,  # type: ignore[arg-type]
            facts=heard.facts,
            acts=heard.acts,
            promises=heard.promises,
        )


def conversations(path: Path) -> list[Conversation]:
    read = list(read_transcripts(path.read_text(encoding="utf-8").splitlines(), file=path.name))
    return [each for each in read if isinstance(each, Conversation)]


def own_transcripts() -> list[Conversation]:
    return [each for path in sorted(TRANSCRIPTS.glob("procedure_*.jsonl")) for each in conversations(path)]


def misses(conversation: Conversation, reader: Reader) -> tuple[list[tuple[str, str]], list[str]]:
    """Every (judged, labelled) pair, and the differences in words."""
    assert conversation.labels is not None
    coach = Coach(reader=reader, flows=FlowBook(handbook=HANDBOOK), skills=SKILLS)
    session, _heard = coach.listen(conversation)
    pairs, wrong = [], []
    for verdict in coach.judge(session):
        label = conversation.labels.criteria.get(verdict.criterion)
        if label is None:
            continue
        pairs.append((verdict.outcome, label.verdict))
        if verdict.outcome != label.verdict:
            wrong.append(
                f"{conversation.id} {verdict.criterion}: {verdict.outcome}{verdict.turns}, not {label.verdict}"
            )
    return pairs, wrong


@pytest.fixture(scope="module")
def reader() -> Reader:
    return LayeredReader(handbook=HANDBOOK)


@pytest.mark.parametrize("conversation", own_transcripts(), ids=lambda conversation: conversation.id)
def test_own_transcript_is_judged_as_labelled(conversation: Conversation, reader: Reader) -> None:
    assert conversation.labels is not None
    _pairs, wrong = misses(conversation, Labelled(labels=conversation.labels, reader=reader))
    assert len(wrong) <= 1, wrong


def test_evidence_points_at_turns_of_the_conversation(reader: Reader) -> None:
    coach = Coach(reader=reader, flows=FlowBook(handbook=HANDBOOK), skills=SKILLS)
    for conversation in own_transcripts():
        session, _heard = coach.listen(conversation)
        for verdict in coach.judge(session):
            assert all(0 <= turn < len(conversation.turns) for turn in verdict.turns), verdict
            assert verdict.outcome != "fail" or verdict.turns, verdict
            assert verdict.outcome != "na" or not verdict.turns, verdict


def test_judging_works_at_any_moment(reader: Reader) -> None:
    coach = Coach(reader=reader, flows=FlowBook(handbook=HANDBOOK), skills=SKILLS)
    for conversation in own_transcripts()[:3]:
        session = coach.begin(channel=conversation.channel, known=conversation.known)
        for turn in conversation.turns:
            assert len(coach.judge(session, finished=False)) == len(SKILLS)
            session = coach.hear(session, turn).session


def test_own_transcripts_agree_as_the_desk_hears_them(reader: Reader) -> None:
    pairs = [pair for conversation in own_transcripts() for pair in misses(conversation, reader)[0]]
    assert kappa(pairs) >= 0.8


@pytest.mark.shared
def test_sample_conversations_agree(shared_data: Path, reader: Reader) -> None:
    pairs = [
        pair
        for conversation in conversations(shared_data / "samples" / "conversations.jsonl")
        for pair in misses(conversation, reader)[0]
    ]
    assert kappa(pairs) >= 0.8
