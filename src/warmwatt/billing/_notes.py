"""What a bill rests on besides readings: choices and doubts that the person who tells it should know."""

from collections.abc import Iterator

from warmwatt.billing._bill import Bill
from warmwatt.billing._own_price import STATED_PRICE
from warmwatt.billing._say import say_span
from warmwatt.billing._stretch import last_day
from warmwatt.billing._tariff import cycle_start
from warmwatt.billing._usage import calendar_months, in_kwh


def notes_on(bill: Bill) -> tuple[str, ...]:
    """This function will return the notes on a bill, in words; none where everything was plain."""
    return (*_period_notes(bill), *_household_notes(bill), *_price_notes(bill))


def _period_notes(bill: Bill) -> Iterator[str]:
    if len(bill.stretches) > 1:
        spans = "、".join(say_span(one.start, one.end).rstrip("，") for one in bill.stretches)
        yield f"期间价格有变化，没有当天的抄表示数，电量按天数分摊到{spans}"
    months = len(calendar_months(bill.period))
    if not bill.yearly and bill.limits and months > 1:
        yield f"按月分档，一次抄{months}个月，分档线按{months}个月合计"
    begins = cycle_start(tariff=bill.tariff, on=last_day(bill.period))
    if bill.yearly and bill.limits and bill.period.start < begins:
        yield f"抄表周期跨了计价年度，整期计入{begins}开始的年度"
        if bill.accumulated:
            yield f"请核对此前累计的{in_kwh(bill.accumulated)}度是否属于{begins}开始的年度"
    if bill.accumulated and not any(one.carried for one in bill.stretches) and bill.limits:
        yield "按月分档，本期以前的用电不计入"
    if any(one.suspended for one in bill.stretches):
        titles = dict.fromkeys(one.suspended.title for one in bill.stretches if one.suspended)
        yield f"{'、'.join(titles)}，这些月份的用电不计入年累计"


def _household_notes(bill: Bill) -> Iterator[str]:
    policies, place = bill.tariff.policies, bill.tariff.schedule.place
    home = bill.household
    if home.low_income and "low_income" not in policies:
        yield f"{place}的价格库里没有低保、五保免费电量的规定，本次没有减免"
    large = policies.get("large_family")
    if home.shared:
        yield f"登记{home.people}人，改选了合表电价，不分档"
    if large and large.shared_from and home.people >= large.shared_from and not home.shared:
        above = f"，年用电要超过{large.shared_above_kwh}度" if large.shared_above_kwh else ""
        yield f"登记{home.people}人，可以申请改选合表电价{above}"
    if home.people >= 5 and bill.limits and large is None:
        yield f"{place}的价格库里没有一户多人口的规定，分档线没有提高"


def _price_notes(bill: Bill) -> Iterator[str]:
    for tariff in dict.fromkeys(one.tariff for one in bill.stretches):
        schedule = tariff.schedule
        if schedule.note:
            yield schedule.note
        if schedule.source.name == STATED_PRICE:
            yield "按所述价格计算，不是公布的价格"
        elif schedule.status != "verified":
            yield f"{schedule.source.cited()}还没有核实，对客户请以当地公布的为准"
