"""The names that people read for the ids of the service contract."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Labels = dict[str, Lazy]

TOPICS: Labels = {
    "outage.report": _("Outage report"),
    "outage.query": _("Outage query"),
    "hazard.report": _("Hazard report"),
    "voltage.report": _("Power quality"),
    "bill.query": _("Bill query"),
    "bill.dispute": _("Bill dispute"),
    "payment": _("Payment"),
    "arrears.restore": _("Reconnection after arrears"),
    "tariff.query": _("Tariff query"),
    "meter.check": _("Meter check"),
    "business.new": _("New supply"),
    "business.capacity": _("Capacity change"),
    "business.transfer": _("Transfer of ownership"),
    "business.close": _("Closing an account"),
    "business.tou": _("Peak and valley pricing"),
    "business.charger": _("Charging point"),
    "business.solar": _("Solar connection"),
    "invoice": _("Invoice"),
    "case.progress": _("Progress of a case"),
    "complaint": _("Complaint"),
    "suggestion": _("Suggestion"),
    "praise": _("Praise"),
    "safety.advice": _("Safety advice"),
    "other": _("Other"),
}
MATTERS: Labels = {
    **TOPICS,
    "outage": _("Outage repair"),
    "hazard": _("Hazard"),
    "voltage": _("Power quality"),
    "bill": _("Bill matter"),
    "meter": _("Meter matter"),
    "business": _("Business application"),
    "arrears": _("Arrears and reconnection"),
    "tariff": _("Tariff query"),
    "progress": _("Progress of a case"),
    "enquiry": _("Enquiry"),
    "safety": _("Safety advice"),
}
STATES: Labels = {
    "calm": _("Calm"),
    "anxious": _("Anxious"),
    "confused": _("Confused"),
    "dissatisfied": _("Dissatisfied"),
    "angry": _("Angry"),
    "grateful": _("Grateful"),
}
# How urgently a state asks for someone's eye; the board sorts by it.
HEAT = {"angry": 5, "anxious": 4, "dissatisfied": 3, "confused": 2, "calm": 1, "grateful": 0}
FACTS: Labels = {
    "address": _("Address"),
    "contact": _("Contact"),
    "account": _("Account number"),
    "name": _("Name"),
    "since": _("Since"),
    "amount_yuan": _("Amount (yuan)"),
    "usage_kwh": _("Usage (kWh)"),
    "month": _("Month"),
    "symptom": _("Symptom"),
}
PROMISES: Labels = {
    "arrive": _("Crew arrives"),
    "restore": _("Supply restored"),
    "callback": _("Call back"),
    "answer": _("Answer"),
    "visit": _("Visit"),
    "send": _("Send"),
    "apply_upward": _("Apply upward"),
    "other": pgettext_lazy("promise", "Other"),
}
AUTHORITIES: Labels = {
    "standard": _("Within authority"),
    "needs_hedge": _("Leave room"),
    "beyond": _("Beyond authority"),
}
CHANNELS: Labels = {"phone": _("Phone"), "chat": _("Chat")}
CAUSES: Labels = {
    "supervisor_asked": _("Asks for a supervisor"),
    "outside_pressure": _("Media or regulator"),
    "safety": _("Danger to life"),
    "life_support": _("Life support at home"),
    "third_angry_turn": _("Anger does not ease"),
    "third_contact": _("Third contact on one matter"),
    "beyond_authority": _("Beyond my authority"),
    "overdue": _("A promise is overdue"),
}
ROLES: Labels = {
    "agent": _("Agent"),
    "supervisor": _("Supervisor"),
    "back_office": _("Back office"),
    "quality": _("Quality"),
    "admin": _("Administrator"),
}
TEAMS: Labels = {
    "service": _("Customer service"),
    "repair": _("Repair"),
    "metering": _("Metering"),
    "billing": _("Billing"),
    "new_supply": _("New supply team"),
}
OUTCOMES: Labels = {
    "pass": pgettext_lazy("verdict", "Met"),
    "fail": pgettext_lazy("verdict", "Missed"),
    "na": pgettext_lazy("verdict", "Did not arise"),
}
CORRECTED: Labels = {
    "topics": pgettext_lazy("correction", "Topics"),
    "state": pgettext_lazy("correction", "State"),
    "verdict": pgettext_lazy("correction", "Verdict"),
}
ENDINGS: Labels = {
    "replaced": pgettext_lazy("correction", "corrected again"),
    "taken_back": pgettext_lazy("correction", "taken back"),
}
STAGES: Labels = {
    "waiting": _("Waiting"),
    "live": _("Live"),
    "closed": pgettext_lazy("case", "Closed"),
    "open": _("Open"),
    "resolved": _("Done, to be told"),
    "dispatched": _("Dispatched"),
    "accepted": _("Accepted"),
    "arrived": _("On site"),
    "done": _("Done"),
    "returned": _("Returned"),
    "kept": _("Kept"),
    "broken": _("Broken"),
    "excused": _("Excused"),
}
_ALL = ("agent", "supervisor", "back_office", "quality", "admin")
PAGES = (
    ("/desk", _("Desk"), ("agent", "supervisor", "admin")),
    ("/board", _("Board"), ("supervisor", "quality", "admin")),
    ("/orders", _("Orders"), ("back_office", "supervisor", "admin")),
    ("/cases", _("Cases"), _ALL),
    ("/promises", _("Promises"), _ALL),
    ("/corrections", _("Corrections"), ("agent", "supervisor", "quality", "admin")),
    ("/knowledge", _("Handbook"), _ALL),
    ("/played", _("Sample calls"), ("agent", "supervisor", "admin")),
)
# What a question of a flow was answered with, where the answer is a value and not the customer's words.
ANSWERS: Labels = {
    "lit": _("has power"),
    "dark": _("dark too"),
    "tripped": _("tripped"),
    "closed": _("not tripped"),
    "shown": _("meter lit"),
    "blank": _("meter blank"),
    "owing": _("in arrears"),
    "none": pgettext_lazy("answer", "none"),
    "yes": pgettext_lazy("answer", "yes"),
    "no": pgettext_lazy("answer", "no"),
    "unknown": _("cannot tell"),
    "done": pgettext_lazy("answer", "done"),
}
