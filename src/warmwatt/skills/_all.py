"""All twenty-eight skills, in the order of the service criteria."""

from typing import Any

from warmwatt.handbook import Handbook
from warmwatt.skills._skill import Skill
from warmwatt.skills.authority_alternative import AuthorityAlternative
from warmwatt.skills.authority_no_overpromise import AuthorityNoOverpromise
from warmwatt.skills.bill_breakdown import BillBreakdown
from warmwatt.skills.bill_cite_policy import BillCitePolicy
from warmwatt.skills.business_channels import BusinessChannels
from warmwatt.skills.business_materials_once import BusinessMaterialsOnce
from warmwatt.skills.closing_anything_else import ClosingAnythingElse
from warmwatt.skills.closing_thanks import ClosingThanks
from warmwatt.skills.complaint_deadline import ComplaintDeadline
from warmwatt.skills.complaint_sequence import ComplaintSequence
from warmwatt.skills.emotion_comfort_first import EmotionComfortFirst
from warmwatt.skills.emotion_no_argument import EmotionNoArgument
from warmwatt.skills.emotion_refocus import EmotionRefocus
from warmwatt.skills.escalation_when_due import EscalationWhenDue
from warmwatt.skills.greeting_identify import GreetingIdentify
from warmwatt.skills.language_courtesy import LanguageCourtesy
from warmwatt.skills.language_plain_words import LanguagePlainWords
from warmwatt.skills.language_positive_wording import LanguagePositiveWording
from warmwatt.skills.listening_backchannel import ListeningBackchannel
from warmwatt.skills.listening_no_interruption import ListeningNoInterruption
from warmwatt.skills.listening_readback import ListeningReadback
from warmwatt.skills.ownership_no_buck_passing import OwnershipNoBuckPassing
from warmwatt.skills.procedure_diagnose import ProcedureDiagnose
from warmwatt.skills.procedure_estimate import ProcedureEstimate
from warmwatt.skills.procedure_followup import ProcedureFollowup
from warmwatt.skills.procedure_order_number import ProcedureOrderNumber
from warmwatt.skills.procedure_verify import ProcedureVerify
from warmwatt.skills.safety_first import SafetyFirst

CLASSES: tuple[type[Any], ...] = (
    GreetingIdentify,
    ListeningBackchannel,
    ListeningNoInterruption,
    ListeningReadback,
    LanguagePlainWords,
    LanguagePositiveWording,
    LanguageCourtesy,
    EmotionComfortFirst,
    EmotionNoArgument,
    EmotionRefocus,
    ProcedureVerify,
    ProcedureDiagnose,
    ProcedureEstimate,
    ProcedureOrderNumber,
    ProcedureFollowup,
    AuthorityNoOverpromise,
    AuthorityAlternative,
    OwnershipNoBuckPassing,
    EscalationWhenDue,
    SafetyFirst,
    BillBreakdown,
    BillCitePolicy,
    BusinessMaterialsOnce,
    BusinessChannels,
    ComplaintSequence,
    ComplaintDeadline,
    ClosingAnythingElse,
    ClosingThanks,
)


def all_skills(*, handbook: Handbook) -> tuple[Skill[Any], ...]:
    """This function will return every skill, ready to hear by the handbook's words."""
    return tuple(skill(handbook=handbook) for skill in CLASSES)
