"""Address, name, amount and usage of a customer's turn, by what is learnt; where that hears none, by the rules."""

from collections.abc import Iterator

from warmwatt.understanding._address import arabic_address
from warmwatt.understanding._fact_heads import FactHeads
from warmwatt.understanding._numerals import plain_number
from warmwatt.understanding._reading import Fact
from warmwatt.understanding._ruled import Ruled
from warmwatt.understanding._situation import Situation
from warmwatt.understanding._spanned import spanned_address, spanned_name

SURE_ENOUGH = 0.9


def learnt_facts(ruled: Ruled, situation: Situation, heads: FactHeads) -> Iterator[Fact]:
    """This function will yield the facts that the heads hear."""
    spans = heads.tagger.spans(ruled.letters())
    address = spanned_address(ruled.text, [span for span in spans if span.key == "address"], situation.fact("address"))
    if address is None and situation.turns:
        # Within a conversation a bare number of a door, or a piece of an address, answers a question.
        address = ruled.address
    if address:
        yield Fact(key="address", value=arabic_address(address), said=address, confidence=SURE_ENOUGH)
    name = spanned_name(ruled.text, [span for span in spans if span.key == "name"])
    if name:
        yield Fact(key="name", value=name, said=name, confidence=SURE_ENOUGH)
    candidates, numbers = ruled.numbers()
    for key, at in heads.chooser.choice(numbers).items():
        chosen = candidates[at]
        said = ruled.text[chosen.start : chosen.end]
        yield Fact(key=key, value=plain_number(chosen.value), said=said, confidence=SURE_ENOUGH)
