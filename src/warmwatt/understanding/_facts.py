"""The facts that a turn states, normalised: digits in Arabic numerals, the latest of several values."""

import re
from collections.abc import Iterator

from warmwatt.conversations import Turn
from warmwatt.understanding._address import addresses_in, amended_address, arabic_address
from warmwatt.understanding._amounts import amount_in, usage_in
from warmwatt.understanding._contact import accounts_in, contacts_in, in_pieces, unnamed_account, written_account
from warmwatt.understanding._dates import month_in, since_in
from warmwatt.understanding._fact_heads import FactHeads
from warmwatt.understanding._learnt_facts import learnt_facts
from warmwatt.understanding._names import name_in
from warmwatt.understanding._patterns import plain
from warmwatt.understanding._reading import Fact
from warmwatt.understanding._ruled import Ruled
from warmwatt.understanding._situation import Situation
from warmwatt.understanding._spanned import CORRECTED
from warmwatt.understanding._symptom import symptom_in

READ_AT_MOST = 4000
SAID_BACK = {"address", "contact", "account", "amount_yuan"}
DIRECTED = re.compile(r"(?:您|你)(?:可以|直接|再|先|去)?(?:打|拨|找)")
DIGIT = re.compile("[0-9零一二三四五六七八九幺洞拐]")
HUAHAO = re.compile(r"(护|沪|互|户)(号|耗|好)(?=[是码:,\s0-9零一二三四五六七八九幺])")


def ruled_facts(turn: Turn, situation: Situation) -> Ruled:
    """This function will return the plain text of a turn, a line end made a comma, and what the rules find in it."""
    text = HUAHAO.sub("户号", plain(turn.text[:READ_AT_MOST]).replace("\n", ","))
    return Ruled(text=text, address=_address(text, situation), name=name_in(text))


def read_facts(turn: Turn, situation: Situation, heads: FactHeads | None = None) -> tuple[Fact, ...]:
    """This function will return the facts that the turn states, each key once; it never raises on any text.

    Of customers' turns the learnt heads, where there are any, tell address, name, amount and usage.
    """
    ruled = ruled_facts(turn, situation)
    text = ruled.text
    learnt = learnt_facts(ruled, situation, heads) if heads and turn.who == "customer" else None
    found: dict[str, Fact] = {}
    for fact in (
        *_numbers(text, turn, situation),
        *(_by_rules(ruled) if learnt is None else learnt),
        *_circumstances(text, ruled.address),
    ):
        found.setdefault(fact.key, fact)
    if turn.who == "agent":
        # An agent's questions and offers state nothing of the customer; a readback does, a number to call does not.
        told = {"address", "account", "amount_yuan"} if DIRECTED.search(text) else SAID_BACK
        return tuple(fact for fact in found.values() if fact.key in told)
    return tuple(found.values())


def _numbers(text: str, turn: Turn, situation: Situation) -> Iterator[Fact]:
    phones, accounts = list(contacts_in(text)), list(accounts_in(text))
    if phones:
        yield Fact(key="contact", value=phones[-1][0], said=phones[-1][1])
    if accounts:
        yield Fact(key="account", value=accounts[-1][0], said=accounts[-1][1])
    if turn.who == "agent" or accounts or not DIGIT.search(text):
        return
    if phones:
        # Beside a phone, a number of an account's length stands only where it is written out.
        if written := written_account(text):
            yield Fact(key="account", value=written, said=written, confidence=0.7)
    elif piece := in_pieces(text, situation):
        yield Fact(key="contact" if piece[0] == "contact" else "account", value=piece[1], said=text, confidence=0.9)
    elif unnamed := unnamed_account(text):
        yield Fact(key="account", value=unnamed, said=unnamed, confidence=0.7)


def _by_rules(ruled: Ruled) -> Iterator[Fact]:
    address, name = ruled.address, ruled.name
    if address and not (name and address in name):
        yield Fact(key="address", value=arabic_address(address), said=address)
    if name:
        yield Fact(key="name", value=name, said=name)
    if amount := amount_in(ruled.text):
        yield Fact(key="amount_yuan", value=amount[0], said=amount[1])
    if usage := usage_in(ruled.text):
        yield Fact(key="usage_kwh", value=usage[0], said=usage[1])


def _circumstances(text: str, address: str | None) -> Iterator[Fact]:
    if symptom := symptom_in(text, address):
        yield Fact(key="symptom", value=symptom, said=symptom, confidence=0.7)
    if since := since_in(text):
        yield Fact(key="since", value=since, said=since, confidence=0.8)
    if month := month_in(text):
        yield Fact(key="month", value=month, said=month, confidence=0.8)


def _address(text: str, situation: Situation) -> str | None:
    """The address as corrected: of two the one after 不对, its bare number put into the one that is known."""
    *before, after = CORRECTED.split(text)
    address = next(addresses_in(after), None)
    if not before:
        return address
    earlier = next((found for part in reversed(before) if (found := next(addresses_in(part), None))), None)
    known = earlier or situation.fact("address")
    return amended_address(known, address) if known and address else address or earlier
