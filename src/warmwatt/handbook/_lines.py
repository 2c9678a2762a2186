"""Single lines as agents say them, labelled with what they do, promise and get wrong."""

from typing import ClassVar, Literal

from pydantic import Field

from warmwatt.handbook._entry import Entry, Part


class LinePromise(Part):
    """A promise as labelled: its kind, and its limit in minutes or in a word (`18:00`, `2_working_days`)."""

    kind: Literal["arrive", "restore", "callback", "answer", "visit", "send", "apply_upward", "other"]
    minutes: int | None = None
    until: str | None = None


class AgentLine(Part):
    """One line of an agent; `violations` are the criteria that it breaks by itself."""

    text: str = Field(min_length=1)
    acts: tuple[str, ...] = ()
    promises: tuple[LinePromise, ...] = ()
    violations: tuple[str, ...] = ()


class LineSet(Entry):
    """Lines of one writer style, from which acts, promises and manners are learnt; styles split train from test."""

    folder: ClassVar[str] = "lines"
    lesson: ClassVar[bool] = True

    style: str
    lines: tuple[AgentLine, ...]
