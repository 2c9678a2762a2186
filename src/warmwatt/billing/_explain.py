"""Tells a bill to a person: what was used, where it stands in the tiers, what each part costs, by which document."""

from collections.abc import Iterator
from decimal import Decimal

from warmwatt.billing._bill import Bill
from warmwatt.billing._lines import ROUNDING_LINE
from warmwatt.billing._own_price import STATED_PRICE
from warmwatt.billing._say import say_fen, say_period, say_price, say_signed
from warmwatt.billing._usage import in_kwh
from warmwatt.quantities import Explained, Money

TIER_ORDINALS = ("", "第一档", "第二档", "第三档", "第四档")


def explain_bill(bill: Bill) -> str:
    """This function will return the bill in sentences that an agent can read aloud."""
    return "".join(f"{sentence}。" for sentence in _sentences(bill))


def plain_lines(bill: Bill) -> list[dict[str, str]]:
    """This function will return the bill's lines as plain data: `sentence` is ready to speak (none for rounding)."""
    return [
        {
            "name": line.name,
            "sentence": "" if line.name == ROUNDING_LINE else _line(line),
            "amount_yuan": say_signed(line.value),
            "rule": line.rule,
            "source": line.source.cited() if line.source else "",
        }
        for line in bill.lines
    ]


def _sentences(bill: Bill) -> Iterator[str]:
    who = "贵单位" if bill.tariff.schedule.category.startswith("commercial") else "您家"
    yield f"{say_period(bill.period)}，{who}共用电{in_kwh(bill.usage.total)}度{_bands(bill)}"
    if bill.limits:
        yield _position(bill)
    yield "；".join(_line(line) for line in bill.lines if line.name != ROUNDING_LINE)
    yield f"合计{say_fen(bill.total.value)}元"
    if bill.source.name == STATED_PRICE:
        yield "这是按所述价格算的，实际以公布的价格为准"
    else:
        yield f"依据是{bill.source.cited()}{_caution(bill)}"


def _caution(bill: Bill) -> str:
    return "" if bill.verified else "，这份依据我们还在核实，请以当地公布的为准"


def _bands(bill: Bill) -> str:
    parts = [f"{bill.tariff.band_title(band)}{in_kwh(used)}度" for band, used in bill.usage.bands.items()]
    return f"，其中{'、'.join(parts)}" if parts else ""


def _position(bill: Bill) -> str:
    tiers, after = bill.tiers
    year = "今年" if bill.tariff.schedule.cycle_starts_in == 1 else "这个计价年度"
    counted = f"{year}累计用到{in_kwh(after)}度" if bill.yearly else "按月分档"
    if not any(tiers[1:]):
        return f"{counted}，{_not_above(bill, after)}"
    parts = [
        f"{in_kwh(used)}度进入{TIER_ORDINALS[tier]}，每度多{say_price(_adds(bill, tier))}"
        for tier, used in enumerate(tiers[1:], start=2)
        if used
    ]
    return f"{counted}，第一档到{in_kwh(bill.limits[0])}度为止，这次有{'，有'.join(parts)}"


def _not_above(bill: Bill, after: int) -> str:
    if bill.yearly and after > bill.limits[0]:
        return "这段时间不分档，没有加价"
    return f"还在第一档（{in_kwh(bill.limits[0])}度以内），没有加价"


def _adds(bill: Bill, tier: int) -> Decimal:
    last = next(stretch for stretch in reversed(bill.stretches) if stretch.adds)
    return Decimal(last.adds[tier - 2]) / last.scale


def _line(line: Explained[Money]) -> str:
    """The line's own words, its amount said to the fen."""
    words, _, _ = line.sentence.rpartition("，")
    return f"{words}，{'减' if line.value.units < 0 else '是'}{say_fen(line.value)}元"
