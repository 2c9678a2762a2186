"""Handbook: the company's rules, flows, words and articles: read, checked, dated, searched."""

from warmwatt.handbook._article import Article, Subject
from warmwatt.handbook._authority import AuthorityRule
from warmwatt.handbook._business import Business, MaterialCase
from warmwatt.handbook._charge_rules import (
    ApplianceLife,
    BandRule,
    CompensationRule,
    FactorStep,
    LateFeeRule,
    PowerFactorTable,
    RecoveryRule,
)
from warmwatt.handbook._check import check_handbook
from warmwatt.handbook._criterion import Criterion
from warmwatt.handbook._cue import CueList
from warmwatt.handbook._embedding import Embed, EmbeddingBusy, EmbeddingMissing, Vectors, embed, embedded, embedded_soon
from warmwatt.handbook._entry import Entry, Part
from warmwatt.handbook._flow import Branch, Flow, Slot, Step
from warmwatt.handbook._handbook import Handbook, UnknownEntry
from warmwatt.handbook._limit import LimitExample, StandardLimit
from warmwatt.handbook._lines import AgentLine, LinePromise, LineSet
from warmwatt.handbook._phrases import PhraseList
from warmwatt.handbook._price import Category, PriceSchedule, TierRule
from warmwatt.handbook._price_parts import (
    Band,
    BandSeason,
    BasicCharge,
    ExampleUsage,
    HouseholdPolicy,
    PriceExample,
    PricePart,
    TierLimits,
    Untiered,
)
from warmwatt.handbook._rank import Way
from warmwatt.handbook._read import (
    Problem,
    UnreadableHandbook,
    read_handbook,
    shipped_handbook,
    shipped_lessons,
    survey_handbook,
)
from warmwatt.handbook._restoration import Area, AreaLimits, RestorationHistory, RestorationRow, RestorationStandard
from warmwatt.handbook._review_form import ReviewForm
from warmwatt.handbook._scenario import CustomerLines, HiddenFact, Scenario
from warmwatt.handbook._script import Script
from warmwatt.handbook._search import Hit, Search, embedded_texts, live_suggestion
from warmwatt.handbook._stretches import StretchSet, StretchTurn
from warmwatt.handbook._term import Term
from warmwatt.handbook._triage import FAULT_PLACES, FaultPlace, Likelihood, TriageAnswer, TriageQuestion, TriageTable
from warmwatt.handbook._unwelcome import UnwelcomeWording
from warmwatt.handbook._utterances import Utterance, UtteranceGroup, UtteranceSet
from warmwatt.handbook._vectors import (
    KeptVectors,
    keep_vectors,
    read_vectors,
    shipped_vectors,
    vectors_of,
    write_vectors,
)
from warmwatt.handbook._word_list import WordList
from warmwatt.handbook._wordings import Chorus, Wordings, wordings

__all__ = [
    "FAULT_PLACES",
    "AgentLine",
    "ApplianceLife",
    "Area",
    "AreaLimits",
    "Article",
    "AuthorityRule",
    "Band",
    "BandRule",
    "BandSeason",
    "BasicCharge",
    "Branch",
    "Business",
    "Category",
    "Chorus",
    "CompensationRule",
    "Criterion",
    "CueList",
    "CustomerLines",
    "Embed",
    "EmbeddingBusy",
    "EmbeddingMissing",
    "Entry",
    "ExampleUsage",
    "FactorStep",
    "FaultPlace",
    "Flow",
    "Handbook",
    "HiddenFact",
    "Hit",
    "HouseholdPolicy",
    "KeptVectors",
    "LateFeeRule",
    "Likelihood",
    "LimitExample",
    "LinePromise",
    "LineSet",
    "MaterialCase",
    "Part",
    "PhraseList",
    "PowerFactorTable",
    "PriceExample",
    "PricePart",
    "PriceSchedule",
    "Problem",
    "RecoveryRule",
    "RestorationHistory",
    "RestorationRow",
    "RestorationStandard",
    "ReviewForm",
    "Scenario",
    "Script",
    "Search",
    "Slot",
    "StandardLimit",
    "Step",
    "StretchSet",
    "StretchTurn",
    "Subject",
    "Term",
    "TierLimits",
    "TierRule",
    "TriageAnswer",
    "TriageQuestion",
    "TriageTable",
    "UnknownEntry",
    "UnreadableHandbook",
    "Untiered",
    "UnwelcomeWording",
    "Utterance",
    "UtteranceGroup",
    "UtteranceSet",
    "Vectors",
    "Way",
    "WordList",
    "Wordings",
    "check_handbook",
    "embed",
    "embedded",
    "embedded_soon",
    "embedded_texts",
    "keep_vectors",
    "live_suggestion",
    "read_handbook",
    "read_vectors",
    "shipped_handbook",
    "shipped_lessons",
    "shipped_vectors",
    "survey_handbook",
    "vectors_of",
    "wordings",
    "write_vectors",
]
