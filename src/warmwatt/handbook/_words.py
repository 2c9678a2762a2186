"""Words as search sees them: recogniser errors undone, everyday wordings made plain, cut by the trade's dictionary."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import jieba

from warmwatt.handbook._handbook import Handbook
from warmwatt.handbook._phrases import PhraseList
from warmwatt.handbook._word_list import WordList

_HAN = re.compile(r"[㐀-鿿]+")
_KEPT = re.compile(r"[a-z0-9.%]+|[㐀-鿿]+")
HEAVY = 2_000_000


class Words:
    """Cuts texts into search tokens by a handbook's dictionary. Holds no text that it was given."""

    def __init__(self, handbook: Handbook) -> None:
        lists = handbook.of(WordList)
        self.silent = frozenset(word for each in lists for word in each.silent)
        self._same = {said: plain for each in lists for plain, wordings in each.same.items() for said in wordings}
        self._same_pattern = _any_of(self._same)
        self._elsewhere = _any_of({word: word for each in lists for word in each.elsewhere})
        self._own = _any_of({word: word for each in lists for word in each.own})
        heard = (each for each in handbook.of(PhraseList) if each.sort == "homophone")
        self._homophones = tuple((re.compile(pattern), each.label) for each in heard for pattern in each.patterns)
        terms = {word for each in lists for word in (*each.dictionary, *each.same)}
        self._cutter = _cutter(tuple(sorted(terms)))

    def heard(self, text: str) -> str:
        """This function will return what was meant by a text that a recogniser or a hasty hand wrote, made plain."""
        text = unicodedata.normalize("NFKC", text)
        for pattern, label in self._homophones:
            text = pattern.sub(label, text)
        return self.plain(text)

    def plain(self, text: str) -> str:
        """This function will return the text in small letters, its everyday wordings made plain."""
        text = unicodedata.normalize("NFKC", text).casefold()
        return self._same_pattern.sub(lambda found: self._same[found.group()], text)

    def is_elsewhere(self, text: str) -> bool:
        """This function will tell whether a question speaks of what others see to, and of nothing of ours."""
        return bool(self._elsewhere.search(text)) and not self._own.search(text)

    def tokens(self, text: str) -> list[str]:
        """This function will return the words and the pairs of neighbouring characters of a text, made plain first."""
        return list(self._tokens(self.plain(text)))

    def _tokens(self, plain: str) -> Iterator[str]:
        for run in _KEPT.findall(plain):
            if not _HAN.match(run):
                yield run
                continue
            yield from (word for word in self._cutter.cut_for_search(run, HMM=False) if word not in self.silent)
            yield from (f"_{run[at : at + 2]}" for at in range(len(run) - 1))


def _any_of(words: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)")


@lru_cache(maxsize=4)
def _cutter(terms: tuple[str, ...]) -> Any:
    jieba.setLogLevel(60)
    cutter = jieba.Tokenizer()
    cutter.initialize()
    for term in terms:
        cutter.add_word(term, freq=HEAVY)
    return cutter
