"""Says the facts back, and notices a readback that says them wrong."""

import re
from dataclasses import dataclass

from warmwatt.understanding._numerals import number_of
from warmwatt.understanding._reading import Reading
from warmwatt.understanding._situation import Situation

NUMBER = re.compile(r"([0-9]+|[零一二三四五六七八九十百两]+)(号楼|栋|幢|座|单元|室|号|层|弄|组)")
TAIL = re.compile(r"尾号(?:是|为)?\s*([0-9]{3,6})")
SAID_BACK = ("address", "since", "symptom", "account", "amount_yuan", "usage_kwh", "contact")
MOST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """A fact that the agent said otherwise than the customer did."""

    key: str
    customer: str
    agent: str


def readback_sentence(situation: Situation) -> str:
    """This function will return one short sentence with the facts heard, asking for confirmation; empty without any."""
    known = {heard.fact.key: heard.fact.value for heard in situation.facts if heard.who == "customer"}
    parts = [_part(key, known[key]) for key in SAID_BACK if known.get(key)][:MOST]
    return f"我跟您确认一下：{'，'.join(parts)}，对吗？" if parts else ""


def _part(key: str, value: str) -> str:
    if key == "contact":
        return f"您的电话是{value}" if len(value) < 7 else f"您的电话尾号{value[-4:]}"
    if key == "account":
        return f"户号{value}"
    if key == "since":
        return value if value.endswith(("开始", "起")) else f"从{value}开始"
    return {"amount_yuan": f"金额{value}元", "usage_kwh": f"电量{value}度"}.get(key, value)


def mismatches(text: str, reading: Reading, situation: Situation) -> tuple[Mismatch, ...]:
    """This function will return every fact of the agent's turn that differs from what the customer said."""
    said = {heard.fact.key: heard.fact.value for heard in situation.facts if heard.who == "customer"}
    found = [
        Mismatch(key=fact.key, customer=said[fact.key], agent=fact.value)
        for fact in reading.facts
        if fact.key in said and _differs(fact.key, said[fact.key], fact.value)
    ]
    tail = TAIL.search(text)
    if tail and said.get("contact") and not said["contact"].endswith(tail[1]) and len(said["contact"]) >= 7:
        found.append(Mismatch(key="contact", customer=said["contact"], agent=tail[1]))
    return tuple(found)


def _differs(key: str, customer: str, agent: str) -> bool:
    if key == "address":
        theirs, ours = _numbers(customer), _numbers(agent)
        return any(unit in ours and ours[unit] != number for unit, number in theirs.items())
    if key == "amount_yuan":
        return float(customer) != float(agent)
    return customer != agent


def _numbers(address: str) -> dict[str, float | None]:
    return {_unit(match[2]): number_of(match[1]) for match in NUMBER.finditer(address)}


def _unit(word: str) -> str:
    return "栋" if word in {"号楼", "栋", "幢", "座"} else word
