"""The score of a conversation: what was passed of what arose, weighed by the handbook's form."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from warmwatt.handbook import ReviewForm
from warmwatt.quantities import Evidence, Explained, SetAside
from warmwatt.skills._verdict import Verdict

ONE_PLACE = Decimal("0.1")
DEFAULT_WEIGHT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The total, 0 to 100, with the verdicts that it rests on."""

    form: str
    total: Explained[Decimal]
    verdicts: tuple[Verdict, ...]


def score(verdicts: Sequence[Verdict], form: ReviewForm) -> Scorecard:
    """This function will weigh the verdicts; what did not arise is out of the denominator."""
    arose = [verdict for verdict in verdicts if verdict.outcome != "na"]
    whole = sum(_weight(form, verdict) for verdict in arose)
    won = sum(_weight(form, verdict) for verdict in arose if verdict.outcome == "pass")
    plain = (Decimal(100 * won) / whole).quantize(ONE_PLACE, ROUND_HALF_UP) if whole else Decimal("100.0")
    fatal = [verdict.criterion for verdict in arose if verdict.outcome == "fail" and verdict.criterion in form.fatal]
    value = min(plain, Decimal(form.cap).quantize(ONE_PLACE)) if fatal else plain
    total = Explained(
        name="skills.score",
        value=value,
        sentence=_sentence(value, plain, len(arose), sum(v.outcome == "pass" for v in arose), bool(fatal)),
        rule=f"review_forms/{form.id}",
        source=form.source,
        inputs=tuple(_evidence(verdict) for verdict in arose)
        or (Evidence(kind="rule", ref=f"review_forms/{form.id}", words="没有涉及任何质检项"),),
        set_aside=tuple(SetAside(rule=v.criterion, why_not="情形没有出现") for v in verdicts if v.outcome == "na"),
    )
    return Scorecard(form=form.id, total=total, verdicts=tuple(verdicts))


def _weight(form: ReviewForm, verdict: Verdict) -> int:
    return form.weights.get(verdict.criterion, DEFAULT_WEIGHT)


def _sentence(value: Decimal, plain: Decimal, arose: int, passed: int, capped: bool) -> str:
    words = f"得分{value}：涉及{arose}项，合格{passed}项"
    return words + (f"；有一票否决项，原得分{plain}" if capped and plain > value else "")


def _evidence(verdict: Verdict) -> Evidence:
    if verdict.turns:
        return Evidence(kind="turn", ref=",".join(map(str, verdict.turns)), words=verdict.because or verdict.criterion)
    return Evidence(kind="rule", ref=verdict.criterion, words=verdict.because or verdict.criterion)
