"""The transcript as shown: each turn with its time, the customer's state and the words it was heard in."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from warmwatt.records import queries
from warmwatt.records.models import TurnRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnShown:
    """One turn of the transcript. `promises` are kinds with their limits in minutes or words."""

    index: int
    who: str
    text: str
    at: str
    state: str = ""
    state_words: str = ""
    promises: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


def turns_shown(conversation_id: str, *, channel: str, after: int = -1) -> tuple[TurnShown, ...]:
    """This function will return the turns that follow turn `after`, ready to be drawn."""
    return tuple(_shown(turn, channel) for turn in queries.turns(conversation_id, after=after))


def _shown(turn: TurnRecord, channel: str) -> TurnShown:
    reading: dict[str, Any] = turn.reading or {}
    state = reading.get("state") or {}
    return TurnShown(
        index=turn.index,
        who=turn.who,
        text=turn.text,
        at=_clock(turn.start) if channel == "phone" else f"{timezone.localtime(turn.heard_at):%H:%M}",
        state=state.get("label", "") if turn.who == "customer" else "",
        state_words=state.get("words", ""),
        promises=tuple((each["kind"], _limit(each)) for each in reading.get("promises", ())),
        facts=tuple((each["key"], each["value"]) for each in reading.get("facts", ())),
    )


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60:02d}:{int(seconds) % 60:02d}"


def _limit(promise: dict[str, Any]) -> str:
    minutes = promise.get("minutes")
    if minutes is None:
        return ""
    if minutes % 60 == 0 and minutes >= 60:
        return _("%(n)d h") % {"n": minutes // 60}
    return _("%(n)d min") % {"n": minutes}
