"""Who the demo customers are: names, telephone numbers, addresses and what they are billed by. Drawn from a seed."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from warmwatt.desk.demo._network import Place
from warmwatt.desk.demo._pages import demo_page

CUSTOMERS = 5_000
ACCOUNT_STEP = 7_919
ACCOUNT_ROUND = 799_999
STREET_NUMBERS = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One demo customer with one contract; fixed use is in kWh, None where it is drawn."""

    account: str
    name: str
    phone: str
    transformer: str
    address: str
    category: str = "residential"
    time_of_use: bool = False
    household: str = ""
    life_support: bool = False
    owes_bills: int = 0
    kwh_by_month: tuple[int, ...] = ()
    last_kwh: int | None = None


def draw_people(places: tuple[Place, ...], rng: np.random.Generator) -> tuple[Person, ...]:
    """This function will return the named customers and, with them, about five thousand drawn ones."""
    named = _named(places)
    words = demo_page("people")
    drawn: list[Person] = []
    taken = {(person.transformer, person.address) for person in named}
    each = (CUSTOMERS - len(named)) // len(places)
    spare = CUSTOMERS - len(named) - each * len(places)
    for index, place in enumerate(places):
        for _ in range(each + (index < spare)):
            person = _person(len(drawn), place, words, rng, taken)
            taken.add((person.transformer, person.address))
            drawn.append(person)
    return (*named, *drawn)


def _named(places: tuple[Place, ...]) -> tuple[Person, ...]:
    by_name = {(place.name, place.part): place for place in places}
    return tuple(_named_one(dict(page), by_name) for page in demo_page("customers"))


def _named_one(page: dict[str, Any], by_name: dict[tuple[str, int], Place]) -> Person:
    place = by_name[page.pop("place"), page.pop("transformer")]
    address = _full(place, page.pop("address"))
    use = tuple(page.pop("kwh_by_month", ()))
    return Person(transformer=place.transformer, address=address, kwh_by_month=use, **page)


def _person(
    index: int, place: Place, words: dict[str, Any], rng: np.random.Generator, taken: set[tuple[str, str]]
) -> Person:
    shop = place.sort == "street"
    address = _full(place, _door(place, rng))
    while (place.transformer, address) in taken:
        address = _full(place, _door(place, rng))
    return Person(
        account=f"3101{200_000 + index * ACCOUNT_STEP % ACCOUNT_ROUND:06d}",
        name=_shop_name(place, words, rng) if shop else _name(words, rng),
        phone=f"1{rng.choice([38, 39, 50, 58, 77, 89])}1000{index:04d}",
        transformer=place.transformer,
        address=address,
        category="commercial_single" if shop else "residential",
        time_of_use=bool(rng.random() < (0.25 if shop else 0.18)),
        household="" if shop else _household(rng),
        life_support=bool(not shop and rng.random() < 0.004),
        owes_bills=int(rng.choice([1, 2, 3], p=[0.6, 0.3, 0.1])) if rng.random() < 0.03 else 0,
    )


def _full(place: Place, door: str) -> str:
    return f"江州市{place.district}{place.name}{door}"


def _door(place: Place, rng: np.random.Generator) -> str:
    if place.sort == "estate":
        building = (place.part - 1) * 6 + int(rng.integers(1, 7))
        return f"{building}号楼{rng.integers(1, 4)}单元{rng.integers(1, 19)}0{rng.integers(1, 5)}"
    if place.sort == "village":
        return f"{(place.part - 1) * 4 + int(rng.integers(1, 5))}组{rng.integers(1, 80)}号"
    return f"{(place.part - 1) * STREET_NUMBERS + int(rng.integers(1, STREET_NUMBERS))}号"


def _name(words: dict[str, Any], rng: np.random.Generator) -> str:
    # Squaring the draw leans on the front of the list, where the common surnames stand.
    surnames = words["surnames"]
    surname = surnames[int(rng.random() ** 2 * len(surnames))]
    last = words["given_last"][int(rng.integers(len(words["given_last"])))]
    first = words["given_first"][int(rng.integers(len(words["given_first"])))] if rng.random() < 0.8 else ""
    return f"{surname}{first}{last}"


def _shop_name(place: Place, words: dict[str, Any], rng: np.random.Generator) -> str:
    plant = place.name.startswith(("工业", "物流", "港口"))
    names = words["plants" if plant else "shops"]
    return f"{place.name}{names[int(rng.integers(len(names)))]}"


def _household(rng: np.random.Generator) -> str:
    draw = rng.random()
    if draw < 0.03:
        return f"people:{rng.integers(5, 8)}"
    return "low_income" if draw < 0.055 else ""
