"""The yardstick for agent lines: what is counted, and that the shipped handbook reaches its bars."""

import json
from pathlib import Path

import pytest

from warmwatt.conversations import Turn
from warmwatt.evaluation import measure_agent_lines
from warmwatt.handbook import shipped_handbook
from warmwatt.understanding import Act, LayeredReader, Reading, Situation, SpokenPromise


class ScriptedReader:
    """Reads each text as the script says."""

    layers = ("scripted",)

    def __init__(self, **script: Reading) -> None:
        self._script = script

    def read(self, turn: Turn, situation: Situation) -> Reading:
        return self._script[turn.text]


def measured(row: dict[str, object], reading: Reading, broken: set[str] | None = None) -> dict[str, float]:
    reader = ScriptedReader(line=reading)
    return measure_agent_lines([{"text": "line", **row}], reader=reader, violations=lambda _text: broken or set())


def test_right_kind_with_wrong_minutes_is_found_but_not_accurate() -> None:
    row = {"promises": [{"kind": "arrive", "minutes": 60}]}
    found = measured(row, Reading(promises=(SpokenPromise(kind="arrive", minutes=45),)))
    assert (found["promise_f1"], found["promise_minutes_accuracy"]) == (1.0, 0.0)


def test_worded_limit_counts_only_where_one_is_labelled() -> None:
    reading = Reading(promises=(SpokenPromise(kind="restore", until="18:00"),))
    assert measured({"promises": [{"kind": "restore", "minutes": None}]}, reading)["promise_minutes_accuracy"] == 1.0
    labelled = {"promises": [{"kind": "restore", "minutes": None, "until": "20:00"}]}
    assert measured(labelled, reading)["promise_minutes_accuracy"] == 0.0


def test_acts_that_no_reviewer_marks_are_not_scored() -> None:
    reading = Reading(acts=(Act(kind="apology"), Act(kind="hold")))
    assert measured({"acts": ["apology"]}, reading)["act_f1"] == 1.0


def test_missed_and_invented_violations_both_cost() -> None:
    row = {"violations": ["language.courtesy"]}
    assert measured(row, Reading(), {"language.courtesy"})["violation_f1"] == 1.0
    assert measured(row, Reading(), {"safety.first"})["violation_f1"] == 0.0


@pytest.mark.shared
def test_promises_and_acts_of_labelled_lines_reach_the_bar(shared_data: Path) -> None:
    file = shared_data / "samples" / "agent-lines.jsonl"
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    reader = LayeredReader(handbook=shipped_handbook("jiangzhou"), layers=("patterns",))
    found = measure_agent_lines(rows, reader=reader, violations=lambda _text: set())
    assert found["promise_f1"] >= 0.92
    assert found["promise_minutes_accuracy"] >= 0.95
    assert found["act_f1"] >= 0.9
