"""Transcripts as JSON Lines: one conversation a line. A broken line is reported with its place, the rest is read."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from warmwatt.conversations._conversation import Conversation

_CODEC: TypeAdapter[Conversation] = TypeAdapter(Conversation)
_CHINESE = {
    "missing": "缺少此项",
    "literal_error": "取值不在允许范围",
    "string_type": "应为文字",
    "float_type": "应为数字",
    "float_parsing": "应为数字",
    "int_type": "应为整数",
    "datetime_from_date_parsing": "应为带时区的时间",
    "datetime_parsing": "应为带时区的时间",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptProblem:
    """Why a conversation was not read: file, line (1-based), field and what to mend."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        field = f" field {self.field}:" if self.field else ""
        return f"{self.file}:{self.line}:{field} {self.message}"


def read_transcripts(lines: Iterable[str], *, file: str) -> Iterator[Conversation | TranscriptProblem]:
    """This function will yield each conversation, or each thing that is wrong with its line."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield from _read_line(line, file=file, number=number)


def _read_line(line: str, *, file: str, number: int) -> Iterator[Conversation | TranscriptProblem]:
    def problem(field: str, message: str) -> TranscriptProblem:
        return TranscriptProblem(file=file, line=number, field=field, message=message)

    try:
        raw = json.loads(line)
    except json.JSONDecodeError as error:
        yield problem("", f"not JSON: {error.msg} (column {error.colno}) 不是有效的 JSON")
        return
    except RecursionError:
        yield problem("", "nested too deeply 嵌套过深")
        return
    yield from conversation_of(raw, problem=problem)


def conversation_of(raw: Any, *, problem: Any) -> Iterator[Conversation | TranscriptProblem]:
    """This function will yield the conversation that `raw` holds, or `problem(field, message)` for each fault."""
    if not isinstance(raw, dict):
        yield problem("", "an object is wanted 应为一个 JSON 对象")
        return
    try:
        conversation = _CODEC.validate_python(raw)
    except ValidationError as error:
        for detail in error.errors():
            field = ".".join(map(str, detail["loc"]))
            yield problem(field, f"{detail['msg']} {_CHINESE.get(detail['type'], '内容不符')}")
        return
    faults = list(_faults(conversation))
    yield from (problem(field, message) for field, message in faults)
    if not faults:
        yield conversation


def _faults(conversation: Conversation) -> Iterator[tuple[str, str]]:
    if conversation.start.tzinfo is None:
        yield "start", "has no time zone, such as +08:00 缺少时区"
    for index, turn in enumerate(conversation.turns):
        if turn.start < 0:
            yield f"turns.{index}.start", "is before the conversation's start 早于对话开始"
        if turn.end is not None and turn.end < turn.start:
            yield f"turns.{index}.end", "is before the turn's start 结束早于开始"


def write_transcript(conversation: Conversation) -> str:
    """This function will return the conversation as one line of JSON, without what is not known."""
    plain = _CODEC.dump_python(conversation, mode="json", exclude_none=True)
    plain = {key: value for key, value in plain.items() if value not in ({}, [])}
    return json.dumps(plain | {"turns": plain.get("turns", [])}, ensure_ascii=False)
