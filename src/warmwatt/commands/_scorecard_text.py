"""A review as text for people and as data for programs."""

from typing import Any

from warmwatt.conversations import Conversation
from warmwatt.skills import Review

MARKS = {"pass": "✓ 合格", "fail": "✗ 不合格", "na": "· 不涉及"}
QUOTED = 34


def scorecard_text(conversation: Conversation, review: Review) -> str:
    """This function will return a scorecard to be read in a terminal, each verdict with the turns it rests on."""
    lines = [f"{conversation.id}  {review.scorecard.total.sentence}"]
    for verdict in review.verdicts:
        title = review.titles[verdict.criterion]
        lines.append(f"  {MARKS[verdict.outcome]:8} {title}（{verdict.criterion}）{verdict.because}")
        if verdict.outcome != "na":
            lines += [f"      {_quoted(conversation, turn)}" for turn in verdict.turns]
    return "\n".join(lines)


def _quoted(conversation: Conversation, index: int) -> str:
    turn = conversation.turns[index]
    who = "座席" if turn.who == "agent" else "客户"
    words = turn.text if len(turn.text) <= QUOTED else turn.text[:QUOTED] + "…"
    return f"[{index}] {who}：{words}"


def scorecard_data(conversation: Conversation, review: Review) -> dict[str, Any]:
    """This function will return a review as plain data."""
    return {
        "id": conversation.id,
        "score": float(review.scorecard.total.value),
        "sentence": review.scorecard.total.sentence,
        "verdicts": [
            {
                "criterion": verdict.criterion,
                "title": review.titles[verdict.criterion],
                "verdict": verdict.outcome,
                "turns": list(verdict.turns),
                "because": verdict.because,
            }
            for verdict in review.verdicts
        ],
        "states": {str(index): label for index, label in review.states.items()},
        "facts": dict(review.facts),
        "promises": [
            {"turn": turn, "kind": promise.kind, "minutes": promise.minutes, "until": promise.until}
            for turn, promise in review.promises
        ],
    }
