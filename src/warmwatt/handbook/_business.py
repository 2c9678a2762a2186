"""A business that customers apply for: what to bring in each case, where, how long, at what cost."""

from typing import ClassVar

from pydantic import Field

from warmwatt.handbook._entry import Entry, Part


class MaterialCase(Part):
    """What a kind of applicant brings, such as the owner, an agent, a tenant or a company."""

    who: str
    bring: tuple[str, ...] = Field(min_length=1)


class Business(Entry):
    """One business; the first case of materials is the common one. `limit` and `fee` are said as written."""

    folder: ClassVar[str] = "businesses"

    topic: str
    cases: tuple[MaterialCase, ...] = Field(min_length=1)
    conditions: tuple[str, ...] = ()
    channels: tuple[str, ...] = Field(min_length=1)
    limit: str = ""
    fee: str = ""

    def materials_words(self) -> str:
        """This function will return the whole list of the common case, then what others bring besides."""
        first, *others = self.cases
        words = f"办{self.title}，{first.who}请带{'、'.join(first.bring)}"
        for case in others:
            words += f"；{case.who}再带{'、'.join(case.bring)}"
        return words + "。"

    def channel_words(self) -> str:
        """This function will return where it is done, online first, and the limit where one is known."""
        words = f"可以在{'、'.join(self.channels)}办"
        return words + (f"，{self.limit}" if self.limit else "") + "。"
