"""Cuts a long text into a bounded number of passages: the opening, and those that speak most of power."""

import re

from warmwatt.understanding._patterns import sentences_of

SHORT = 260
PASSAGE = 130
LONGEST_READ = 20_000
OPENING = 3
MOST_PASSAGES = 8
TRADE = re.compile(
    r"电|表|停|闸|线|杆|压|费|价|缴|交|发票|光伏|充电|投诉|态度|建议|感谢|工单|户|容|安全|隐患|冒烟|火|报修|抢修|供电"
)


def passages_of(text: str) -> tuple[str, ...]:
    """This function will return the text itself where short, else its opening and the passages nearest to the trade."""
    if len(text) <= SHORT:
        return (text,)
    passages = _grouped(text[:LONGEST_READ])
    if len(passages) <= MOST_PASSAGES:
        return passages
    rest = range(OPENING, len(passages))
    best = sorted(rest, key=lambda place: (-len(TRADE.findall(passages[place])), place))[: MOST_PASSAGES - OPENING]
    return passages[:OPENING] + tuple(passages[place] for place in sorted(best))


def _grouped(text: str) -> tuple[str, ...]:
    passages: list[str] = []
    for sentence in sentences_of(text) or (text[:PASSAGE],):
        for start in range(0, len(sentence), PASSAGE):
            piece = sentence[start : start + PASSAGE]
            if passages and len(passages[-1]) + len(piece) <= PASSAGE:
                passages[-1] += piece
            else:
                passages.append(piece)
    return tuple(passages)
