"""`warmwatt intake`: written messages → topics, facts, state, proposed case and flow."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from warmwatt.cases import matter_of
from warmwatt.commands._app import app
from warmwatt.commands._files import rows_of
from warmwatt.commands._yard import Yard, the_yard
from warmwatt.conversations import Turn
from warmwatt.understanding import Situation

EXCERPT = 36


@app.command()
def intake(
    file: Annotated[Path, typer.Argument(help="Messages, JSON Lines with `id`, `title` and `text`.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a message.")] = False,
) -> None:
    """Read written messages and propose a case and a flow for each. 来信预处理。"""
    yard = the_yard()
    answered = 0
    for number, row in rows_of(file):
        text = str(row.get("text") or "").strip()
        if not text and not row.get("title"):
            typer.echo(f"{file}:{number}: field text: is missing; passed over", err=True)
            continue
        answer = take_in(row, yard)
        answered += 1
        typer.echo(json.dumps(answer, ensure_ascii=False) if as_json else _line(answer))
    typer.echo(f"{answered} messages answered 共处理 {answered} 条", err=True)


def take_in(row: dict[str, Any], yard: Yard) -> dict[str, Any]:
    """This function will return one message's topics, state, facts, and the case and flow proposed for it."""
    words = "。".join(part for part in (str(row.get("title") or ""), str(row.get("text") or "")) if part)
    reading = yard.coach.reader.read(Turn(who="customer", text=words), Situation())
    labels = [topic.label for topic in reading.topics]
    flow = yard.coach.flows.proposed(reading)
    return {
        "id": row.get("id"),
        "title": row.get("title"),
        "topics": [
            {"label": topic.label, "confidence": round(topic.confidence, 3), "words": topic.words}
            for topic in reading.topics
        ],
        "state": reading.state.label if reading.state else "calm",
        "facts": {fact.key: fact.value for fact in reading.facts},
        "case": {"matter": matter_of(labels), "summary": str(row.get("title") or words[:EXCERPT])},
        "flow": {"id": flow.id, "title": flow.title} if flow else None,
    }


def _line(answer: dict[str, Any]) -> str:
    topics = " ".join(topic["label"] for topic in answer["topics"])
    facts = "；".join(f"{key}={value[:EXCERPT]}" for key, value in answer["facts"].items())
    flow = answer["flow"]["title"] if answer["flow"] else "—"
    title = str(answer["title"] or "")[:EXCERPT]
    return f"{answer['id']}  {title}\n    {topics} · {answer['state']} · 流程 {flow}\n    {facts or '—'}"
