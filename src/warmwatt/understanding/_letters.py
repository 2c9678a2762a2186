"""What a tagger sees of each letter: the letters and kinds of letter around it, its words, what the rules found."""

import re
from collections.abc import Iterator, Sequence

from warmwatt.understanding._letter_words import LISTS
from warmwatt.understanding._numerals import CHINESE

BEFORE, AFTER = 4, 4
EDGE = "\0"
# The lists that tell what a clause is about.
TELLING = "EKRUSDMGV"
BREAKS = ",。!?;:、…\n"
DIGIT = re.compile("[0-9]")


def kind_of(letter: str) -> str:
    """This function will return the kind of a letter: digit, Chinese numeral, Latin, break, other mark, Han."""
    if letter.isdigit():
        return "0"
    if letter in CHINESE:
        return "n"
    if letter in BREAKS:
        return ","
    if letter.isascii() and letter.isalpha():
        return "a"
    return "h" if letter.isalpha() else "-"


def letter_features(text: str, found: str) -> list[list[str]]:
    """This function will return the features of each letter; `found` tells, letter by letter, what rules made of it."""
    pad = EDGE * BEFORE
    shape = pad + DIGIT.sub("0", text) + EDGE * AFTER
    kinds = pad + "".join(map(kind_of, text)) + EDGE * AFTER
    found = pad + found + EDGE * AFTER
    marks = list(_lexical(text))
    words = [pad + each + EDGE * AFTER for each in marks]
    places = list(_places(text, marks))
    return [
        [*_window(shape, kinds, at + BEFORE), *_rules(found, at + BEFORE), *_words(words, at + BEFORE), *places[at]]
        for at in range(len(text))
    ]


def _window(shape: str, kinds: str, at: int) -> Iterator[str]:
    for off in range(-3, 4):
        yield f"{off}{shape[at + off]}"
    for off in range(-3, 3):
        yield f"b{off}{shape[at + off : at + off + 2]}"
    yield f"k{kinds[at - 2 : at + 3]}"
    yield f"l{kinds[at - 1 : at + 2]}"
    yield f"m{kinds[at - 4 : at + 1]}"
    yield f"o{kinds[at : at + 5]}"


def _rules(found: str, at: int) -> Iterator[str]:
    yield f"r{found[at - 1 : at + 2]}"
    yield f"s{found[at]}"
    yield f"u{found[at : at + 4]}"


def _words(words: Sequence[str], at: int) -> Iterator[str]:
    for (name, _), marks in zip(LISTS, words, strict=True):
        if marks[at] != "-":
            yield f"w{name}{marks[at - 1 : at + 2]}"
        if marks[at + 1] == "B":
            yield f"x{name}"
        if marks[at - 1] == "E":
            yield f"y{name}"


def _lexical(text: str) -> Iterator[str]:
    """For each list of words, which letters begin (B), go on (I) or end (E) one."""
    for _, pattern in LISTS:
        marks = ["-"] * len(text)
        for match in pattern.finditer(text):
            start, end = match.span()
            if end > start:
                marks[start:end] = ["B", *("I" * (end - start - 1))]
                marks[end - 1] = "E" if end - start > 1 else "B"
        yield "".join(marks)


def _places(text: str, words: Sequence[str]) -> Iterator[list[str]]:
    """Where in its clause a letter stands, where the clause in the text, and what kinds of word the clause has."""
    clauses = re.split(f"(?<=[{BREAKS}])", text)
    told, start = [], 0
    for clause in clauses:
        told.append(_told(words, start, start + len(clause)))
        start += len(clause)
    for number, clause in enumerate(clauses):
        which = f"{min(number, 2)}{min(len(clauses) - number, 3)}"
        size = len(clause) - (1 if clause and clause[-1] in BREAKS else 0)
        own = told[number]
        for at in range(len(clause)):
            yield [
                f"c{min(at, 4)}", f"d{min(size - at, 5)}", f"p{which}",
                f"C{own}{min(at, 1)}", f"D{own}{min(size - at, 2)}",
            ]  # fmt: skip


def _told(words: Sequence[str], start: int, end: int) -> str:
    return "".join(
        name for (name, _), marks in zip(LISTS, words, strict=True) if name in TELLING and "B" in marks[start:end]
    )
