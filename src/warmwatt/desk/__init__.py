"""Desk: joins the rooms for one live conversation or case; the only writer of records."""

from warmwatt.desk._announce import attach
from warmwatt.desk._begin import begin_conversation
from warmwatt.desk._cards import mark_card
from warmwatt.desk._cases import MATTERS, open_case
from warmwatt.desk._claim import claim, take_over
from warmwatt.desk._close import close_conversation, rate
from warmwatt.desk._close_case import close_case, tell_result
from warmwatt.desk._coach import the_coach, the_handbook
from warmwatt.desk._correct import CORRECTORS, correct, may_correct, take_back_correction
from warmwatt.desk._customer import CustomerView, customer_view
from warmwatt.desk._errors import Unable, UnableToChange, UnableToClaim, UnableToClose, UnableToFind, UnableToHear
from warmwatt.desk._escalate import escalate, take_escalation
from warmwatt.desk._find import find_articles
from warmwatt.desk._hear import HeardTurn, hear
from warmwatt.desk._lessons import utterances_of, verdicts_of, written_utterances
from warmwatt.desk._lookup import find_case, find_conversation
from warmwatt.desk._orders import step_order
from warmwatt.desk._play import begin_call, play, speak_turn
from warmwatt.desk._preview import preview
from warmwatt.desk._promises import end_promise
from warmwatt.desk._review import corrected_score
from warmwatt.desk._staff import add_staff
from warmwatt.desk._tokens import issue_token
from warmwatt.desk._transcripts import closed_transcripts, take_transcript
from warmwatt.desk._warm_up import is_warm, warm_up
from warmwatt.desk._why import VerdictWhy, labels_read, why_turn, why_verdict, whys_of_turn
from warmwatt.desk._worker import do_due
from warmwatt.handbook import Hit
from warmwatt.skills import Advice

__all__ = [
    "CORRECTORS",
    "MATTERS",
    "Advice",
    "CustomerView",
    "HeardTurn",
    "Hit",
    "Unable",
    "UnableToChange",
    "UnableToClaim",
    "UnableToClose",
    "UnableToFind",
    "UnableToHear",
    "VerdictWhy",
    "add_staff",
    "attach",
    "begin_call",
    "begin_conversation",
    "claim",
    "close_case",
    "close_conversation",
    "closed_transcripts",
    "correct",
    "corrected_score",
    "customer_view",
    "do_due",
    "end_promise",
    "escalate",
    "find_articles",
    "find_case",
    "find_conversation",
    "hear",
    "is_warm",
    "issue_token",
    "labels_read",
    "mark_card",
    "may_correct",
    "open_case",
    "play",
    "preview",
    "rate",
    "speak_turn",
    "step_order",
    "take_back_correction",
    "take_escalation",
    "take_over",
    "take_transcript",
    "tell_result",
    "the_coach",
    "the_handbook",
    "utterances_of",
    "verdicts_of",
    "warm_up",
    "why_turn",
    "why_verdict",
    "whys_of_turn",
    "written_utterances",
]
