"""Opening, due times, escalation and closing of cases."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from warmwatt.cases import (
    Case,
    Order,
    Promise,
    due_at,
    escalation_due,
    limits_in_force,
    matter_of,
    may_close,
    number_of,
    spoken_number,
)
from warmwatt.handbook import shipped_handbook
from warmwatt.quantities import CHINA, WorkingCalendar, unexplained_parts

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=CHINA)
CALENDAR = WorkingCalendar()
CASE = Case(number="JZ20261123-000001", owner="2047", matter="outage", summary="整栋没电", opened_at=NOW)
PROMISE = Promise(
    kind="callback",
    due=NOW + timedelta(hours=1),
    owner="2047",
    authority="standard",
    said_in=("c1", 8),
    words="修好回电",
)


class TestOpening:
    """A matter and a number."""

    @pytest.mark.parametrize(
        ("topics", "matter"),
        [
            (["outage.report", "hazard.report"], "hazard"),
            (["bill.dispute", "meter.check"], "meter"),
            (["business.charger"], "business"),
            (["praise"], "enquiry"),
            ([], "enquiry"),
        ],
    )
    def test_most_pressing_topic_names_the_matter(self, topics: list[str], matter: str) -> None:
        assert matter_of(topics) == matter

    def test_number_is_made_of_day_and_sequence(self) -> None:
        assert number_of(day=date(2026, 11, 23), sequence=123) == "JZ20261123-000123"

    def test_number_is_read_aloud_in_groups(self) -> None:
        assert spoken_number("JZ20261123-000123") == "J、Z，二零二六，幺幺二三，零零零，幺二三"

    def test_sequence_begins_at_one(self) -> None:
        with pytest.raises(ValueError, match="begin at 1"):
            number_of(day=date(2026, 11, 23), sequence=0)


class TestDueTime:
    """A said limit counts; without one the standard does."""

    limits = limits_in_force(shipped_handbook("jiangzhou"), now=NOW, companies=("jiangzhou", "state_grid"))

    def test_said_limit_counts(self) -> None:
        due = due_at(kind="callback", minutes=120, until=None, now=NOW, calendar=CALENDAR)
        assert due is not None
        assert due.value == NOW + timedelta(hours=2)
        assert unexplained_parts(due) == ()

    def test_complaint_without_a_said_limit_has_the_standard_one(self) -> None:
        due = due_at(
            kind="answer", minutes=None, until=None, now=NOW, calendar=CALENDAR, matter="complaint", limits=self.limits
        )
        assert due is not None
        assert due.value == datetime(2026, 11, 30, 17, 30, tzinfo=CHINA)
        assert due.rule == "sg.complaint.answer"

    def test_promise_that_nothing_limits_has_no_due_time(self) -> None:
        assert due_at(kind="other", minutes=None, until=None, now=NOW, calendar=CALENDAR) is None


class TestEscalation:
    """What must go up."""

    def test_calm_first_contact_stays(self) -> None:
        assert escalation_due() == ()

    @pytest.mark.parametrize(
        ("signs", "cause"),
        [
            ({"danger": "电线断落"}, "safety"),
            ({"life_support": True}, "life_support"),
            ({"asks_supervisor": True}, "supervisor_asked"),
            ({"outside": "12345"}, "outside_pressure"),
            ({"angry_turns": 3}, "third_angry_turn"),
            ({"contacts": 3}, "third_contact"),
            ({"beyond": "赔偿"}, "beyond_authority"),
        ],
    )
    def test_each_sign_is_a_cause(self, signs: dict[str, object], cause: str) -> None:
        assert [each.cause for each in escalation_due(**signs)] == [cause]  # type: ignore[arg-type]

    def test_two_angry_turns_are_not_three(self) -> None:
        assert escalation_due(angry_turns=2, contacts=2) == ()

    def test_danger_comes_before_everything(self) -> None:
        causes = [each.cause for each in escalation_due(danger="冒烟", asks_supervisor=True, angry_turns=4)]
        assert causes[0] == "safety"

    def test_overdue_promise_is_escalated(self) -> None:
        late = replace(CASE, promises=(PROMISE,))
        due = escalation_due(case=late, now=NOW + timedelta(hours=2))
        assert [each.cause for each in due] == ["overdue"]


class TestClosing:
    """A case does not close with anything left to do."""

    closable = replace(CASE, result_told_at=NOW, survey_asked_at=NOW)

    def test_finished_case_may_close(self) -> None:
        assert may_close(self.closable) == ()

    def test_open_promise_keeps_it_open(self) -> None:
        assert [each.code for each in may_close(replace(self.closable, promises=(PROMISE,)))] == ["open_promise"]

    def test_kept_promise_lets_it_close(self) -> None:
        assert may_close(replace(self.closable, promises=(replace(PROMISE, state="kept"),))) == ()

    def test_unfinished_order_keeps_it_open(self) -> None:
        order = Order(number="R1", team="repair", summary="抢修")
        assert [each.code for each in may_close(replace(self.closable, orders=(order,)))] == ["open_order"]

    def test_untold_result_keeps_it_open(self) -> None:
        assert [each.code for each in may_close(replace(self.closable, result_told_at=None))] == ["result_untold"]

    def test_survey_is_only_asked_where_due(self) -> None:
        unasked = replace(self.closable, survey_asked_at=None)
        assert [each.code for each in may_close(unasked)] == ["survey_skipped"]
        assert may_close(unasked, survey_due=False) == ()
