"""Stored cases and promises as the values that the deciding rooms judge."""

from typing import cast

from warmwatt.cases import Authority, Case, CaseState, LogLine, Order, OrderState, OrderTeam, Promise, PromiseState
from warmwatt.records.models import CaseRecord, PromiseRecord


def case_value(record: CaseRecord) -> Case:
    """This function will return a stored case as the value that the deciding rooms judge."""
    return Case(
        number=record.number,
        owner=record.owner.username,
        matter=record.matter,
        summary=record.summary,
        opened_at=record.opened_at,
        state=cast(CaseState, record.state),
        orders=tuple(
            Order(
                number=order.number,
                team=cast(OrderTeam, order.team),
                summary=order.summary,
                state=cast(OrderState, order.state),
                result=order.result,
            )
            for order in record.orders.all()
        ),
        promises=tuple(promise_value(promise) for promise in record.promises.select_related("owner")),
        log=tuple(LogLine(at=line.at, who=line.who, what=line.what) for line in record.log.all()),
        result_told_at=record.result_told_at,
        survey_asked_at=record.survey_asked_at,
    )


def promise_value(record: PromiseRecord) -> Promise:
    """This function will return a stored promise as a value."""
    return Promise(
        kind=record.kind,
        due=record.due_at,
        owner=record.owner.username,
        authority=cast(Authority, record.authority),
        said_in=(record.conversation_id or "", record.turn),
        words=record.words,
        state=cast(PromiseState, record.state),
        reason=record.reason,
    )
