"""The trade's dictionary: words that belong together, and everyday words that say the same."""

from typing import ClassVar

from pydantic import Field

from warmwatt.handbook._entry import Entry


class WordList(Entry):
    """`dictionary` holds words kept whole in search; `same` maps a plain word to the wordings heard in its place.

    `silent` words say nothing in a question. `elsewhere` names what others see to: a question with one of
    them and none of `own` is not ours to answer.
    """

    folder: ClassVar[str] = "words"

    dictionary: tuple[str, ...] = ()
    same: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    silent: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
