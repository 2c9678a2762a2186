"""Checks a handbook that could be read: dates, sources, references, doubled questions, flows, worked examples.

Each check is a claim about the content, and yields a problem for every entry for which it does not hold. The shape of
each file is checked while it is read (`survey_handbook`).
"""

import re
from collections.abc import Callable, Iterator, Sequence

from warmwatt.handbook._article import Article
from warmwatt.handbook._entry import Entry
from warmwatt.handbook._flow import Flow
from warmwatt.handbook._handbook import Handbook
from warmwatt.handbook._price import PriceSchedule
from warmwatt.handbook._read import Problem
from warmwatt.handbook._words import Words

CheckFlow = Callable[[Flow], Sequence[str]]
OWN_WORDS = "Warmwatt 编写组"
LONGEST_SAY = 160
_MARKUP = re.compile(r"[*#|`]|\n")
_OFFICIAL = re.compile(r"国家规定|法律规定|文件规定|明文规定|《[^》]+》")


def check_handbook(handbook: Handbook, *, check_flow: CheckFlow | None = None) -> tuple[Problem, ...]:
    """This function will return every problem of the content, in words that say what to mend; none where all is well.

    `check_flow` is lent by the procedures, which stand above the handbook.
    """
    checks = (
        dates_run_forward,
        sources_are_named,
        references_lead_somewhere,
        questions_are_asked_once,
        says_can_be_read_aloud,
        unverified_claims_nothing_official,
        sums_have_worked_examples,
    )
    found = [problem for check in checks for problem in check(handbook)]
    return (*found, *(_dead_flows(handbook, check_flow) if check_flow else ()))


def dates_run_forward(handbook: Handbook) -> Iterator[Problem]:
    """This function will yield the entries that end before they begin."""
    for entry in _all(handbook):
        if entry.valid_until is not None and entry.valid_until <= entry.valid_from:
            yield _problem(handbook, entry, f"valid_until {entry.valid_until} must come after {entry.valid_from}")


def sources_are_named(handbook: Handbook) -> Iterator[Problem]:
    """This function will yield the entries without a source, and articles held verified with nothing to look it up."""
    for entry in _all(handbook):
        source = entry.source
        if not source.name.strip():
            yield _problem(handbook, entry, "source.name is empty; name the document or our own office")
        elif isinstance(entry, Article) and _cannot_be_looked_up(entry):
            yield _problem(handbook, entry, "is verified, so its source needs a number, a link or a page")


def references_lead_somewhere(handbook: Handbook) -> Iterator[Problem]:
    """This function will yield the references of articles to articles, flows and prices that are not there."""
    for article in handbook.of(Article):
        wanted: tuple[tuple[type[Entry], tuple[str, ...]], ...] = (
            (Article, article.related),
            (Flow, article.flows),
            (PriceSchedule, article.prices),
        )
        for kind, names in wanted:
            for name in names:
                if name not in handbook.entries.get(kind, {}):
                    yield _problem(handbook, article, f"points to {kind.__name__} {name!r}, which is not there")


def questions_are_asked_once(handbook: Handbook) -> Iterator[Problem]:
    """This function will yield the question forms that stand in two articles for the same place and time."""
    words = Words(handbook)
    first: dict[str, Article] = {}
    for article in handbook.of(Article):
        for question in article.questions:
            said = re.sub(r"\W", "", words.plain(question))
            other = first.setdefault(said, article)
            if other is not article and _overlap(article, other):
                yield _problem(handbook, article, f"the question {question!r} is already asked by {other.id}")
            elif other is article and sum(said == re.sub(r"\W", "", words.plain(q)) for q in article.questions) > 1:
                yield _problem(handbook, article, f"the question {question!r} is there twice")


def says_can_be_read_aloud(handbook: Handbook) -> Iterator[Problem]:
    """This function will yield the short answers that are too long for one breath or hold marks that nobody speaks."""
    for article in handbook.of(Article):
        if len(article.say) > LONGEST_SAY:
            yield _problem(handbook, article, f"say has {len(article.say)} characters; keep it under {LONGEST_SAY}")
        if _MARKUP.search(article.say):
            yield _problem(handbook, article, "say holds Markdown or a line break; it is read aloud")


def unverified_claims_nothing_official(handbook: Handbook) -> Iterator[Problem]:
    """This function will yield the unverified articles whose words to the customer claim a rule."""
    for article in handbook.of(Article):
        claim = _OFFICIAL.search(article.say)
        if article.status == "unverified" and claim:
            yield _problem(handbook, article, f"is unverified, yet say claims {claim.group()!r} to the customer")


def sums_have_worked_examples(handbook: Handbook) -> Iterator[Problem]:
    """This function will yield the entries that compute and show no worked example."""
    for entry in _all(handbook):
        if entry.computes and not getattr(entry, "examples", ()):
            yield _problem(handbook, entry, "computes, so it needs at least one worked example")


def _dead_flows(handbook: Handbook, check_flow: CheckFlow) -> Iterator[Problem]:
    for flow in handbook.of(Flow):
        yield from (_problem(handbook, flow, message) for message in check_flow(flow))


def _cannot_be_looked_up(article: Article) -> bool:
    source = article.source
    official = article.status == "verified" and source.name != OWN_WORDS
    return official and not (source.number or source.link or source.page)


def _overlap(one: Article, other: Article) -> bool:
    apart = one.places and other.places and not set(one.places) & set(other.places)
    ended = (one.valid_until and one.valid_until <= other.valid_from) or (
        other.valid_until and other.valid_until <= one.valid_from
    )
    return not apart and not ended


def _all(handbook: Handbook) -> Iterator[Entry]:
    return (entry for entries in handbook.entries.values() for entry in entries.values())


def _problem(handbook: Handbook, entry: Entry, message: str) -> Problem:
    return Problem(place=f"{handbook.name}/{entry.folder}: {entry.id}", message=message)
