"""Standard time limits: what a company, a standard or a rule grants every customer, from when, by which document."""

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from warmwatt.handbook._entry import Entry, Part
from warmwatt.handbook._restoration import Area


class LimitExample(Part):
    """A worked limit: recomputed by the tests (`since` and `due` are ISO times with their zone)."""

    since: str
    due: str


class StandardLimit(Entry):
    """One dated limit. A promise within it may be made flat; `promise` names the kinds of spoken promise it covers.

    `matter` is the case's matter (empty: any); `words` are patterns by which the promise is recognised where kind and
    matter alone do not tell it. The limit is `minutes`, or `until` in the tokens of `quantities.resolve_limit`.
    """

    folder: ClassVar[str] = "limits"
    computes: ClassVar[bool] = True

    company: str
    edition: str = ""
    matter: str = ""
    area: Area | None = None
    promise: tuple[Literal["arrive", "restore", "callback", "answer", "visit", "send", "other"], ...] = ()
    minutes: int | None = Field(default=None, gt=0)
    until: str = ""
    words: tuple[str, ...] = ()
    say: str
    examples: tuple[LimitExample, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_one_limit(self) -> "StandardLimit":
        if (self.minutes is None) == (not self.until):
            raise ValueError("a limit is given in minutes or in words, not both")
        return self
