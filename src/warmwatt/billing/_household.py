"""Who lives at the contract, as far as prices care."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """How many people are registered (0 where not registered as many), and what the household was granted or chose.

    `people_since` is the first day on which the number counts (None: always). `shared` is the choice of the 合表 price
    that large families have in some places.
    """

    people: int = 0
    low_income: bool = False
    people_since: date | None = None
    shared: bool = False
    electric_heating: bool = False

    @classmethod
    def read(cls, written: str) -> "Household":
        """This function will read what a contract record holds, such as `people:5,low_income`; raises ValueError."""
        people, since = 0, None
        flags: dict[str, bool] = {}
        for part in filter(None, (part.strip() for part in written.split(","))):
            key, _, value = part.partition(":")
            if part in FLAGS:
                flags[part] = True
            elif key == "people":
                people = int(value)
            elif key == "since":
                since = date.fromisoformat(value)
            else:
                raise ValueError(f"unknown household note {part!r}")
        return cls(people=people, people_since=since, **flags)

    def written(self) -> str:
        """This function will return the household as a contract record holds it."""
        people = [f"people:{self.people}"] if self.people else []
        since = [f"since:{self.people_since}"] if self.people_since else []
        return ",".join(people + since + [flag for flag in FLAGS if getattr(self, flag)])


FLAGS = ("low_income", "shared", "electric_heating")
