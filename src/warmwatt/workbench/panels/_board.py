"""The supervisor's board: every conversation with how its customer has been, what is due, what was lifted up."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord, Escalation, PromiseRecord, TurnRecord
from warmwatt.workbench._labels import HEAT
from warmwatt.workbench.panels._rows import UNSHOWN, Row, rows_of

SHOWN = 300
DUE_WITHIN = timedelta(hours=2)
LINE_WIDTH, LINE_HEIGHT, LINE_POINTS = 84, 22, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """A row with its customer's states as the points of a small line, warmest at the top."""

    row: Row
    line: str
    last: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The figures at the head of the board."""

    live: int
    waiting: int
    angry: int
    due: int
    lifted: int
    longest_since: datetime | None


def board_rows(ids: Iterable[str] | None = None) -> tuple[BoardRow, ...]:
    """This function will return the open conversations, or those of `ids` that are still open, hottest first."""
    open_ones = ConversationRecord.objects.exclude(state="closed").select_related("agent").defer(*UNSHOWN)
    if ids is not None:
        open_ones = open_ones.filter(pk__in=list(ids))
    rows = rows_of(open_ones.order_by("started_at")[:SHOWN])
    trends = _trends([row.id for row in rows])
    shown = [_board_row(row, trends[row.id]) for row in rows]
    return tuple(sorted(shown, key=lambda each: (-each.row.heat, each.row.started_at)))


def counts(*, now: datetime) -> Counts:
    """This function will return the figures at the head of the board."""
    states = list(
        ConversationRecord.objects.exclude(state="closed").values_list("state", "customer_state", "started_at")
    )
    waiting = [started for state, _, started in states if state == "waiting"]
    return Counts(
        live=sum(state == "live" for state, _, _ in states),
        waiting=len(waiting),
        angry=sum(mood in {"angry", "anxious"} for _, mood, _ in states),
        due=PromiseRecord.objects.filter(state="open", due_at__lte=now + DUE_WITHIN).count(),
        lifted=Escalation.objects.filter(Q(ended_at__isnull=True), taken_by__isnull=True).count(),
        longest_since=min(waiting, default=None),
    )


def due_rows(*, now: datetime) -> tuple[PromiseRecord, ...]:
    """This function will return the promises that fall due soon or are overdue, soonest first."""
    return tuple(queries.due_promises(now, within=DUE_WITHIN)[:40])


def lifted_rows() -> tuple[Escalation, ...]:
    """This function will return the escalations that nobody has ended, those that nobody took first."""
    return tuple(sorted(queries.open_escalations()[:60], key=lambda each: each.taken_by_id is not None))


def _trends(ids: list[str]) -> dict[str, list[str]]:
    trends: dict[str, list[str]] = defaultdict(list)
    said = TurnRecord.objects.filter(conversation_id__in=ids, who="customer").order_by("conversation_id", "index")
    for conversation_id, label in said.values_list("conversation_id", "reading__state__label"):
        if label:
            trends[conversation_id].append(label)
    return trends


def _board_row(row: Row, states: list[str]) -> BoardRow:
    heats = [HEAT.get(state, 1) for state in states[-LINE_POINTS:]] or [row.heat]
    if len(heats) == 1:
        heats *= 2
    step = (LINE_WIDTH - 8) / (len(heats) - 1)
    points = [(4 + step * place, 3 + (5 - heat) * (LINE_HEIGHT - 6) / 5) for place, heat in enumerate(heats)]
    return BoardRow(
        row=row,
        line=" ".join(f"{x:.1f},{y:.1f}" for x, y in points),
        last=(f"{points[-1][0]:.1f}", f"{points[-1][1]:.1f}"),
    )
