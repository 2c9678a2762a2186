"""Outages: indoor or outdoor, who else is out, what failed, until when."""

from warmwatt.outages._learn import ClosedOutage, learn_restoration
from warmwatt.outages._near import OutageCall, answers_from_calls
from warmwatt.outages._network import Network, Node, UnableToReadNetwork
from warmwatt.outages._notice import Notice, expected_end, known_outage
from warmwatt.outages._promised import PromisedRestoration, promised_restoration
from warmwatt.outages._restore import Restoration, estimate_restoration
from warmwatt.outages._say import round_as_spoken, say_time
from warmwatt.outages._triage import NextQuestion, Triage, judge_location

__all__ = [
    "ClosedOutage",
    "Network",
    "NextQuestion",
    "Node",
    "Notice",
    "OutageCall",
    "PromisedRestoration",
    "Restoration",
    "Triage",
    "UnableToReadNetwork",
    "answers_from_calls",
    "estimate_restoration",
    "expected_end",
    "judge_location",
    "known_outage",
    "learn_restoration",
    "promised_restoration",
    "round_as_spoken",
    "say_time",
]
