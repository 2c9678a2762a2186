"""How answers tell where an outage sits: a table of priors and likelihoods, open to those who know the network."""

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from warmwatt.handbook._entry import Entry, Part

FaultPlace = Literal["indoor", "service_line", "transformer", "feeder"]
FAULT_PLACES: tuple[FaultPlace, ...] = ("indoor", "service_line", "transformer", "feeder")


class Likelihood(Part):
    """How probable an answer is, given where the fault sits."""

    indoor: float = Field(gt=0, lt=1)
    service_line: float = Field(gt=0, lt=1)
    transformer: float = Field(gt=0, lt=1)
    feeder: float = Field(gt=0, lt=1)

    def given(self, place: FaultPlace) -> float:
        """This function will return the probability for that place."""
        return float(getattr(self, place))


class TriageAnswer(Part):
    """One answer to a question, in words, with its likelihood."""

    id: str
    title: str
    likelihood: Likelihood


class TriageUnion(Part):
    """A coarser answer: any of several answers, where the customer said no more."""

    id: str
    title: str
    of: tuple[str, ...] = Field(min_length=2)


class TriageQuestion(Part):
    """A question to the customer, or (`asked` false) something that the desk's own records answer.

    `ease` is the chance that a customer can answer at once: most see a neighbour's lights, few stand near their meter.
    """

    id: str
    title: str
    ask: str = ""
    asked: bool = True
    ease: float = Field(default=1.0, gt=0, le=1)
    answers: tuple[TriageAnswer, ...] = Field(min_length=2)
    unions: tuple[TriageUnion, ...] = ()

    def answered(self, answer_id: str | None) -> TriageAnswer | None:
        """This function will return the answer of that id, a union as one answer, or None for an unknown id."""
        for answer in self.answers:
            if answer.id == answer_id:
                return answer
        union = next((union for union in self.unions if union.id == answer_id), None)
        return self._joined(union) if union else None

    def _joined(self, union: TriageUnion) -> TriageAnswer:
        parts = [answer.likelihood for answer in self.answers if answer.id in union.of]
        sums = {place: sum(part.given(place) for part in parts) for place in FAULT_PLACES}
        return TriageAnswer(id=union.id, title=union.title, likelihood=Likelihood.model_validate(sums))

    @model_validator(mode="after")
    def _sums_to_one(self) -> "TriageQuestion":
        for place in FAULT_PLACES:
            total = sum(answer.likelihood.given(place) for answer in self.answers)
            if abs(total - 1) > 1e-6:
                raise ValueError(f"the answers to {self.id} sum to {total:.3f} for {place}, not 1")
        return self


class TriageTable(Entry):
    """Priors, questions and the thresholds at which a judgement is told. The figures are priors, to be learned."""

    folder: ClassVar[str] = "triage"

    prior: Likelihood
    questions: tuple[TriageQuestion, ...]
    indoor_at: float = Field(gt=0.5, lt=1)
    outdoor_at: float = Field(gt=0.5, lt=1)
