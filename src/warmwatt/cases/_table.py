"""The authority table compiled: what words promise more than the agent may, and what a customer asks beyond it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from warmwatt.handbook import AuthorityRule, Handbook

SENTENCE = re.compile(r"[^。!?;…\n]+[。!?;…\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overreach:
    """Words that promise, or ask for, what is beyond the agent: the rule they meet and the words themselves."""

    rule: AuthorityRule
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compiled:
    rule: AuthorityRule
    promised: re.Pattern[str]
    asked: re.Pattern[str]
    unless: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityTable:
    """The rules in force, ready to judge a sentence."""

    rules: tuple[_Compiled, ...]

    @classmethod
    def of(cls, handbook: Handbook, *, on: date | None = None) -> "AuthorityTable":
        """This function will compile the handbook's authority rules: those in force on a day, or all of them."""
        rules = handbook.in_force(AuthorityRule, on) if on else handbook.of(AuthorityRule)
        return cls(rules=tuple(_compiled(rule) for rule in rules))

    def overreach(self, words: str) -> Overreach | None:
        """This function will return the first flat promise beyond authority; a hedged sentence promises nothing."""
        return next(self._promised(words), None)

    def asked(self, words: str) -> Overreach | None:
        """This function will return the first thing that the customer asks for beyond the agent's authority."""
        text = _plain(words)
        for each in self.rules:
            if found := each.asked.search(text):
                return Overreach(rule=each.rule, words=found.group())
        return None

    def _promised(self, words: str) -> Iterator[Overreach]:
        for sentence in SENTENCE.findall(_plain(words)):
            if sentence.rstrip().endswith("?"):
                continue
            for each in self.rules:
                found = each.promised.search(sentence)
                if found and not each.unless.search(sentence):
                    yield Overreach(rule=each.rule, words=found.group())


def _compiled(rule: AuthorityRule) -> _Compiled:
    return _Compiled(rule=rule, promised=_joined(rule.promised), asked=_joined(rule.asked), unless=_joined(rule.unless))


def _joined(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold()
