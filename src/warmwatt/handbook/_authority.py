"""The authority table: what an agent may promise flat, what needs applying or checking first, and who may grant it."""

from typing import ClassVar, Literal

from pydantic import Field

from warmwatt.handbook._entry import Entry


class AuthorityRule(Entry):
    """One matter that an agent cannot settle alone, such as a compensation or the result of a check.

    `promised` are patterns that promise it flat, none where only the tone of a sentence meets the rule; `asked` are
    patterns by which a customer asks for it; a sentence that one of `unless` is found in promises nothing. `grants`
    names who may decide. `better` says it within authority; `alternatives` are what can be offered instead.
    """

    folder: ClassVar[str] = "authority"

    matter: str
    grants: str
    level: Literal["needs_hedge", "beyond"]
    promised: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    better: tuple[str, ...] = Field(min_length=1)
    alternatives: tuple[str, ...] = Field(min_length=1)
