"""Every kind of entry that a handbook may hold. A new kind is a model with its folder, and a line here."""

from warmwatt.handbook._article import Article
from warmwatt.handbook._authority import AuthorityRule
from warmwatt.handbook._business import Business
from warmwatt.handbook._charge_rules import (
    BandRule,
    CompensationRule,
    LateFeeRule,
    PowerFactorTable,
    RecoveryRule,
)
from warmwatt.handbook._criterion import Criterion
from warmwatt.handbook._cue import CueList
from warmwatt.handbook._entry import Entry
from warmwatt.handbook._flow import Flow
from warmwatt.handbook._limit import StandardLimit
from warmwatt.handbook._lines import LineSet
from warmwatt.handbook._phrases import PhraseList
from warmwatt.handbook._price import PriceSchedule
from warmwatt.handbook._restoration import RestorationHistory, RestorationStandard
from warmwatt.handbook._review_form import ReviewForm
from warmwatt.handbook._scenario import Scenario
from warmwatt.handbook._script import Script
from warmwatt.handbook._stretches import StretchSet
from warmwatt.handbook._term import Term
from warmwatt.handbook._triage import TriageTable
from warmwatt.handbook._unwelcome import UnwelcomeWording
from warmwatt.handbook._utterances import UtteranceSet
from warmwatt.handbook._word_list import WordList

KINDS: tuple[type[Entry], ...] = (
    Article,
    StandardLimit,
    BandRule,
    Business,
    Criterion,
    CompensationRule,
    CueList,
    AuthorityRule,
    Flow,
    LateFeeRule,
    LineSet,
    PhraseList,
    PowerFactorTable,
    PriceSchedule,
    RecoveryRule,
    RestorationHistory,
    RestorationStandard,
    ReviewForm,
    Scenario,
    Script,
    StretchSet,
    Term,
    TriageTable,
    UnwelcomeWording,
    UtteranceSet,
    WordList,
)
