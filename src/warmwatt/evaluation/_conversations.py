"""How well whole conversations are judged: verdicts against a reviewer's, states, promises and facts."""

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from warmwatt.conversations import Conversation
from warmwatt.evaluation._utterances import SCORED_FACTS, comparable, macro_f1, micro_f1, share
from warmwatt.skills import Coach, Verdict, distinct_promises, resolved_facts
from warmwatt.understanding import Reading

Pair = tuple[str, str]


def measure_conversations(
    conversations: Sequence[Conversation], *, coach: Coach, clock: Callable[[], float] = time.perf_counter
) -> dict[str, Any]:
    """This function will hear each labelled conversation and measure what was judged and understood."""
    begun = clock()
    heard = [coach.listen(conversation) for conversation in conversations]
    judged = [coach.judge(session) for session, _turns in heard]
    seconds = clock() - begun
    readings = [tuple(turn.reading for turn in turns) for _session, turns in heard]
    facts = [
        _facts(resolved_facts(session.situation, turns))
        for (session, _turns), turns in zip(heard, readings, strict=True)
    ]
    by_criterion = _pairs(conversations, judged)
    pooled = [pair for pairs in by_criterion.values() for pair in pairs]
    return {
        "agreement": share([said == wanted for said, wanted in pooled]),
        "kappa": kappa(pooled),
        **_fails(pooled),
        "state_macro_f1": macro_f1(*_states(conversations, readings)),
        "promise_f1": micro_f1([_promises(each) for each in readings], [_wanted_promises(c) for c in conversations]),
        "facts_f1": micro_f1(facts, [_wanted_facts(conversation) for conversation in conversations]),
        "criteria": {criterion: _of_criterion(pairs) for criterion, pairs in sorted(by_criterion.items())},
        "conversations_per_second": len(conversations) / seconds if seconds else 0.0,
    }


def kappa(pairs: Sequence[Pair]) -> float:
    """This function will return Cohen's kappa of two raters; 1 where both only ever said the same one thing."""
    if not pairs:
        return 0.0
    total = len(pairs)
    observed = sum(said == wanted for said, wanted in pairs) / total
    said, wanted = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    expected = sum(said[label] * wanted[label] for label in said) / total**2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def _pairs(conversations: Sequence[Conversation], judged: Sequence[tuple[Verdict, ...]]) -> dict[str, list[Pair]]:
    pairs: dict[str, list[Pair]] = {}
    for conversation, verdicts in zip(conversations, judged, strict=True):
        labels = conversation.labels.criteria if conversation.labels else {}
        for verdict in verdicts:
            if verdict.criterion in labels:
                pair = (verdict.outcome, labels[verdict.criterion].verdict)
                pairs.setdefault(verdict.criterion, []).append(pair)
    return pairs


def _fails(pairs: Sequence[Pair]) -> dict[str, float]:
    both = sum(pair == ("fail", "fail") for pair in pairs)
    said, wanted = sum(pair[0] == "fail" for pair in pairs), sum(pair[1] == "fail" for pair in pairs)
    return {"fail_precision": both / said if said else 0.0, "fail_recall": both / wanted if wanted else 0.0}


def _of_criterion(pairs: Sequence[Pair]) -> dict[str, float | int]:
    return {
        "agreement": share([said == wanted for said, wanted in pairs]),
        "kappa": kappa(pairs),
        "support": len(pairs),
    }


def _states(
    conversations: Sequence[Conversation], readings: Sequence[tuple[Reading, ...]]
) -> tuple[list[str], list[str]]:
    said: list[str] = []
    wanted: list[str] = []
    for conversation, turns in zip(conversations, readings, strict=True):
        for index, label in (conversation.labels.customer_state if conversation.labels else {}).items():
            if not 0 <= index < len(turns):
                # A label on no turn is the labeller's slip, and says nothing of the reading.
                continue
            state = turns[index].state
            said.append(state.label if state else "calm")
            wanted.append(label)
    return said, wanted


def _promises(readings: tuple[Reading, ...]) -> set[Pair]:
    return {(str(turn), promise.kind) for turn, promise in distinct_promises(readings)}


def _wanted_promises(conversation: Conversation) -> set[Pair]:
    return {(str(each.turn), each.kind) for each in (conversation.labels.promises if conversation.labels else ())}


def _facts(heard: Mapping[str, str]) -> set[tuple[str, object]]:
    return {(key, comparable(key, value)) for key, value in heard.items() if key in SCORED_FACTS}


def _wanted_facts(conversation: Conversation) -> set[tuple[str, object]]:
    facts = conversation.labels.facts if conversation.labels else {}
    return {(key, comparable(key, value)) for key, value in facts.items() if key in SCORED_FACTS}
