"""A known outage as one sentence. The desk keeps it as words; other systems' transcripts hold an object."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

KINDS = {"planned": "计划检修", "maintenance": "计划检修", "fault": "线路故障", "emergency": "线路故障"}
ENDS = ("expected_end", "expected_until", "until", "end")
PLACES = ("area", "place", "scope")
CAUSES = ("cause", "reason")


def outage_words(outage: Any) -> Any:
    """This function will return the sentence for an outage told as an object; anything else is returned as it is.

    What has neither kind, cause nor time is no outage that an agent could tell of, and becomes None.
    """
    if not isinstance(outage, Mapping):
        return outage
    kind = str(outage.get("kind") or "")
    end = _moment(_first(outage, ENDS))
    told = (
        KINDS.get(kind, kind),
        _first(outage, PLACES),
        _first(outage, CAUSES),
        f"预计{end}前恢复供电" if end else "",
    )
    return "，".join(part for part in told if part) or None


def _first(outage: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((str(outage[name]) for name in names if outage.get(name)), "")


def _moment(written: str) -> str:
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return written
    return f"{at.month}月{at.day}日{at:%H:%M}"
