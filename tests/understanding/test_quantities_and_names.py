"""Amounts, usages and names: the disputed or latest one, and numbers that are none (quantities.yaml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from warmwatt.conversations import Turn
from warmwatt.understanding import Situation
from warmwatt.understanding._facts import read_facts

KEYS = ("amount_yuan", "usage_kwh", "name")
TABLE = yaml.safe_load((Path(__file__).parent / "quantities.yaml").read_text(encoding="utf-8"))


def comparable(value: object) -> object:
    try:
        return float(str(value))
    except ValueError:
        return str(value)


@pytest.mark.parametrize("row", TABLE, ids=[row["said"] for row in TABLE])
def test_the_number_or_name_that_matters_is_kept(row: dict[str, Any]) -> None:
    facts = read_facts(Turn(who="customer", text=row["said"]), Situation())
    heard = {fact.key: comparable(fact.value) for fact in facts if fact.key in KEYS}
    assert heard == {key: comparable(row[key]) for key in KEYS if key in row}
