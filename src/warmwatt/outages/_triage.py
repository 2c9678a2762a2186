"""Indoors or outdoors? Weighs what the customer answered and what the records show, and picks the next best question.

Naive Bayes over four places with the handbook's table. A published outage is told first; where nothing more can be
learned and no judgement is reached, the outage is treated as outdoor and dispatched (供电服务规范 第14条).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log2
from typing import Literal

from warmwatt.handbook import FAULT_PLACES, FaultPlace, TriageAnswer, TriageQuestion, TriageTable
from warmwatt.outages._notice import Notice
from warmwatt.quantities import Evidence, Explained

Judgement = Literal["known_outage", "indoor", "outdoor", "unclear"]
UNKNOWN = "unknown"
PLACE_TITLES: Mapping[FaultPlace, str] = {
    "indoor": "家里线路",
    "service_line": "进户线或表箱",
    "transformer": "变压器台区",
    "feeder": "供电线路",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NextQuestion:
    """The question that teaches most now: its id, words to say, and the information expected from it in bits."""

    id: str
    ask: str
    bits: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """Where the fault probably sits. `outdoor` is the probability that it is the company's to mend."""

    judgement: Judgement
    probabilities: Mapping[FaultPlace, float]
    outdoor: Explained[float]
    next: NextQuestion | None
    notice: Notice | None = None


def judge_location(
    *,
    table: TriageTable,
    answers: Mapping[str, str],
    evidence: Mapping[str, Evidence] | None = None,
    notice: Notice | None = None,
) -> Triage:
    """This function will weigh `answers` (question id → answer id, or `unknown`); unknown questions are passed over.

    `evidence` may name the turn or record that gave an answer.
    """
    heard = tuple(_heard(table, answers))
    probabilities = _posterior(_prior(table), heard)
    question = None if notice else _next(table, answers, probabilities)
    outdoor = 1 - probabilities["indoor"]
    judgement = _judge(table, outdoor, question) if notice is None else "known_outage"
    return Triage(
        judgement=judgement,
        probabilities=probabilities,
        outdoor=_explained(table, outdoor, heard, evidence or {}),
        next=question if judgement == "unclear" else None,
        notice=notice,
    )


def _judge(table: TriageTable, outdoor: float, question: NextQuestion | None) -> Judgement:
    if outdoor >= table.outdoor_at:
        return "outdoor"
    if 1 - outdoor >= table.indoor_at:
        return "indoor"
    return "unclear" if question else "outdoor"


def _prior(table: TriageTable) -> dict[FaultPlace, float]:
    return {place: table.prior.given(place) for place in FAULT_PLACES}


def _heard(table: TriageTable, answers: Mapping[str, str]) -> Iterator[tuple[TriageQuestion, TriageAnswer]]:
    for question in table.questions:
        answer = question.answered(answers.get(question.id))
        if answer:
            yield question, answer


def _posterior(
    prior: Mapping[FaultPlace, float], heard: tuple[tuple[TriageQuestion, TriageAnswer], ...]
) -> dict[FaultPlace, float]:
    weights = dict(prior)
    for _, answer in heard:
        weights = {place: weight * answer.likelihood.given(place) for place, weight in weights.items()}
    total = sum(weights.values())
    return {place: weight / total for place, weight in weights.items()}


def _next(
    table: TriageTable, answers: Mapping[str, str], probabilities: Mapping[FaultPlace, float]
) -> NextQuestion | None:
    open_questions = [question for question in table.questions if question.asked and question.id not in answers]
    worth = [(question.ease * _expected_bits(probabilities, question), question) for question in open_questions]
    if not worth:
        return None
    bits, question = max(worth, key=lambda one: one[0])
    return NextQuestion(id=question.id, ask=question.ask, bits=round(bits, 3))


def _expected_bits(probabilities: Mapping[FaultPlace, float], question: TriageQuestion) -> float:
    """How much the answer is expected to tell about indoor or outdoor."""
    before = _entropy(probabilities["indoor"])
    after = 0.0
    for answer in question.answers:
        chance = sum(weight * answer.likelihood.given(place) for place, weight in probabilities.items())
        indoor = probabilities["indoor"] * answer.likelihood.given("indoor") / chance
        after += chance * _entropy(indoor)
    return before - after


def _entropy(probability: float) -> float:
    parts = (probability, 1 - probability)
    return -sum(part * log2(part) for part in parts if part > 0)


def _explained(
    table: TriageTable,
    outdoor: float,
    heard: tuple[tuple[TriageQuestion, TriageAnswer], ...],
    evidence: Mapping[str, Evidence],
) -> Explained[float]:
    rule = Evidence(kind="rule", ref=f"triage/{table.id}", words=table.title)
    # Never told as certain: the table is a prior, and customers look in haste.
    percent = min(99, max(1, round(outdoor * 100)))
    said = "，".join(answer.title for _, answer in heard) or "还没有问到情况"
    return Explained(
        name="outages.outdoor",
        value=percent / 100,
        sentence=f"{said}：外部故障的可能性约{percent}%",
        rule=f"triage/{table.id}",
        source=table.source,
        inputs=(*(evidence.get(one.id, _record(one, answer)) for one, answer in heard), rule),
    )


def _record(question: TriageQuestion, answer: TriageAnswer) -> Evidence:
    return Evidence(kind="record", ref=f"answer/{question.id}", words=answer.title)
