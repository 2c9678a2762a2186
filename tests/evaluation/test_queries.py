"""The yardstick of search: the right subject first or among the first three, and its parts alone."""

import json
from pathlib import Path

import pytest

from warmwatt.evaluation import measure_queries
from warmwatt.handbook import Search, shipped_handbook


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(shipped_handbook("jiangzhou"))


def test_a_question_that_is_found_counts_in_every_measure(search: Search) -> None:
    measured = measure_queries([{"text": "怎么开电子发票", "subject": "invoice"}], search=search, clock=lambda: 0.0)
    assert {key: measured[key] for key in ("top1", "top3", "bm25_top1", "nothing_found")} == {
        "top1": 1.0,
        "top3": 1.0,
        "bm25_top1": 1.0,
        "nothing_found": 0.0,
    }


def test_a_question_of_another_subject_counts_as_missed(search: Search) -> None:
    measured = measure_queries([{"text": "怎么开电子发票", "subject": "solar"}], search=search)
    assert measured["top3"] == 0.0


def test_no_rows_measure_nothing(search: Search) -> None:
    assert measure_queries([], search=search)["top1"] == 0.0


def test_the_labelled_questions_reach_the_bar(search: Search, shared_data: Path) -> None:
    lines = (shared_data / "samples" / "search-queries.jsonl").read_text(encoding="utf-8").splitlines()
    measured = measure_queries([json.loads(line) for line in lines], search=search)
    assert measured["top3"] >= 0.92
    assert measured["top1"] >= 0.75
