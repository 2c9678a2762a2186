"""A supervisor says what is right where the desk read or judged otherwise. The desk's own reading stays as it was."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from warmwatt.desk._announce import announce
from warmwatt.desk._errors import UnableToChange, no_such
from warmwatt.desk._one_writer import one_writer
from warmwatt.desk._words import without_control
from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord, Correction, Staff, TurnRecord
from warmwatt.understanding import STATES, TOPICS

CORRECTORS = ("supervisor", "quality", "admin")
OUTCOMES = ("pass", "fail", "na")
LABELS = {"topics": TOPICS, "state": STATES, "verdict": OUTCOMES}
MOST_TOPICS = 4
LONGEST_REASON = 500
LARGEST_ID = 2**63 - 1


def may_correct(staff: Staff) -> bool:
    """This function will tell whether a member of staff may correct what the desk read and judged."""
    return staff.role in CORRECTORS


def correct(
    conversation_id: str,
    *,
    kind: str,
    right: Sequence[str],
    reason: str,
    staff: Staff,
    now: datetime,
    turn: int | None = None,
    criterion: str = "",
) -> Correction:
    """This function will keep a correction of a turn's `topics` or `state`, or of a criterion's `verdict`.

    It takes the place of one that stood. It raises UnableToFind where there is nothing to correct, and UnableToChange
    where the role may not, the labels are wrong, or the reason is missing.
    """
    _check_role(staff)
    labels, words = _accepted_labels(kind, right), _accepted_reason(reason)
    with one_writer():
        conversation = ConversationRecord.objects.select_for_update().filter(pk=conversation_id[:40]).first()
        if conversation is None:
            raise no_such("conversation")
        subject = _subject(conversation, kind, turn=turn, criterion=criterion, staff=staff)
        read = _read(conversation, kind, **subject)
        if set(labels) == set(read):
            raise UnableToChange("same", _("That is what the desk read already. To undo a correction, take it back."))
        _standing(conversation, kind, subject).update(ended_by=staff, ended_at=now, ending="replaced")
        made = Correction.objects.create(
            conversation=conversation,
            kind=kind,
            read=read,
            right=labels,
            reason=words,
            made_by=staff,
            made_at=now,
            **subject,
        )
        announce(conversation, "corrected", turn=made.turn)
    return made


def take_back_correction(correction_id: int, *, staff: Staff, now: datetime) -> Correction:
    """This function will end a correction, so that the desk's own reading stands again; the record stays."""
    _check_role(staff)
    with one_writer():
        found = Correction.objects.select_for_update(of=("self",)).select_related("conversation__agent", "made_by")
        made = found.filter(pk=correction_id).first() if correction_id <= LARGEST_ID else None
        if made is None:
            raise no_such("correction")
        if made.ended_at is not None:
            raise UnableToChange("ended", _("This correction no longer stands; there is nothing to take back."))
        _check_not_own(made.conversation, made.kind, staff)
        made.ended_by, made.ended_at, made.ending = staff, now, "taken_back"
        made.save(update_fields=["ended_by", "ended_at", "ending"])
        announce(made.conversation, "corrected", turn=made.turn)
    return made


def _check_role(staff: Staff) -> None:
    if not may_correct(staff):
        raise UnableToChange("role", _("Only a supervisor or quality staff can correct this."))


def _check_not_own(conversation: ConversationRecord, kind: str, staff: Staff) -> None:
    if kind == "verdict" and conversation.agent_id == staff.pk:
        raise UnableToChange("own", _("You served this customer yourself; let a colleague judge the conversation."))


def _accepted_labels(kind: str, right: Sequence[str]) -> list[str]:
    known = LABELS.get(kind)
    if known is None:
        raise UnableToChange("kind", _("A correction is of topics, of a state or of a verdict."))
    labels = list(dict.fromkeys(right))
    unknown = [label for label in labels if label not in known]
    if unknown:
        message = _("There is no such label: %(label)s. Choose one from the list.")
        raise UnableToChange("label", message % {"label": unknown[0][:40]})
    if kind != "topics" and len(labels) != 1:
        raise UnableToChange("label", _("Choose exactly one."))
    if len(labels) > MOST_TOPICS:
        raise UnableToChange("label", _("Choose at most %(n)d topics.") % {"n": MOST_TOPICS})
    return labels


def _accepted_reason(reason: str) -> str:
    words = without_control(reason)
    if not words:
        raise UnableToChange("reason", _("Say in a few words why it is wrong; the next reader learns from it."))
    if len(words) > LONGEST_REASON:
        raise UnableToChange("reason", _("Say it in at most %(n)d characters.") % {"n": LONGEST_REASON})
    return words


def _subject(
    conversation: ConversationRecord, kind: str, *, turn: int | None, criterion: str, staff: Staff
) -> dict[str, Any]:
    if kind == "verdict":
        _check_not_own(conversation, kind, staff)
        return {"turn": None, "criterion": criterion}
    if turn is None or not 0 <= turn < conversation.turn_count:
        raise no_such("turn")
    return {"turn": turn, "criterion": ""}


def _read(conversation: ConversationRecord, kind: str, *, turn: int | None, criterion: str) -> list[str]:
    """What the desk itself made of it, as labels."""
    if kind == "verdict":
        return [_verdict(conversation, criterion)["outcome"]]
    found = TurnRecord.objects.filter(conversation=conversation).get(index=turn or 0)
    if found.who != "customer":
        raise UnableToChange("agent_turn", _("Only what a customer says has topics and a state."))
    if kind == "topics":
        return [topic["label"] for topic in found.reading.get("topics", ())]
    state = found.reading.get("state")
    return [state["label"]] if state else []


def _verdict(conversation: ConversationRecord, criterion: str) -> dict[str, Any]:
    card = queries.scorecard_of(conversation.pk)
    if card is None:
        raise no_such("review")
    verdict: dict[str, Any] | None = next((row for row in card.verdicts if row["criterion"] == criterion), None)
    if verdict is None:
        raise no_such("criterion")
    return verdict


def _standing(conversation: ConversationRecord, kind: str, subject: dict[str, Any]) -> Any:
    return queries.corrections_of(conversation.pk).filter(kind=kind, **subject)
