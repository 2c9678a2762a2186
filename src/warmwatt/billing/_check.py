"""Checks on a disputed bill. Each check is one function: a claim about the bill, and a finding where it does not hold."""

from collections.abc import Iterator, Sequence
from datetime import date
from statistics import median

from warmwatt.billing._finding import Finding, NextStep, ReadBill
from warmwatt.billing._usage import in_kwh
from warmwatt.quantities import Evidence

FEWEST_TO_COMPARE = 3
JUMP = 2.0
DROP = 0.2
LEAST_DAILY = 100
ODD_DAYS = 5
LARGEST_TURN = 0.5


def check_bill(
    bill: ReadBill, *, history: Sequence[ReadBill] = (), neighbours: Sequence[int] = (), cycle_start: date | None = None
) -> tuple[Finding, ...]:
    """This function will return every finding on a bill; none where all is well.

    `history` are the account's earlier bills, oldest first; `neighbours` what like homes used a day in these days, in
    0.01 kWh; `cycle_start` the first day of the yearly cycle, where use is added up over it.
    """
    found = [*readings_give_the_use(bill), *dial_did_not_turn(bill), *reading_was_taken(bill), *some_use_was_made(bill)]
    if history:
        found += [*readings_follow_on(bill, history[-1]), *days_follow_on(bill, history[-1])]
        found += [*read_only_once(bill, history), *multiplier_stays(bill, history[-1])]
        found += [*period_is_usual(bill, history), *use_is_like_before(bill, history)]
    if cycle_start is not None and history:
        found += use_is_added_up(bill, history, cycle_start)
    found += use_is_like_the_neighbours(bill, neighbours)
    return tuple(found)


def readings_give_the_use(bill: ReadBill) -> Iterator[Finding]:
    """This function will find a use that readings and multiplier do not give."""
    if bill.read != bill.billed:
        words = f"示数差乘倍率{bill.multiplier}是{in_kwh(bill.read)}度，账单计了{in_kwh(bill.billed)}度"
        yield _finding("use_differs", words, "correct", bill)


def dial_did_not_turn(bill: ReadBill) -> Iterator[Finding]:
    """This function will find a lower end reading: a turn of the dial, a changed meter or a misreading."""
    if bill.end < bill.start:
        turned = bill.read / bill.multiplier <= 10**bill.digits * 100 * LARGEST_TURN
        words = "止码小于起码，" + ("像是表码走满翻转，请核对" if turned else "不像翻转，可能抄错或换过表")
        yield _finding("reading_fell", words, "reread", bill)


def reading_was_taken(bill: ReadBill) -> Iterator[Finding]:
    """This function will find an estimated reading."""
    if bill.estimated:
        yield _finding("estimated", "这期示数是估抄的，不是实抄", "reread", bill)


def some_use_was_made(bill: ReadBill) -> Iterator[Finding]:
    """This function will find a period almost without use."""
    if bill.days and bill.billed < LEAST_DAILY // 10 * bill.days:
        yield _finding("vacant", f"{bill.days}天只用了{in_kwh(bill.billed)}度，像是无人居住或电表停走", "visit", bill)


def readings_follow_on(bill: ReadBill, previous: ReadBill) -> Iterator[Finding]:
    """This function will find a start reading that is not the last end reading of the same meter."""
    if bill.meter == previous.meter and bill.start != previous.end:
        words = f"上期止码{previous.end / 100:g}，本期起码{bill.start / 100:g}，示数接不上"
        yield _finding("readings_broken", words, "correct", bill, previous)


def days_follow_on(bill: ReadBill, previous: ReadBill) -> Iterator[Finding]:
    """This function will find days that two bills charge, or none does."""
    gap = (bill.period.start - previous.last).days
    if gap:
        words = f"与上期{'重叠' if gap < 0 else '间隔'}{abs(gap)}天"
        yield _finding("days_overlap" if gap < 0 else "days_missing", words, "correct", bill, previous)


def read_only_once(bill: ReadBill, history: Sequence[ReadBill]) -> Iterator[Finding]:
    """This function will find readings that an earlier bill has charged."""
    for earlier in history:
        same = (earlier.meter, earlier.start, earlier.end) == (bill.meter, bill.start, bill.end)
        if same and bill.end != bill.start:
            yield _finding("duplicated", "这期的起止示数在以前的账单里已经计过", "correct", bill, earlier)


def multiplier_stays(bill: ReadBill, previous: ReadBill) -> Iterator[Finding]:
    """This function will find a multiplier that changed while the meter did not."""
    if bill.meter == previous.meter and bill.multiplier != previous.multiplier:
        words = f"没有换表，倍率却从{previous.multiplier}变为{bill.multiplier}"
        yield _finding("multiplier_changed", words, "correct", bill, previous)


def period_is_usual(bill: ReadBill, history: Sequence[ReadBill]) -> Iterator[Finding]:
    """This function will find a period that is days longer or shorter than the account's usual."""
    usual = median(earlier.days for earlier in history)
    if len(history) >= FEWEST_TO_COMPARE and abs(bill.days - usual) >= ODD_DAYS:
        words = f"这期计了{bill.days}天，平常是{usual:g}天，电量不能直接相比"
        yield _finding("odd_days", words, "explain", bill)


def use_is_added_up(bill: ReadBill, history: Sequence[ReadBill], cycle_start: date) -> Iterator[Finding]:
    """This function will find a printed year's use that the cycle's bills do not add up to.

    Only a history that reaches back to the cycle's first day can tell.
    """
    cycle = [earlier for earlier in history if earlier.last > cycle_start]
    if bill.accumulated is None or not cycle or history[0].period.start > cycle_start:
        return
    summed = sum(earlier.billed for earlier in cycle)
    if summed != bill.accumulated:
        words = f"本年度此前各期合计{in_kwh(summed)}度，账单按累计{in_kwh(bill.accumulated)}度分档"
        yield _finding("accumulation_differs", words, "correct", bill, *cycle)


def use_is_like_before(bill: ReadBill, history: Sequence[ReadBill]) -> Iterator[Finding]:
    """This function will find a daily use far from the same season of last year, and from the last months' middle."""
    if not bill.days:
        return
    daily = bill.billed / bill.days
    base = _like(bill, history)
    if base is None or max(daily, base) < LEAST_DAILY:
        return
    if daily > base * JUMP:
        words = (
            f"每天{daily / 100:.1f}度，是往常（{base / 100:.1f}度）的{daily / base:.1f}倍" if base else "突然开始用电"
        )
        yield _finding("jump", words, "test_meter", bill)
    elif daily < base * DROP:
        yield _finding("drop", f"每天{daily / 100:.1f}度，往常是{base / 100:.1f}度，像是少计", "test_meter", bill)


def use_is_like_the_neighbours(bill: ReadBill, neighbours: Sequence[int]) -> Iterator[Finding]:
    """This function will find a daily use above nearly all like homes'."""
    if len(neighbours) < FEWEST_TO_COMPARE or not bill.days:
        return
    daily, middle = bill.billed / bill.days, median(neighbours)
    lower = sum(one < daily for one in neighbours)
    if daily > middle * JUMP and lower >= 0.95 * len(neighbours) and daily >= LEAST_DAILY:
        words = (
            f"每天{daily / 100:.1f}度，同类住户中间是{middle / 100:.1f}度，高于其中{lower}户（共{len(neighbours)}户）"
        )
        record = Evidence(kind="record", ref="neighbours", words=f"{len(neighbours)}户同类住户同期日均用电")
        yield Finding(name="above_neighbours", sentence=words, evidence=(bill.evidence, record), next_step="test_meter")


def _like(bill: ReadBill, history: Sequence[ReadBill]) -> float | None:
    """The larger of last year's same season and the recent middle: a hot July is no jump where last July was hot."""
    per_day = [(earlier, earlier.billed / earlier.days) for earlier in history if earlier.days]
    if len(per_day) < FEWEST_TO_COMPARE:
        return None
    recent = median(daily for _, daily in per_day[-12:])
    seasonal = [daily for earlier, daily in per_day if _same_season(earlier, bill)]
    return max([recent, *seasonal[-1:]])


def _same_season(earlier: ReadBill, bill: ReadBill) -> bool:
    apart = (bill.period.start - earlier.period.start).days
    return abs(apart - 365) <= 20


def _finding(name: str, words: str, step: NextStep, *bills: ReadBill) -> Finding:
    return Finding(name=name, sentence=words, evidence=tuple(bill.evidence for bill in bills), next_step=step)
