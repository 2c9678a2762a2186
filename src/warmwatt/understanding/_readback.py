"""Says the facts back, and notices a readback that says them wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from warmwatt.understanding._numerals import digits_of, number_of
from warmwatt.understanding._reading import FactKey, Reading
from warmwatt.understanding._situation import Situation

NUMBER = re.compile(r"([0-9]+|[零一二三四五六七八九十百两]+)(号楼|栋|幢|座|单元|室|号|层|弄|组)")
TAIL = re.compile(
    r"(?P<what>户号|账号|电话|手机|号码)?[^,，。]{0,6}尾号(?:是|为)?\s*(?P<digits>[0-9零一二三四五六七八九幺]{3,6})"
)
SAID_BACK: tuple[FactKey, ...] = ("address", "since", "symptom", "account", "amount_yuan", "usage_kwh", "contact")
IN_NUMBERS: frozenset[FactKey] = frozenset({"amount_yuan", "usage_kwh"})
# What only a readback can get wrong: an agent who tells a bill may well name another amount.
ONLY_SAID_BACK = IN_NUMBERS
CUSTOMER_SELF = (
    ("我们家", "您家"),
    ("我家", "您家"),
    ("我们", "您这边"),
    ("咱家", "您家"),
    ("俺家", "您家"),
    ("我", "您"),
)
MOST = 4
SHORT = 24
NAMED = re.compile(r"[\u4e00-\u9fa5]{2,}(?:小区|花园|苑|路|街|巷|村|镇|屯|公寓|大厦|新村|家园|城|里|湾)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """A fact that the agent said otherwise than the customer did."""

    key: str
    customer: str
    agent: str


def readback_sentence(situation: Situation) -> str:
    """This function will return one short sentence with the facts heard, asking for confirmation; empty without any."""
    known = {heard.fact.key: heard.fact.value for heard in situation.facts if heard.who == "customer"}
    if known.get("since", "-") in known.get("symptom", ""):
        known.pop("since")
    parts = [_part(key, known[key]) for key in SAID_BACK if known.get(key)][:MOST]
    return f"我跟您确认一下：{'，'.join(parts)}，对吗？" if parts else ""


def _part(key: FactKey, value: str) -> str:
    if key == "contact":
        return f"您的电话是{value}" if len(value) < 7 else f"您的电话尾号{value[-4:]}"
    if key == "account":
        return f"户号{value}"
    if key == "since":
        return value if value.endswith(("开始", "起")) else f"从{value}开始"
    if key == "symptom":
        return _to_the_customer(value)
    return {"amount_yuan": f"金额{value}元", "usage_kwh": f"电量{value}度"}.get(key, value)


def _to_the_customer(words: str) -> str:
    """The symptom as the agent would say it: 我家没电了 → 您家没电了; only its first part where it is long."""
    for own, theirs in CUSTOMER_SELF:
        words = words.replace(own, theirs)
    first, _, rest = words.partition(",")
    return first if len(words) > SHORT else f"{first}，{rest}" if rest else first


def mismatches(text: str, reading: Reading, situation: Situation) -> tuple[Mismatch, ...]:
    """This function will return every fact of the agent's turn that differs from what the customer said."""
    said = {heard.fact.key: heard.fact.value for heard in situation.facts if heard.who == "customer"}
    back = reading.has_act("readback")
    found = [
        Mismatch(key=fact.key, customer=said[fact.key], agent=fact.value)
        for fact in reading.facts
        if fact.key in said
        and (back or fact.key not in ONLY_SAID_BACK)
        and _differs(fact.key, said[fact.key], fact.value, back=back)
    ]
    return (*found, *_wrong_tails(text, said))


def _wrong_tails(text: str, said: Mapping[FactKey, str]) -> Iterator[Mismatch]:
    for tail in TAIL.finditer(text):
        key: FactKey = "account" if tail["what"] in {"户号", "账号"} else "contact"
        digits, known = digits_of(tail["digits"]), said.get(key, "")
        if len(known) >= 7 and not known.endswith(digits):
            yield Mismatch(key=key, customer=known, agent=digits)


def _differs(key: FactKey, customer: str, agent: str, *, back: bool) -> bool:
    if key == "address":
        theirs, ours = _numbers(customer), _numbers(agent)
        another = any(unit in ours and ours[unit] != number for unit, number in theirs.items())
        return another or (back and not _shares_words(customer, agent))
    if key in IN_NUMBERS:
        return float(customer) != float(agent)
    return customer.replace("-", "") != agent.replace("-", "")


def _shares_words(customer: str, agent: str) -> bool:
    """Whether two places have two characters running in common, or one of them is house numbers alone."""
    if not (NAMED.search(customer) and NAMED.search(agent)):
        return True
    return any(customer[index : index + 2] in agent for index in range(len(customer) - 1))


def _numbers(address: str) -> dict[str, float | None]:
    return {_unit(match[2]): number_of(match[1]) for match in NUMBER.finditer(address)}


def _unit(word: str) -> str:
    return "栋" if word in {"号楼", "栋", "幢", "座"} else word
