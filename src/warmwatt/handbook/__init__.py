"""Handbook: the company's rules, flows, words and articles: read, checked, dated, searched."""

from warmwatt.handbook._authority import AuthorityRule
from warmwatt.handbook._cue import CueList
from warmwatt.handbook._entry import Entry, Part
from warmwatt.handbook._flow import Branch, Flow, Slot, Step
from warmwatt.handbook._handbook import Handbook, UnknownEntry
from warmwatt.handbook._limit import LimitExample, StandardLimit
from warmwatt.handbook._phrases import Example, ExampleSet, PhraseList
from warmwatt.handbook._price import (
    Band,
    BandSeason,
    ExampleUsage,
    HouseholdPolicy,
    PriceExample,
    PriceSchedule,
    TierLimits,
)
from warmwatt.handbook._read import (
    Problem,
    UnreadableHandbook,
    read_handbook,
    shipped_handbook,
    survey_handbook,
)
from warmwatt.handbook._restoration import Area, AreaLimit, RestorationHistory, RestorationRow, RestorationStandard
from warmwatt.handbook._scenario import CustomerLines, HiddenFact, Scenario
from warmwatt.handbook._script import Script
from warmwatt.handbook._triage import FAULT_PLACES, FaultPlace, Likelihood, TriageAnswer, TriageQuestion, TriageTable
from warmwatt.handbook._utterances import UtteranceGroup, UtteranceSet

__all__ = [
    "FAULT_PLACES",
    "Area",
    "AreaLimit",
    "AuthorityRule",
    "Band",
    "BandSeason",
    "Branch",
    "CueList",
    "CustomerLines",
    "Entry",
    "Example",
    "ExampleSet",
    "ExampleUsage",
    "FaultPlace",
    "Flow",
    "Handbook",
    "HiddenFact",
    "HouseholdPolicy",
    "Likelihood",
    "LimitExample",
    "Part",
    "PhraseList",
    "PriceExample",
    "PriceSchedule",
    "Problem",
    "RestorationHistory",
    "RestorationRow",
    "RestorationStandard",
    "Scenario",
    "Script",
    "Slot",
    "StandardLimit",
    "Step",
    "TierLimits",
    "TriageAnswer",
    "TriageQuestion",
    "TriageTable",
    "UnknownEntry",
    "UnreadableHandbook",
    "UtteranceGroup",
    "UtteranceSet",
    "read_handbook",
    "shipped_handbook",
    "survey_handbook",
]
