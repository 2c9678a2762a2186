"""The authority table compiled: what words promise more than the agent may, and what a customer asks beyond it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from warmwatt.handbook import AuthorityRule, Handbook, Wordings, wordings

RECORD = re.compile(r"计划|检修|公告|通知|显示|调度|现场(反馈|说)|工单|系统(里|上)|标准|规定|承诺")
# A tag (行了吧?) leaves a promise what it is; a real question promises nothing.
QUESTION = re.compile(r"(吗|呢|么|是不是|能不能|要不要|可不可以|什么|多少|哪|几点|谁)[^?]*\?\s*$")
SENTENCE = re.compile(r"[^。!?;…\n]+[。!?;…\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overreach:
    """Words that promise, or ask for, what is beyond the agent: the rule they meet and the words themselves."""

    rule: AuthorityRule
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compiled:
    rule: AuthorityRule
    promised: Wordings
    asked: Wordings
    unless: Wordings


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

    def without_hedge(self, turn_words: str, *, matter: str, words: str) -> Overreach | None:
        """This function will return `words` as an overreach, unless the turn hedges or rests on a record."""
        text = _plain(turn_words)
        rules = [each for each in self.rules if each.rule.matter == matter]
        if not rules or any(each.unless.search(text) for each in rules) or RECORD.search(text):
            return None
        return Overreach(rule=rules[0].rule, words=words or turn_words)

    def asked(self, words: str) -> Overreach | None:
        """This function will return the first thing that the customer asks for beyond the agent's authority."""
        text = _plain(words)
        for each in self.rules:
            if found := each.asked.search(text):
                return Overreach(rule=each.rule, words=found.group())
        return None

    def _promised(self, words: str) -> Iterator[Overreach]:
        for sentence in SENTENCE.findall(_plain(words)):
            if QUESTION.search(sentence):
                continue
            for each in self.rules:
                found = each.promised.search(sentence)
                if found and not each.unless.search(sentence):
                    yield Overreach(rule=each.rule, words=found.group())


def _compiled(rule: AuthorityRule) -> _Compiled:
    return _Compiled(
        rule=rule, promised=wordings(rule.promised), asked=wordings(rule.asked), unless=wordings(rule.unless)
    )


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold()
