"""Handbook: the company's rules, flows, words and articles: read, checked, dated, searched."""

from warmwatt.handbook._entry import Entry, Part
from warmwatt.handbook._handbook import Handbook, UnknownEntry
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
from warmwatt.handbook._script import Script
from warmwatt.handbook._utterances import UtteranceGroup, UtteranceSet

__all__ = [
    "Band",
    "BandSeason",
    "Entry",
    "Example",
    "ExampleSet",
    "ExampleUsage",
    "Handbook",
    "HouseholdPolicy",
    "Part",
    "PhraseList",
    "PriceExample",
    "PriceSchedule",
    "Problem",
    "Script",
    "TierLimits",
    "UnknownEntry",
    "UnreadableHandbook",
    "UtteranceGroup",
    "UtteranceSet",
    "read_handbook",
    "shipped_handbook",
    "survey_handbook",
]
