"""Closes a case when nothing is owed: promises ended, the result told, the survey asked."""

from datetime import datetime

from django.db import transaction

from warmwatt.cases import may_close
from warmwatt.desk._case_values import case_value
from warmwatt.desk._cases import URGENT
from warmwatt.desk._errors import UnableToClose, no_such
from warmwatt.records.models import CaseLog, CaseRecord, Staff


def tell_result(number: str, *, staff: Staff, satisfied: bool | None, now: datetime) -> CaseRecord:
    """This function will note that the customer was told the result and asked how it was."""
    with transaction.atomic():
        case = _locked(number)
        case.result_told_at, case.survey_asked_at, case.satisfied = now, now, satisfied
        if satisfied is False:
            # Not satisfied: it goes on with the same owner, before the others.
            case.state, case.priority = "open", URGENT
        case.save(update_fields=["result_told_at", "survey_asked_at", "satisfied", "state", "priority"])
        answer = {True: "客户满意", False: "客户不满意，重新处理", None: "已请客户评价"}[satisfied]
        CaseLog.objects.create(case=case, at=now, who=str(staff), what=f"回访：已告知结果，{answer}")
    return case


def close_case(number: str, *, staff: Staff, now: datetime) -> CaseRecord:
    """This function will close a case that owes nothing; it raises UnableToClose with every reason."""
    with transaction.atomic():
        case = _locked(number)
        reasons = may_close(case_value(case))
        if reasons:
            raise UnableToClose("owes", "；".join(reason.words for reason in reasons))
        case.state, case.closed_at = "closed", now
        case.save(update_fields=["state", "closed_at"])
        CaseLog.objects.create(case=case, at=now, who=str(staff), what="办结")
    return case


def _locked(number: str) -> CaseRecord:
    case = CaseRecord.objects.select_for_update().select_related("owner").filter(number=number).first()
    if case is None:
        raise no_such("case")
    return case
