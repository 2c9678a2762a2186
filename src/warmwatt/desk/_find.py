"""Looks things up for the agent: articles of the handbook by spoken words."""

from datetime import datetime
from functools import lru_cache

from warmwatt.desk._coach import the_handbook
from warmwatt.handbook import Hit, Search, live_suggestion
from warmwatt.quantities import CHINA
from warmwatt.understanding import Reading

# What people ask about; a report of a fault or a complaint is acted on, not answered with an article.
ASKED_ABOUT = ("bill.", "tariff.", "payment", "arrears.", "meter.", "business.", "invoice", "safety.", "outage.query")


@lru_cache(maxsize=1)
def the_search() -> Search:
    """This function will return the search over the utility's handbook, its index built once a process."""
    return Search(the_handbook())


def find_articles(query: str, *, now: datetime, limit: int = 5) -> tuple[Hit, ...]:
    """This function will return the best articles in force today; none is an answer."""
    return the_search().find(
        query[:400], on=now.astimezone(CHINA).date(), place=the_handbook().place or None, limit=limit
    )


def suggested_article(words: str, reading: Reading, *, now: datetime) -> Hit | None:
    """This function will return the article that answers what the customer just asked, only where that is clear."""
    if not any(topic.label.startswith(ASKED_ABOUT) for topic in reading.topics):
        return None
    if not the_search.cache_info().currsize:
        # The index is still being built at start: a turn is not kept waiting for it.
        return None
    return live_suggestion(
        words, search=the_search(), on=now.astimezone(CHINA).date(), place=the_handbook().place or None
    )
