"""Sample phone calls of the demo utility, to be played at the desk turn by turn."""

import json
from typing import Any

from pydantic import TypeAdapter

from warmwatt.conversations import Conversation
from warmwatt.desk.demo._pages import HOME

_CONVERSATION: TypeAdapter[Conversation] = TypeAdapter(Conversation)


def played_calls() -> tuple[Conversation, ...]:
    """This function will return the sample calls in the order of their files, one conversation a line."""
    pages = sorted((HOME / "calls").iterdir(), key=lambda page: page.name)
    return tuple(
        _conversation(json.loads(line))
        for page in pages
        if page.name.endswith(".jsonl")
        for line in page.read_text(encoding="utf-8").splitlines()
        if line.strip()
    )


def _conversation(page: dict[str, Any]) -> Conversation:
    return _CONVERSATION.validate_python(page)
