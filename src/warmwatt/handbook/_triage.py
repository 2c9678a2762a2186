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
