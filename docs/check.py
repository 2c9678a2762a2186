"""Checks that the documents are true: links lead somewhere; every room, setting, command and criterion is described.

Run by `make check`. It fails with the place and the mend.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "warmwatt"
REFERENCE = ROOT / "docs" / "reference"
NO_ROOM = {"handbooks", "__pycache__"}


def main() -> int:
    """This function will print every problem and return 1 where there is any."""
    problems = [*dead_links(), *undocumented_rooms(), *undocumented_settings(), *undocumented_commands()]
    for problem in problems:
        print(problem)
    print(f"docs: {len(list(documents()))} documents, {len(problems)} problems")
    return 1 if problems else 0


def documents() -> Iterator[Path]:
    """This function will yield every document of the repository."""
    yield from ROOT.glob("*.md")
    yield from (ROOT / "docs").rglob("*.md")


def dead_links() -> Iterator[str]:
    """This function will name each relative link or picture that leads nowhere."""
    for document in documents():
        for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
            path = target.split("#")[0]
            if path and "://" not in target and not (document.parent / path).exists():
                yield f"{document.relative_to(ROOT)}: the link {target} leads nowhere"


def undocumented_rooms() -> Iterator[str]:
    """This function will name each room that docs/reference/rooms.md does not describe."""
    text = (REFERENCE / "rooms.md").read_text(encoding="utf-8")
    for room in sorted(path.name for path in SOURCE.iterdir() if path.is_dir() and path.name not in NO_ROOM):
        if f"`{room}/`" not in text:
            yield f"docs/reference/rooms.md: does not describe the room {room}/"


def undocumented_settings() -> Iterator[str]:
    """This function will name each environment variable that docs/reference/settings.md does not describe."""
    text = (REFERENCE / "settings.md").read_text(encoding="utf-8")
    used = {name for path in SOURCE.rglob("*.py") for name in re.findall(r"\"(WARMWATT_[A-Z_]+)\"", path.read_text())}
    for name in sorted(used):
        if f"`{name}`" not in text:
            yield f"docs/reference/settings.md: does not describe {name}"


def undocumented_commands() -> Iterator[str]:
    """This function will name each command that docs/reference/commands.md does not describe."""
    from warmwatt.commands import app

    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    names += [group.name for group in app.registered_groups if group.name]
    for name in sorted(names):
        if f"`warmwatt {name}" not in text:
            yield f"docs/reference/commands.md: does not describe `warmwatt {name}`"


if __name__ == "__main__":
    sys.exit(main())
