"""The transcript as shown: each turn with its time, the customer's state and the words it was heard in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from warmwatt.records import queries
from warmwatt.records.models import Correction, TurnRecord


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
    topics: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


def turns_shown(conversation_id: str, *, channel: str, after: int = -1) -> tuple[TurnShown, ...]:
    """This function will return the turns that follow turn `after`, ready to be drawn."""
    turns = list(queries.turns(conversation_id, after=after))
    made = list(queries.corrections_of(conversation_id).filter(turn__gt=after)) if turns else []
    return tuple(_shown(turn, channel, [each for each in made if each.turn == turn.index]) for turn in turns)


def turn_shown(conversation_id: str, *, channel: str, turn: int) -> TurnShown | None:
    """This function will return one turn, ready to be drawn again."""
    shown = turns_shown(conversation_id, channel=channel, after=turn - 1)
    return shown[0] if shown else None


def _shown(turn: TurnRecord, channel: str, corrections: Iterable[Correction]) -> TurnShown:
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
        topics=tuple(each["label"] for each in reading.get("topics", ())),
        corrections=tuple(corrections),
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
