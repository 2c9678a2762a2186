"""Corrections as training examples, personal data masked: utterances in the handbook's own format, verdicts as rows.

Of a corrected turn, what nobody corrected stands as the desk read it. A fact is told only where masking left its words
whole; a masked number teaches nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import yaml

from warmwatt.conversations import Conversation, Turn, mask_conversation
from warmwatt.desk._coach import the_handbook
from warmwatt.desk._transcripts import transcript_of
from warmwatt.handbook import Utterance, UtteranceSet
from warmwatt.quantities import CHINA, Source
from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord, Correction

STYLE = "corrected"
NUMBERS = {"amount_yuan", "usage_kwh"}


def utterances_of(corrections: Iterable[Correction], *, now: datetime) -> UtteranceSet:
    """This function will return the corrected turns as an utterance set; of equal texts the latest stands."""
    rows: dict[str, Utterance] = {}
    for conversation, made in _by_conversation(corrections):
        masked = masked_transcript(conversation)
        readings = {turn.index: turn.reading for turn in conversation.turns.all()}
        for turn in sorted({each.turn for each in made if each.turn is not None}):
            row = _utterance(masked.turns[turn].text, readings[turn], [each for each in made if each.turn == turn])
            rows[row.text] = row
    return UtteranceSet(
        id=f"utterances.{STYLE}",
        title="质检更正的客户原话",
        valid_from=now.astimezone(CHINA).date(),
        source=Source(name=f"{the_handbook().title}：班长与质检更正"),
        status="verified",
        style=STYLE,
        rows=tuple(rows.values()),
    )


def verdicts_of(corrections: Iterable[Correction]) -> tuple[dict[str, Any], ...]:
    """This function will return the corrected verdicts, each with the turns that decided it."""
    found: list[dict[str, Any]] = []
    for conversation, made in _by_conversation(corrections):
        masked = masked_transcript(conversation)
        card = queries.scorecard_of(conversation.pk)
        verdicts = {row["criterion"]: row for row in card.verdicts} if card else {}
        for each in (each for each in made if each.kind == "verdict"):
            verdict = verdicts.get(each.criterion, {})
            reason, because = masked_words(conversation, each.reason, verdict.get("because", ""))
            found.append(
                {
                    "conversation": conversation.pk,
                    "criterion": each.criterion,
                    "read": each.read[0],
                    "right": each.right[0],
                    "reason": reason,
                    "because": because,
                    "turns": [
                        {"index": index, "who": masked.turns[index].who, "text": masked.turns[index].text}
                        for index in verdict.get("turns", ())
                    ],
                    "made_at": each.made_at.isoformat(),
                }
            )
    return tuple(found)


def written_utterances(found: UtteranceSet) -> str:
    """This function will return the set as a file for a handbook's `utterances/` folder."""
    plain = found.model_dump(mode="json", exclude_defaults=True)
    text: str = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=10_000)
    return text


def masked_transcript(conversation: ConversationRecord) -> Conversation:
    """This function will return a stored conversation with personal data masked, the caller's name too."""
    return _masked(transcript_of(conversation), conversation)


def masked_words(conversation: ConversationRecord, *words: str) -> tuple[str, ...]:
    """This function will return what was written about a conversation with its personal data masked."""
    written = tuple(Turn(who="agent", text=each, start=0.0) for each in words)
    return tuple(turn.text for turn in _masked(replace(transcript_of(conversation), turns=written), conversation).turns)


def _masked(transcript: Conversation, conversation: ConversationRecord) -> Conversation:
    if conversation.caller and conversation.caller != transcript.known.name:
        named = replace(transcript, known=replace(transcript.known, name=conversation.caller))
        transcript = replace(mask_conversation(named), known=transcript.known)
    return mask_conversation(transcript)


def _by_conversation(corrections: Iterable[Correction]) -> Iterator[tuple[ConversationRecord, list[Correction]]]:
    made: dict[str, list[Correction]] = defaultdict(list)
    for each in corrections:
        if each.ended_at is None:
            made[each.conversation_id].append(each)
    found = ConversationRecord.objects.select_related("agent", "contract__customer").prefetch_related("turns")
    for conversation in found.filter(pk__in=made).order_by("started_at"):
        yield conversation, made[conversation.pk]


def _utterance(text: str, reading: Mapping[str, Any], made: Iterable[Correction]) -> Utterance:
    right = {each.kind: each.right for each in made}
    state = right.get("state") or [(reading.get("state") or {}).get("label", "calm")]
    topics = right.get("topics", [topic["label"] for topic in reading.get("topics", ())])
    facts = {
        fact["key"]: _value(fact["key"], fact["value"]) for fact in reading.get("facts", ()) if fact["said"] in text
    }
    return Utterance.model_validate({"text": text, "topics": topics, "state": state[0], "facts": facts})


def _value(key: str, value: str) -> str | float:
    plain = value.replace(".", "", 1)
    return float(value) if key in NUMBERS and plain.isascii() and plain.isdigit() else value
