"""Who lives at the contract, as far as prices care."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """How many people are registered (0 where not registered as many), and whether 低保/五保 is granted."""

    people: int = 0
    low_income: bool = False

    @classmethod
    def read(cls, written: str) -> "Household":
        """This function will read what a contract record holds, such as `people:5,low_income`; raises ValueError."""
        people, low_income = 0, False
        for part in filter(None, (part.strip() for part in written.split(","))):
            if part == "low_income":
                low_income = True
            elif part.startswith("people:"):
                people = int(part.removeprefix("people:"))
            else:
                raise ValueError(f"unknown household note {part!r}")
        return cls(people=people, low_income=low_income)

    def written(self) -> str:
        """This function will return the household as a contract record holds it."""
        people = [f"people:{self.people}"] if self.people else []
        return ",".join(people + ["low_income"] * self.low_income)
