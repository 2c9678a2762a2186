"""vCon, the IETF's container for conversations (draft-ietf-vcon-vcon-core), in and out.

The parties are the agent and the customer; each turn is a text dialog. What vCon has no place for (what the records
knew, a reviewer's labels) travels as an attachment and an analysis, so that nothing is lost on the way there and back.
"""

import json
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter

from warmwatt.conversations._conversation import Conversation, Known, Labels, Turn
from warmwatt.conversations._read_transcript import TranscriptProblem, conversation_of

AGENT, CUSTOMER = 0, 1
SPACE = uuid.UUID("6f1c2f4e-7c1d-5d0a-9a53-77617474a001")
KNOWN_PURPOSE, LABELS_TYPE = "warmwatt.known", "warmwatt.labels"
_KNOWN: TypeAdapter[Known] = TypeAdapter(Known)
_LABELS: TypeAdapter[Labels] = TypeAdapter(Labels)


def write_vcon(conversation: Conversation) -> str:
    """This function will return the conversation as vCon JSON; the same conversation gives the same text."""
    start = conversation.start.isoformat()
    whole: dict[str, Any] = {
        "vcon": "0.3.0",
        "uuid": str(uuid.uuid5(SPACE, conversation.id)),
        "created_at": start,
        "subject": conversation.id,
        "parties": [_agent(conversation), _customer(conversation)],
        "dialog": [_dialog(conversation, turn) for turn in conversation.turns],
        "attachments": [_attached(conversation, start)],
        "analysis": list(_analysis(conversation)),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _agent(conversation: Conversation) -> dict[str, Any]:
    agent = {"role": "agent", "name": conversation.agent.number, "org": conversation.agent.centre}
    return {key: value for key, value in agent.items() if value}


def _customer(conversation: Conversation) -> dict[str, Any]:
    known = conversation.known
    customer = {"role": "customer", "name": known.name, "tel": known.contact}
    return {key: value for key, value in customer.items() if value}


def _dialog(conversation: Conversation, turn: Turn) -> dict[str, Any]:
    party = AGENT if turn.who == "agent" else CUSTOMER
    dialog: dict[str, Any] = {
        "type": "text",
        "start": (conversation.start + timedelta(seconds=turn.start)).isoformat(),
        "parties": [party],
        "originator": party,
        "mediatype": "text/plain",
        "body": turn.text,
        "encoding": "none",
        # The moment to the microsecond is not the number of seconds that was written; both are kept.
        "meta": {"offset": turn.start},
    }
    if turn.end is not None:
        dialog["duration"] = round(turn.end - turn.start, 3)
        dialog["meta"]["end"] = turn.end
    return dialog


def _attached(conversation: Conversation, start: str) -> dict[str, Any]:
    body = {"channel": conversation.channel, "known": _KNOWN.dump_python(conversation.known, exclude_none=True)}
    return {
        "purpose": KNOWN_PURPOSE,
        "start": start,
        "party": AGENT,
        "mediatype": "application/json",
        "encoding": "json",
        "body": body,
    }


def _analysis(conversation: Conversation) -> Iterator[dict[str, Any]]:
    if conversation.labels is not None:
        yield {
            "type": LABELS_TYPE,
            "dialog": list(range(len(conversation.turns))),
            "vendor": "warmwatt",
            "mediatype": "application/json",
            "encoding": "json",
            "body": _LABELS.dump_python(conversation.labels, mode="json"),
        }


def read_vcon(text: str, *, file: str) -> Conversation | TranscriptProblem:
    """This function will return the conversation that a vCon holds, or the first thing that is wrong with it."""

    def problem(field: str, message: str) -> TranscriptProblem:
        return TranscriptProblem(file=file, line=1, field=field, message=message)

    try:
        whole = json.loads(text)
        raw = _raw(whole)
    except json.JSONDecodeError as error:
        return TranscriptProblem(
            file=file, line=error.lineno, field="", message=f"not JSON: {error.msg} 不是有效的 JSON"
        )
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        return problem("dialog", f"is not a vCon that can be read: {error!r} 不是可读的 vCon")
    return next(iter(conversation_of(raw, problem=problem)))


def _raw(whole: dict[str, Any]) -> dict[str, Any]:
    texts = [dialog for dialog in whole["dialog"] if dialog.get("type") == "text"]
    start = min((datetime.fromisoformat(dialog["start"]) for dialog in texts), default=None)
    created = datetime.fromisoformat(whole["created_at"])
    offsets = any("offset" in dialog.get("meta", {}) for dialog in texts)
    begins = created if offsets or start is None else start
    held: dict[str, Any] = next(
        (each["body"] for each in whole.get("attachments", []) if each.get("purpose") == KNOWN_PURPOSE), {}
    )
    agents = [index for index, party in enumerate(whole["parties"]) if party.get("role") == "agent"]
    agent = whole["parties"][agents[0]] if agents else {}
    return {
        "id": whole.get("subject") or whole["uuid"],
        "channel": held.get("channel", "chat"),
        "start": begins.isoformat(),
        "agent": {"number": agent.get("name", ""), "centre": agent.get("org", "")},
        "known": held.get("known") or _known_party(whole, agents),
        "turns": [_turn(dialog, begins, agents) for dialog in texts],
        "labels": next((each["body"] for each in whole.get("analysis", []) if each["type"] == LABELS_TYPE), None),
    }


def _known_party(whole: dict[str, Any], agents: list[int]) -> dict[str, Any]:
    customer: dict[str, Any] = next((party for index, party in enumerate(whole["parties"]) if index not in agents), {})
    return {"name": customer.get("name"), "contact": customer.get("tel")}


def _turn(dialog: dict[str, Any], begins: datetime, agents: list[int]) -> dict[str, Any]:
    speaker = dialog.get("originator", (dialog.get("parties") or [CUSTOMER])[0])
    meta = dialog.get("meta", {})
    start = meta.get("offset", (datetime.fromisoformat(dialog["start"]) - begins).total_seconds())
    end = meta.get("end")
    if end is None and dialog.get("duration") is not None and "offset" not in meta:
        end = start + dialog["duration"]
    return {"who": "agent" if speaker in agents else "customer", "text": dialog["body"], "start": start, "end": end}
