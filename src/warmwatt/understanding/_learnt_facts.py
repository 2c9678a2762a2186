"""Address, name, amount and usage of a customer's turn, by what is learnt; where that hears none, by the rules."""

from collections.abc import Iterator, Sequence

from warmwatt.understanding._address import arabic_address
from warmwatt.understanding._fact_heads import FactHeads
from warmwatt.understanding._names import told_name
from warmwatt.understanding._numerals import plain_number
from warmwatt.understanding._reading import Fact
from warmwatt.understanding._ruled import Ruled
from warmwatt.understanding._situation import Situation
from warmwatt.understanding._spanned import spanned_address, spanned_name
from warmwatt.understanding._tagger import Span

SURE_ENOUGH = 0.9


def learnt_facts(ruled: Ruled, situation: Situation, heads: FactHeads) -> Iterator[Fact]:
    """This function will yield the facts that the heads hear."""
    spans = heads.tagger.spans(ruled.letters())
    address = _address(ruled, [span for span in spans if span.key == "address"], situation)
    if address:
        yield Fact(key="address", value=arabic_address(address), said=address, confidence=SURE_ENOUGH)
    # What is told as a name is one, even where the tagger does not know it.
    name = spanned_name(ruled.text, [span for span in spans if span.key == "name"]) or told_name(ruled.text)
    if name:
        yield Fact(key="name", value=name, said=name, confidence=SURE_ENOUGH)
    candidates, numbers = ruled.numbers()
    for key, at in heads.chooser.choice(numbers).items():
        chosen = candidates[at]
        said = ruled.text[chosen.start : chosen.end]
        yield Fact(key=key, value=plain_number(chosen.value), said=said, confidence=SURE_ENOUGH)


def _address(ruled: Ruled, spans: Sequence[Span], situation: Situation) -> str | None:
    stretch = ruled.stretch
    if ruled.is_full and stretch and not any(span.start < stretch[1] and stretch[0] < span.end for span in spans):
        # Where the rules find a door, a crossing or a landmark, an address was told.
        return ruled.address
    address = spanned_address(ruled.text, spans, situation.fact("address"))
    # Within a conversation a bare number of a door, or a piece of an address, answers a question.
    return address or (ruled.address if situation.turns else None)
