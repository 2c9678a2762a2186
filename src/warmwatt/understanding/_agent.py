"""What an agent's turn does, promises and how it sounds: the handbook's lists, weighed by a head trained on lines."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from warmwatt.conversations import Turn
from warmwatt.handbook import Handbook
from warmwatt.understanding._acts import ActReader
from warmwatt.understanding._context import AGENT_LABELS, LEARNT_ACTS, MANNERS, PROMISES, agent_numbers
from warmwatt.understanding._linear import LinearHead, Logits, chances
from warmwatt.understanding._promises import Line, PromiseReader, fresh
from warmwatt.understanding._reading import Act, Manner, SpokenPromise
from warmwatt.understanding._situation import Situation

# What the lists heard is believed unless the head finds it unlikely; what they did not, where the head is fairly sure,
# and surer still where they heard something else in the line. Chosen on lines of writers left out.
BELIEVED_ACT, BELIEVED_PROMISE = 0.01, 0.02
CLAIMED_ACT, CLAIMED_PROMISE = 0.25, 0.35
CLAIMED_ACT_BESIDE, CLAIMED_PROMISE_BESIDE = 0.5, 0.6
# A greeting that offers help, a readback and a last offer ask something too, and are that act alone.
ASKING_ACTS = frozenset({"greeting", "readback", "anything_else"})
NOTED_MANNER = 0.05
SILENT = "\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentTurn:
    """What was heard in one turn of an agent."""

    acts: tuple[Act, ...]
    promises: tuple[SpokenPromise, ...]
    manners: tuple[Manner, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ByRules:
    """A line and what the handbook's lists alone hear in it."""

    line: Line
    acts: tuple[Act, ...]
    promises: tuple[SpokenPromise, ...]

    @property
    def numbers(self) -> Logits:
        """The head's numbers beside the n-grams."""
        return agent_numbers(self.line.text, acts=self.acts, promises=self.promises, limits=self.line.limits)


class AgentReader:
    """Reads agents by a handbook's lists and, where there is one, by a trained head."""

    def __init__(self, *, handbook: Handbook, head: LinearHead | None) -> None:
        self._acts = ActReader(handbook=handbook)
        self._promises = PromiseReader(handbook=handbook)
        self._head = head

    def by_rules(self, turn: Turn, situation: Situation) -> ByRules:
        """This function will return what the lists alone hear."""
        line = self._promises.line(turn)
        promises = self._promises.made(line, situation)
        return ByRules(line=line, acts=self._acts.read(turn, promises), promises=promises)

    def read(self, turn: Turn, situation: Situation) -> AgentTurn:
        """This function will return what an agent's turn does, promises anew, and how it sounds."""
        rules = self.by_rules(turn, situation)
        if self._head is None or not rules.line.text.strip():
            return AgentTurn(acts=rules.acts, promises=fresh(rules.promises, situation))
        likely = dict(zip(AGENT_LABELS, chances(self._head.logits(rules.line.text, rules.numbers)), strict=True))
        claimed = _Claimed(head=self._head, likely=likely, rules=rules)
        return AgentTurn(
            acts=tuple(claimed.acts()),
            promises=fresh(claimed.promises(self._promises), situation),
            manners=tuple(claimed.manners()),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claimed:
    head: LinearHead
    likely: dict[str, np.float32]
    rules: ByRules

    def acts(self) -> Iterator[Act]:
        heard = {act.kind: act for act in self.rules.acts}
        claimed = CLAIMED_ACT_BESIDE if heard.keys() & set(LEARNT_ACTS) else CLAIMED_ACT
        yield from (act for act in self.rules.acts if act.kind not in LEARNT_ACTS)
        for kind in LEARNT_ACTS:
            if kind == "question" and kind not in heard and heard.keys() & ASKING_ACTS:
                continue
            if self.likely[kind] >= (BELIEVED_ACT if kind in heard else claimed):
                words = heard[kind].words if kind in heard else self._words(kind)
                yield Act(kind=kind, confidence=self._sure(kind), words=words)

    def promises(self, reader: PromiseReader) -> Iterator[SpokenPromise]:
        heard = {promise.kind: promise for promise in self.rules.promises}
        claimed = CLAIMED_PROMISE_BESIDE if heard else CLAIMED_PROMISE
        for kind in PROMISES:
            label = f"promise.{kind}"
            if self.likely[label] >= (BELIEVED_PROMISE if kind in heard else claimed):
                yield heard.get(kind) or reader.supposed(self.rules.line, kind=kind, words=self._words(label))

    def manners(self) -> Iterator[Manner]:
        for criterion in MANNERS:
            if self.likely[criterion] >= NOTED_MANNER:
                yield Manner(criterion=criterion, confidence=self._sure(criterion), words=self._words(criterion))

    def _sure(self, label: str) -> float:
        return round(float(self.likely[label]), 4)

    def _words(self, label: str) -> str:
        return self.head.words(self.rules.line.text, label).strip(SILENT)
