"""Where a rule, price or limit comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that a rule rests on: its name, number, and a link or page."""

    name: str
    number: str = ""
    link: str = ""
    page: str = ""

    def cited(self) -> str:
        """This function will return the citation as one reads it aloud: 《name》（number）."""
        number = f"（{self.number}）" if self.number else ""
        return f"《{self.name.strip('《》')}》{number}"
