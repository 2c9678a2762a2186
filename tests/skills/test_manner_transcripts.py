"""Whole calls and chats, kind and unkind, against what a reviewer said of the agent's manner."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from warmwatt.conversations import Conversation, Labels, Turn, read_transcripts
from warmwatt.evaluation._conversations import kappa
from warmwatt.handbook import shipped_handbook
from warmwatt.procedures import FlowBook
from warmwatt.skills import Coach, Session, all_skills
from warmwatt.understanding import LayeredReader, Reader, Reading, Situation, State

HANDBOOK = shipped_handbook("jiangzhou")
TRANSCRIPTS = Path(__file__).parent / "transcripts"
OWN = ("greeting.", "listening.", "language.", "emotion.", "safety.", "closing.")
SKILLS = tuple(skill for skill in all_skills(handbook=HANDBOOK) if skill.criterion.startswith(OWN))
Pair = tuple[str, str]


@dataclass(frozen=True)
class Labelled:
    """The customer's states as the reviewer labelled them, everything else as the reader hears it."""

    labels: Labels
    reader: Reader
    layers: tuple[str, ...] = ("labels",)

    def read(self, turn: Turn, situation: Situation) -> Reading:
        heard = self.reader.read(turn, situation)
        label = self.labels.customer_state.get(situation.turns)
        return Reading(
            topics=heard.topics,
            state=State(label=label, confidence=0.9) if label else None,
            facts=heard.facts,
            acts=heard.acts,
            promises=heard.promises,
        )


def conversations(path: Path) -> list[Conversation]:
    read = read_transcripts(path.read_text(encoding="utf-8").splitlines(), file=path.name)
    return [each for each in read if isinstance(each, Conversation)]


def own_transcripts() -> list[Conversation]:
    return [each for path in sorted(TRANSCRIPTS.glob("manner_*.jsonl")) for each in conversations(path)]


def coach_with(reader: Reader) -> Coach:
    return Coach(reader=reader, flows=FlowBook(handbook=HANDBOOK), skills=SKILLS)


def judged(conversation: Conversation, reader: Reader) -> tuple[list[Pair], list[str]]:
    """Every (judged, labelled) pair, and the differences in words."""
    assert conversation.labels is not None
    coach = coach_with(reader)
    session, _heard = coach.listen(conversation)
    labels = conversation.labels.criteria
    verdicts = [verdict for verdict in coach.judge(session) if verdict.criterion in labels]
    pairs: list[Pair] = [(verdict.outcome, labels[verdict.criterion].verdict) for verdict in verdicts]
    wrong = [
        f"{conversation.id} {verdict.criterion}: {verdict.outcome}{verdict.turns}, not {label}"
        for verdict, (outcome, label) in zip(verdicts, pairs, strict=True)
        if outcome != label
    ]
    return pairs, wrong


@pytest.fixture(scope="module")
def reader() -> Reader:
    return LayeredReader(handbook=HANDBOOK)


def test_there_are_calls_and_chats_with_every_verdict_of_every_criterion_that_can_have_it() -> None:
    labelled: dict[str, set[str]] = {}
    for conversation in own_transcripts():
        assert conversation.labels is not None
        for criterion, label in conversation.labels.criteria.items():
            labelled.setdefault(criterion, set()).add(label.verdict)
    assert {conversation.channel for conversation in own_transcripts()} == {"phone", "chat"}
    assert len(labelled) == len(SKILLS)
    assert all({"pass", "fail"} <= verdicts for verdicts in labelled.values())


@pytest.mark.parametrize("conversation", own_transcripts(), ids=lambda conversation: conversation.id)
def test_own_transcript_is_judged_as_labelled(conversation: Conversation, reader: Reader) -> None:
    assert conversation.labels is not None
    _pairs, wrong = judged(conversation, Labelled(labels=conversation.labels, reader=reader))
    assert len(wrong) <= 1, wrong


def test_own_transcripts_agree_as_the_desk_hears_them(reader: Reader) -> None:
    pairs = [pair for conversation in own_transcripts() for pair in judged(conversation, reader)[0]]
    assert kappa(pairs) >= 0.88


def test_every_fail_points_at_a_turn_of_the_agent(reader: Reader) -> None:
    coach = coach_with(reader)
    for conversation in own_transcripts():
        session, _heard = coach.listen(conversation)
        for verdict in coach.judge(session):
            who = [conversation.turns[turn].who for turn in verdict.turns]
            assert verdict.outcome != "fail" or (who and set(who) == {"agent"}), (conversation.id, verdict)
            assert verdict.outcome != "na" or not verdict.turns, (conversation.id, verdict)


def test_a_session_survives_being_written_down_after_every_turn(reader: Reader) -> None:
    coach = coach_with(reader)
    for conversation in own_transcripts()[::5]:
        session = coach.begin(channel=conversation.channel, known=conversation.known)
        for turn in conversation.turns:
            session = coach.from_json(coach.to_json(coach.hear(session, turn).session))
        assert coach.judge(session) == coach.judge(coach.listen(conversation)[0])


def test_a_session_stays_small_however_long_the_conversation(reader: Reader) -> None:
    coach = coach_with(reader)
    conversation = own_transcripts()[0]

    def size_after(rounds: int) -> int:
        session: Session = coach.begin(channel="phone", known=conversation.known)
        for _round in range(rounds):
            for turn in conversation.turns:
                session = coach.hear(session, turn).session
        return len(str(coach.to_json(session)["skills"]))

    assert size_after(12) < size_after(3) * 1.3


@pytest.mark.shared
def test_sample_conversations_agree(shared_data: Path, reader: Reader) -> None:
    samples = conversations(shared_data / "samples" / "conversations.jsonl")
    pairs = [pair for conversation in samples for pair in judged(conversation, reader)[0]]
    assert kappa(pairs) >= 0.85
