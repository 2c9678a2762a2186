"""Everything said to people is said in Chinese, and the compiled words are those of the source."""

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

SOURCE = Path(__file__).parents[2] / "src" / "warmwatt"
WORDS = SOURCE / "workbench" / "locale" / "zh_Hans" / "LC_MESSAGES"
CALLS = {"_", "gettext", "gettext_lazy"}


@pytest.fixture(scope="module")
def translated() -> dict[str, str]:
    """The Chinese of each message."""
    with (WORDS / "django.po").open("rb") as source:
        catalog = read_po(source)
    plain = (message for message in catalog if message.id and isinstance(message.id, str) and not message.context)
    return {str(message.id): str(message.string) for message in plain}


def said_in_code() -> Iterator[str]:
    """Every message that Python code says."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS
            if named and node.args and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


def said_in_pages() -> Iterator[str]:
    """Every message that a template says."""
    for path in (SOURCE / "workbench" / "templates").rglob("*.html"):
        for found in re.findall(r"{%\s*translate\s+(?:\"([^\"]+)\"|'([^']+)')", path.read_text(encoding="utf-8")):
            yield found[0] or found[1]


def test_every_message_has_its_chinese(translated: dict[str, str]) -> None:
    missing = {message for message in (*said_in_code(), *said_in_pages()) if not translated.get(message)}
    assert missing == set()


def test_the_compiled_words_are_those_of_the_source(translated: dict[str, str]) -> None:
    with (WORDS / "django.mo").open("rb") as compiled:
        catalog = gettext.GNUTranslations(compiled)
    assert {message: catalog.gettext(message) for message in translated} == translated
