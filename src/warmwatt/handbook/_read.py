"""Reads handbook folders. The only place of the deciding rooms that touches the disk.

A handbook is a folder with a `handbook.yaml` (name, title, extends) and one folder for each kind of entry. A YAML file
holds one entry or a list of them; a Markdown file holds one entry: its fields in the front matter, its text as `body`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from warmwatt.handbook._entry import Entry
from warmwatt.handbook._handbook import Handbook
from warmwatt.handbook._kinds import KINDS
from warmwatt.handbook._phrases import PhraseList

SHIPPED = Path(__file__).parent.parent / "handbooks"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong with a content file: where, and what to mend."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class UnreadableHandbook(ValueError):
    """The handbook has content that cannot be read; `problems` name each place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def read_handbook(name: str, *, root: Path = SHIPPED, kinds: Sequence[type[Entry]] = KINDS) -> Handbook:
    """This function will return the handbook `name` with what it extends; or raise UnreadableHandbook."""
    handbook, problems = survey_handbook(name, root=root, kinds=kinds)
    if problems:
        raise UnreadableHandbook(problems)
    return handbook


@lru_cache(maxsize=4)
def shipped_handbook(name: str) -> Handbook:
    """This function will return a handbook that ships with Warmwatt, without its lessons, read once a process."""
    return read_handbook(name, kinds=[kind for kind in KINDS if not kind.lesson])


@lru_cache(maxsize=2)
def shipped_lessons(name: str) -> Handbook:
    """This function will return the lessons of a shipped handbook and the phrase lists they are heard with."""
    return read_handbook(name, kinds=[kind for kind in KINDS if kind.lesson or kind is PhraseList])


def survey_handbook(
    name: str, *, root: Path = SHIPPED, kinds: Sequence[type[Entry]] = KINDS
) -> tuple[Handbook, tuple[Problem, ...]]:
    """This function will return what could be read of the handbook and every problem found on the way."""
    head_path = root / name / "handbook.yaml"
    if not head_path.is_file():
        raise UnreadableHandbook([Problem(place=str(head_path), message="no such handbook")])
    head = _parsed(head_path.read_text(encoding="utf-8"))
    base, problems = survey_handbook(head["extends"], root=root, kinds=kinds) if head.get("extends") else (None, ())
    entries: dict[type[Entry], dict[str, Entry]] = {
        kind: dict(base.entries.get(kind, {})) if base else {} for kind in kinds
    }
    found = list(problems)
    for kind in kinds:
        own, wrong = _entries(root / name, kind)
        found += wrong
        entries[kind].update(own)
    return Handbook(name=name, title=head["title"], place=head.get("place", ""), entries=entries), tuple(found)


def _entries(home: Path, kind: type[Entry]) -> tuple[dict[str, Entry], list[Problem]]:
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for path in sorted((home / kind.folder).rglob("*")):
        if path.suffix not in {".yaml", ".md"}:
            continue
        place = str(path.relative_to(home.parent))
        try:
            for raw in _raw_entries(path):
                entry = kind.model_validate(raw)
                if entry.id in entries:
                    problems.append(Problem(place=place, message=f"id {entry.id!r} is already taken"))
                entries[entry.id] = entry
        except ValidationError as error:
            problems += [_problem(place, detail) for detail in error.errors()]
        except (yaml.YAMLError, ValueError, AttributeError) as error:
            problems.append(Problem(place=place, message=str(error)))
    return entries, problems


def _problem(place: str, detail: Any) -> Problem:
    field = ".".join(map(str, detail["loc"])) or "entry"
    return Problem(place=f"{place}, {field}", message=detail["msg"])


def _raw_entries(path: Path) -> Iterator[dict[str, Any]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        yield _front_matter(text)
        return
    content = _parsed(text)
    yield from content if isinstance(content, list) else [content]


def _front_matter(text: str) -> dict[str, Any]:
    if not text.startswith("---\n") or "\n---\n" not in text[4:]:
        raise ValueError("an article starts with its fields between two lines of ---")
    fields, body = text[4:].split("\n---\n", 1)
    return {**_parsed(fields), "body": body.strip()}


def _parsed(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, in C where it is there
