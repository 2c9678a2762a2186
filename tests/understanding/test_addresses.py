"""Addresses: what callers say, against what a repair order would carry (addresses.yaml)."""

from pathlib import Path

import pytest
import yaml

from warmwatt.conversations import Turn
from warmwatt.understanding import Situation
from warmwatt.understanding._facts import read_facts

TABLE = yaml.safe_load((Path(__file__).parent / "addresses.yaml").read_text(encoding="utf-8"))


def bare(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).casefold()


def address_in(text: str) -> str | None:
    facts = read_facts(Turn(who="customer", text=text), Situation())
    return next((fact.value for fact in facts if fact.key == "address"), None)


@pytest.mark.parametrize(("said", "wanted"), TABLE, ids=[row[0] for row in TABLE])
def test_address_is_what_a_repair_order_would_carry(said: str, wanted: str | None) -> None:
    heard = address_in(said)
    assert (bare(heard) if heard else None) == (bare(wanted) if wanted else None)
