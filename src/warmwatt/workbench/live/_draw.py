"""Draws the pieces that are pushed: each replaces, or is added to, the piece of the same id on the page."""

from datetime import datetime

from django.template.loader import render_to_string

from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord, Staff
from warmwatt.workbench.panels import (
    board_rows,
    counts,
    due_rows,
    flows_shown,
    lifted_rows,
    matters_of,
    own_rows,
    review_of,
    turn_shown,
    turns_shown,
    waiting_rows,
)


def desk_words(conversation_id: str, *, after: int) -> tuple[str, int]:
    """This function will draw what an agent reads at once, turns since `after` and cards, and name the last turn."""
    conversation = _conversation(conversation_id, without=("session",))
    if conversation is None:
        return "", after
    turns = turns_shown(conversation_id, channel=conversation.channel, after=after)
    cards = queries.open_cards(conversation_id)
    context = {"oob": True, "conversation": conversation, "turns": turns, "cards": cards}
    drawn = render_to_string("workbench/desk/push_words.html", context)
    return drawn, turns[-1].index if turns else after


def desk_matters(conversation_id: str) -> str:
    """This function will draw what stands beside the words: steps, facts, cases and promises."""
    conversation = _conversation(conversation_id)
    if conversation is None:
        return ""
    return render_to_string(
        "workbench/desk/push_matters.html",
        {
            "oob": True,
            "conversation": conversation,
            "flows": flows_shown(conversation.session),
            "facts": queries.facts_of(conversation_id),
            "matters": matters_of(conversation_id),
        },
    )


def correction_pieces(conversation_id: str, *, turn: int | None) -> str:
    """This function will draw what a correction changes: the head of its turn, or the marks beside the verdicts."""
    conversation = _conversation(conversation_id, without=("session",))
    if conversation is None:
        return ""
    if turn is None:
        marks = {"review": review_of(conversation_id), "again": True}
        return render_to_string("workbench/desk/review_marks.html", marks)
    shown = turn_shown(conversation_id, channel=conversation.channel, turn=turn)
    context = {"turn": shown, "conversation": conversation, "again": True}
    return render_to_string("workbench/desk/meta.html", context)


def customer_pieces(conversation_id: str, *, after: int) -> tuple[str, int]:
    """This function will draw what the customer may see of a conversation since turn `after`."""
    conversation = _conversation(conversation_id, without=("session",))
    if conversation is None:
        return "", after
    turns = turns_shown(conversation_id, channel=conversation.channel, after=after)
    drawn = render_to_string(
        "workbench/chat/push.html",
        {"oob": True, "turns": turns, **customer_context(conversation)},
    )
    return drawn, turns[-1].index if turns else after


def customer_context(conversation: ConversationRecord) -> dict[str, object]:
    """This function will return what a customer may see beside the words: who serves them, and their cases."""
    ahead = 0
    if conversation.state == "waiting":
        ahead = queries.waiting().filter(started_at__lt=conversation.started_at).count()
    return {"conversation": conversation, "cases": queries.cases_of(conversation.pk), "ahead": ahead}


def own_list(staff: Staff) -> str:
    """This function will draw the agent's own live conversations."""
    return render_to_string("workbench/desk/own.html", {"oob": True, "own": own_rows(staff)})


def waiting_list() -> str:
    """This function will draw who waits for an agent."""
    return render_to_string("workbench/desk/waiting.html", {"oob": True, "waiting": waiting_rows()})


def board_pieces(ids: frozenset[str] | None, *, now: datetime) -> str:
    """This function will draw the board's changed rows (all, with `ids` None), its figures, and what is due."""
    rows = board_rows(ids)
    gone = (ids or frozenset()) - {each.row.id for each in rows}
    return render_to_string(
        "workbench/board/push.html",
        {
            "oob": True,
            "whole": ids is None,
            "rows": rows,
            "gone": sorted(gone),
            "counts": counts(now=now),
            "due": due_rows(now=now),
            "lifted": lifted_rows(),
            "now": now,
        },
    )


def _conversation(conversation_id: str, *, without: tuple[str, ...] = ()) -> ConversationRecord | None:
    found = ConversationRecord.objects.select_related("agent").defer(*without)
    return found.filter(pk=conversation_id).first()
