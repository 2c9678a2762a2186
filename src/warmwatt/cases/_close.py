"""What keeps a case from closing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from warmwatt.cases._case import Case

ClosingCode = Literal["open_promise", "open_order", "result_untold", "survey_skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingReason:
    """One thing that is still to do before the case may close, in words for the agent."""

    code: ClosingCode
    words: str


def may_close(case: Case, *, survey_due: bool = True) -> tuple[ClosingReason, ...]:
    """This function will return every reason why the case must stay open; an empty tuple lets it close."""
    return tuple(_reasons(case, survey_due=survey_due))


def _reasons(case: Case, *, survey_due: bool) -> Iterator[ClosingReason]:
    for promise in case.promises:
        if promise.state == "open":
            yield ClosingReason(code="open_promise", words=f"还有未兑现的承诺：{promise.words or promise.kind}")
    for order in case.orders:
        if order.state not in {"done", "returned"}:
            yield ClosingReason(code="open_order", words=f"工单{order.number}还没有办完")
    if case.result_told_at is None:
        yield ClosingReason(code="result_untold", words="处理结果还没有告诉客户")
    if survey_due and case.survey_asked_at is None:
        yield ClosingReason(code="survey_skipped", words="还没有请客户评价")
