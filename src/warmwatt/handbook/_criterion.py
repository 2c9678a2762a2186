"""What a criterion of service asks, in plain words: when it arises, what meets it, what misses it."""

from typing import ClassVar

from pydantic import Field

from warmwatt.handbook._entry import Entry


class Criterion(Entry):
    """The rule behind a verdict, shown when it is asked why; the id is the criterion's own, such as `safety.first`."""

    folder: ClassVar[str] = "criteria"

    arises: str = Field(min_length=1)
    met: str = Field(min_length=1)
    missed: str = Field(min_length=1)
