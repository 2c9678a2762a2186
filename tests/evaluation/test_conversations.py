"""Measuring whole conversations from a file: a broken row is reported with its place, the rest is measured."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from warmwatt.commands._app import app
from warmwatt.commands.evaluate import evaluate

ROW = {
    "id": "one",
    "channel": "chat",
    "start": "2026-03-02T09:00:00+08:00",
    "known": {"known_outage": {"kind": "fault", "cause": "跳闸"}},
    "turns": [{"who": "agent", "start": 0, "text": "在的"}],
    "labels": {"criteria": {"greeting.identify": {"verdict": "fail", "turns": [0]}}},
}
BROKEN = (
    '{"id": "two", ',
    json.dumps({**ROW, "channel": "pigeon"}),
    json.dumps({**ROW, "turns": [{"who": "agent"}]}),
    "[]",
)


@pytest.mark.parametrize("broken", BROKEN)
def test_broken_row_is_reported_with_its_line_and_the_rest_is_measured(broken: str, tmp_path: Path) -> None:
    assert callable(evaluate)
    file = tmp_path / "calls.jsonl"
    file.write_text("\n".join([broken, json.dumps(ROW, ensure_ascii=False)]), encoding="utf-8")
    result = CliRunner().invoke(app, ["evaluate", "conversations", str(file), "--json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["criteria"]["greeting.identify"]["support"] == 1
    assert f"{file}:1:" in result.stderr


def test_file_with_no_readable_conversation_is_said_to_be_so(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    file.write_text("[]\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["evaluate", "conversations", str(file)])
    assert result.exit_code == 2
    assert "没有可读的数据" in result.stderr
