"""Service scripts by moment: what a good agent says, in several wordings, ready to speak."""

from typing import ClassVar

from warmwatt.handbook._entry import Entry


class Script(Entry):
    """Wordings for one moment of the service; `{address}`-like places are filled from what is known.

    `moment` is a criterion id, or a criterion id with a case after a colon (`emotion.comfort_first:angry`).
    A line whose places cannot be filled is not offered.
    """

    folder: ClassVar[str] = "scripts"

    moment: str
    lines: tuple[str, ...]
