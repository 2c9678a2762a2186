"""Published and live outages: does one explain that this customer is dark?"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from warmwatt.outages._say import say_time
from warmwatt.quantities import Evidence, Explained


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """An outage at a node and everything below it; `node` is the node's id in the network."""

    id: str
    kind: Literal["planned", "fault"]
    node: str
    cause: str
    area: str
    starts_at: datetime
    expected_until: datetime
    ended_at: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """This function will tell whether the outage has begun and has not been reported over."""
        return self.starts_at <= now and self.ended_at is None


def known_outage(*, notices: Iterable[Notice], path: Collection[str], now: datetime) -> Notice | None:
    """This function will return the outage in force on the node path, the latest to end where several are, or None.

    An outage past its expected end still holds until it is reported over: the work may be late.
    """
    found = [notice for notice in notices if notice.node in path and notice.holds(now)]
    return max(found, key=lambda notice: notice.expected_until, default=None)


def expected_end(*, notice: Notice, now: datetime) -> Explained[datetime]:
    """This function will return when power is expected back by the notice, with words to say."""
    work = "按计划检修" if notice.kind == "planned" else "发生故障"
    late = "，但比预计的时间晚了，我帮您向现场核实" if notice.expected_until <= now else ""
    until = say_time(notice.expected_until, now=now)
    return Explained(
        name="outages.notice",
        value=notice.expected_until,
        sentence=f"您所在的{notice.area}{work}（{notice.cause}），预计{until}恢复供电{late}",
        rule=f"outages/notice/{notice.id}",
        inputs=(Evidence(kind="record", ref=f"outages/notice/{notice.id}", words=f"{notice.area}：{notice.cause}"),),
    )
