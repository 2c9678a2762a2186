"""A small handbook made for the tests, and the shipped one."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from warmwatt.handbook import Article, Handbook, Search, read_handbook, shipped_handbook

TODAY = date(2026, 11, 23)
MakeArticle = Callable[..., Article]


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture
def article() -> MakeArticle:
    """Makes an article; what a test does not name is plain and sound."""

    def make(**fields: Any) -> Article:
        plain: Mapping[str, Any] = {
            "id": "meter.fast",
            "title": "怀疑电表走得快",
            "subject": "meter_check",
            "questions": ["电表转得太快了"],
            "say": "您可以申请验表。",
            "body": "登记户号，五个工作日内答复。",
            "valid_from": "2026-01-01",
            "source": {"name": "Warmwatt 编写组"},
            "status": "verified",
        }
        return Article.model_validate({**plain, **fields})

    return make


@pytest.fixture
def handbook_of() -> Callable[..., Handbook]:
    """Makes a handbook that holds these articles and nothing else."""

    def make(*articles: Article) -> Handbook:
        return Handbook(name="test", title="测试", entries={Article: {each.id: each for each in articles}})

    return make


@pytest.fixture(scope="session")
def shipped() -> Handbook:
    return shipped_handbook("jiangzhou")


@pytest.fixture(scope="session")
def search(shipped: Handbook) -> Search:
    return Search(shipped)


@pytest.fixture(scope="session")
def spoken_questions() -> list[tuple[str, str]]:
    """Questions as people ask them, with their subject; none stands in an article."""
    held = yaml.safe_load((Path(__file__).parent / "spoken_questions.yaml").read_text(encoding="utf-8"))
    return [(question, subject) for subject, questions in held.items() for question in questions]


@pytest.fixture
def handbook_folder(tmp_path: Path) -> Path:
    """A handbook folder on disk with one sound article, to be damaged."""
    home = tmp_path / "test" / "articles"
    home.mkdir(parents=True)
    (tmp_path / "test" / "handbook.yaml").write_text("name: test\ntitle: 测试\n", encoding="utf-8")
    (home / "meter.fast.md").write_text(SOUND, encoding="utf-8")
    assert read_handbook("test", root=tmp_path).of(Article)
    return tmp_path


SOUND = """---
id: meter.fast
title: 怀疑电表走得快
subject: meter_check
questions: [电表转得太快了]
say: 您可以申请验表。
valid_from: 2026-01-01
source: {name: Warmwatt 编写组}
status: verified
---
登记户号，五个工作日内答复。
"""
