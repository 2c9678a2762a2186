"""Handbook: the company's rules, flows, words and articles: read, checked, dated, searched."""

from warmwatt.handbook._entry import Entry, Part
from warmwatt.handbook._handbook import Handbook, UnknownEntry
from warmwatt.handbook._phrases import Example, ExampleSet, PhraseList
from warmwatt.handbook._read import (
    Problem,
    UnreadableHandbook,
    read_handbook,
    shipped_handbook,
    survey_handbook,
)
from warmwatt.handbook._script import Script

__all__ = [
    "Entry",
    "Example",
    "ExampleSet",
    "Handbook",
    "Part",
    "PhraseList",
    "Problem",
    "Script",
    "UnknownEntry",
    "UnreadableHandbook",
    "read_handbook",
    "shipped_handbook",
    "survey_handbook",
]
