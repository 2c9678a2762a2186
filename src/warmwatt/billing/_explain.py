"""Tells a bill to a person: what was used, where it stands in the tiers, what each part costs, by which document."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from warmwatt.billing._bill import Bill
from warmwatt.billing._say import say_fen, say_period, say_price, say_signed
from warmwatt.billing._usage import in_kwh
from warmwatt.quantities import Explained, Money

ROUNDING = "billing.rounding"
TIER_ORDINALS = ("", "第一档", "第二档", "第三档", "第四档")


def explain_bill(bill: Bill) -> str:
    """This function will return the bill in sentences that an agent can read aloud."""
    return "".join(f"{sentence}。" for sentence in _sentences(bill))


def plain_lines(bill: Bill) -> list[dict[str, str]]:
    """This function will return the bill's lines as plain data: `sentence` is ready to speak (none for rounding)."""
    return [
        {
            "name": line.name,
            "sentence": "" if line.name == ROUNDING else _line(line),
            "amount_yuan": say_signed(line.value),
            "rule": line.rule,
            "source": line.source.cited() if line.source else "",
        }
        for line in bill.lines
    ]


def _sentences(bill: Bill) -> Iterator[str]:
    yield f"{say_period(bill.period)}，您家共用电{in_kwh(bill.usage.total)}度{_bands(bill)}"
    if bill.limits:
        yield _position(bill)
    yield "；".join(_line(line) for line in bill.lines if line.name != ROUNDING)
    yield f"合计{say_fen(bill.total.value)}元"
    caution = "" if bill.verified else "，这份依据我们还在核实，请以当地公布的为准"
    yield f"依据是{bill.source.cited()}{caution}"


def _bands(bill: Bill) -> str:
    parts = [f"{bill.tariff.band_title(band)}{in_kwh(used)}度" for band, used in bill.usage.bands.items()]
    return f"，其中{'、'.join(parts)}" if parts else ""


def _position(bill: Bill) -> str:
    before = bill.accumulated if bill.yearly else 0
    after = before + bill.usage.total
    reached = sum(after > limit for limit in bill.limits)
    year = "今年" if bill.tariff.schedule.cycle_starts_in == 1 else "这个计价年度"
    counted = f"{year}累计用到{in_kwh(after)}度" if bill.yearly else "按月分档"
    if not reached:
        return f"{counted}，还在第一档（{in_kwh(bill.limits[0])}度以内），没有加价"
    parts = [
        f"{in_kwh(used)}度进入{TIER_ORDINALS[tier]}，每度多{say_price(_adds(bill, tier))}"
        for tier, used in _above(bill, before, after)
        if used
    ]
    return f"{counted}，第一档到{in_kwh(bill.limits[0])}度为止，这次有{'，有'.join(parts)}"


def _above(bill: Bill, before: int, after: int) -> Iterator[tuple[int, int]]:
    edges = (*bill.limits, max(after, bill.limits[-1]))
    for tier, (lower, upper) in enumerate(pairwise(edges), start=2):
        yield tier, max(0, min(after, upper) - max(before, lower))


def _adds(bill: Bill, tier: int) -> Decimal:
    last = bill.stretches[-1]
    return Decimal(last.adds[tier - 2]) / last.scale


def _line(line: Explained[Money]) -> str:
    """The line's own words, its amount said to the fen."""
    words, _, _ = line.sentence.rpartition("，")
    return f"{words}，{'减' if line.value.units < 0 else '是'}{say_fen(line.value)}元"
