"""`warmwatt review`: scorecards of transcripts, as text, JSON or one printable HTML page."""

import json
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from warmwatt.commands._app import app
from warmwatt.commands._files import conversations_of
from warmwatt.commands._scorecard_page import scorecard_page
from warmwatt.commands._scorecard_text import scorecard_data, scorecard_text
from warmwatt.commands._yard import Yard, the_yard
from warmwatt.conversations import Conversation
from warmwatt.handbook import ReviewForm
from warmwatt.skills import Review
from warmwatt.skills import review as review_conversation


class Form(StrEnum):
    """How the scorecard is written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


@app.command()
def review(
    file: Annotated[Path, typer.Argument(help="Transcripts: JSON Lines, or one vCon.")],
    form: Annotated[Form, typer.Option("--format", help="text, json or html.")] = Form.TEXT,
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of the screen.")] = None,
) -> None:
    """Review transcripts against the service criteria; every verdict points at its turns. 服务质检。"""
    conversations = conversations_of(file)
    if not conversations:
        typer.echo(f"{file}: no readable conversation 没有可读的对话", err=True)
        raise typer.Exit(2)
    yard = the_yard()
    reviews = [(conversation, review_one(conversation, yard)) for conversation in conversations]
    written = _written(reviews, form)
    if out is None:
        typer.echo(written)
    else:
        out.write_text(written, encoding="utf-8")
        typer.echo(f"{len(reviews)} reviewed → {out}", err=True)


def review_one(conversation: Conversation, yard: Yard) -> Review:
    """This function will review a conversation by the form in force on the day it was held."""
    return review_conversation(conversation, coach=yard.coach, form=form_of(yard, conversation.start.date()))


def form_of(yard: Yard, day: date) -> ReviewForm:
    """This function will return the review form in force on `day`, or the earliest there is."""
    return (yard.handbook.in_force(ReviewForm, day) or yard.handbook.of(ReviewForm))[-1]


def _written(reviews: Sequence[tuple[Conversation, Review]], form: Form) -> str:
    if form is Form.HTML:
        return scorecard_page(reviews)
    if form is Form.JSON:
        return json.dumps([scorecard_data(*pair) for pair in reviews], ensure_ascii=False, indent=2)
    return "\n\n".join(scorecard_text(*pair) for pair in reviews)
