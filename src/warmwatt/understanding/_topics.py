"""Which matters a turn is about: chances become claims, each with the words it rests on.

A lone utterance always gets a topic (`other` at the least). Within a conversation a turn that adds no matter of its own
(an answer, a number, 嗯) claims none: the situation keeps the matter, and an echo of it would look like a new mention.
"""

import re

import numpy as np
from numpy.typing import NDArray

from warmwatt.understanding._features import TOPICS
from warmwatt.understanding._hear import HeardText
from warmwatt.understanding._reading import Topic

CLAIMED = 0.33
CLAIMED_LATER = 0.55
LIKELIEST_LATER = 0.30
MOST_CLAIMED = 4
FEW_CHARACTERS = 8
LONGEST_ANSWER = 24
# Answers, greetings, goodbyes and numbers: each piece stands alone, so that no text is tried twice.
NOTHING_NEW = re.compile(
    r"(?:[,。!?~… ]|没问题|没有|不是|不用|不亮|可以|谢谢|再见|你好|您好|知道|明白|没事|亮着"
    r"|就这样|等下|稍等|我看看|我看一下|ok"
    r"|[嗯哦噢喔啊对是好行有没喂的了吧呀呢额啦嘛您你那都还也]|[0-9零一二三四五六七八九十幺两-])*"
)


def claimed_topics(
    chances: NDArray[np.float32], heard: HeardText, *, alone: bool, known: tuple[str, ...] = ()
) -> tuple[Topic, ...]:
    """This function will return the topics claimed, likeliest first; `known` are those of the conversation so far."""
    if adds_nothing(heard.text):
        return (_fallback(),) if alone else ()
    order = [int(place) for place in np.argsort(-chances, kind="stable")]
    limit = CLAIMED if alone else CLAIMED_LATER
    kept = [place for place in order if chances[place] >= limit][:MOST_CLAIMED]
    if not kept and (alone or _worth_claiming(chances[order[0]], heard, known)):
        kept = order[:1]
    return tuple(_topic(place, chances, heard) for place in kept)


def adds_nothing(text: str) -> bool:
    """This function will tell whether a text is a bare answer, greeting or number, with no matter of its own."""
    return len(text) <= LONGEST_ANSWER and NOTHING_NEW.fullmatch(text) is not None


def _worth_claiming(chance: float, heard: HeardText, known: tuple[str, ...]) -> bool:
    return not known and len(heard.text) >= FEW_CHARACTERS and chance >= LIKELIEST_LATER


def _topic(place: int, chances: NDArray[np.float32], heard: HeardText) -> Topic:
    label = TOPICS[place]
    return Topic(label=label, confidence=round(float(chances[place]), 4), words=heard.words(label))


def _fallback() -> Topic:
    return Topic(label="other", confidence=0.2)
