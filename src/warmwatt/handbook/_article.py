"""Articles: what people ask, the short answer to read aloud, the full answer, and where it comes from."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from warmwatt.handbook._entry import Entry

Subject = Literal[
    "app_registration",
    "arrears_cutoff_restore",
    "capacity_change",
    "close_account",
    "commercial_tariff",
    "compensation_damage",
    "complaint_handling",
    "ev_charger",
    "ev_tariff",
    "invoice",
    "low_income_free_quota",
    "meter_check",
    "multi_person_household",
    "new_supply",
    "outage_self_check",
    "payment_channels",
    "planned_outage",
    "power_factor",
    "privacy_id",
    "property_boundary",
    "reading_cycle",
    "safety_fallen_line",
    "safety_home",
    "safety_typhoon_flood",
    "service_commitments",
    "solar",
    "tier_tariff",
    "tou_tariff",
    "transfer",
    "voltage_quality",
]


class Article(Entry):
    """One answer of the handbook. `body` is Markdown; `say` is at most a few sentences, ready to read aloud.

    `places` empty means everywhere. `related` names articles, `flows` procedures and `prices` price schedules by id.
    `worked` holds worked examples where the answer computes.
    """

    folder: ClassVar[str] = "articles"

    subject: Subject
    questions: tuple[str, ...] = Field(min_length=1)
    say: str = Field(min_length=1)
    body: str = Field(min_length=1)
    places: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    flows: tuple[str, ...] = ()
    prices: tuple[str, ...] = ()
    worked: tuple[str, ...] = ()
    review_on: date | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Article":
        if self.valid_until is not None and self.valid_until <= self.valid_from:
            raise ValueError("valid_until must come after valid_from")
        return self

    def holds_at(self, place: str | None) -> bool:
        """This function will tell whether the article holds at `place`; where no place is given, any article does."""
        if place is None or not self.places:
            return True
        return any(own in place or place in own for own in self.places)
