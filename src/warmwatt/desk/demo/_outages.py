"""Demo outages: published work and live faults, placed by the clock so that the demo never looks stale."""

from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction

from warmwatt.desk.demo._pages import demo_page
from warmwatt.quantities import CHINA
from warmwatt.records.models import NetworkNode, OutageNotice


def refresh_demo(now: datetime) -> None:
    """This function will place every demo outage that is over, or not yet there, anew around `now`."""
    with transaction.atomic():
        for page in demo_page("outages"):
            _place(page, now)


def _place(page: dict[str, Any], now: datetime) -> None:
    node = NetworkNode.objects.filter(name=page["node"]).first()
    if node is None:
        return
    notice = OutageNotice.objects.filter(node=node, kind=page["kind"], cause=page["cause"]).first()
    if notice and notice.ended_at is None and notice.expected_until > now:
        return
    starts_at = _starts_at(page, now)
    notice = notice or OutageNotice(node=node, kind=page["kind"], cause=page["cause"])
    notice.area = page["area"]
    notice.starts_at = starts_at
    notice.expected_until = starts_at + timedelta(hours=page["hours"])
    notice.ended_at = None
    notice.save()


def _starts_at(page: dict[str, Any], now: datetime) -> datetime:
    if "hours_ago" in page:
        begun = now - timedelta(hours=page["hours_ago"])
        return begun.replace(minute=begun.minute // 5 * 5, second=0, microsecond=0)
    day = now.astimezone(CHINA).date() + timedelta(days=page["day"])
    return datetime.combine(day, time.fromisoformat(page["at"]), CHINA)
