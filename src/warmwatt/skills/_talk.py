"""What several skills ask of a turn: whether it asks or answers at all, and what it repeats of what was said."""

import re
from collections.abc import Iterable

from warmwatt.skills._cues import Cue, parts
from warmwatt.skills._skill import Moment

NOT_LETTERS = re.compile(r"[\W_]+")
OPENING_ACTS = frozenset({"greeting", "give_number_self", "offer_help", "thanks", "backchannel"})
# Pairs of letters that any turn may hold; sharing them says nothing.
COMMON = frozenset(
    {
        "什么", "怎么", "我们", "你们", "您的", "一个", "这个", "那个", "可以", "没有",
        "就是", "不是", "是不", "现在", "知道", "时候", "还是", "电力", "您好", "请问",
        "帮您", "给您", "一下", "的话", "告诉", "然后", "已经",
    }
)  # fmt: skip


def letters(text: str) -> str:
    """This function will return the letters and digits of a text, in half-width form, without punctuation."""
    return NOT_LETTERS.sub("", parts(text, "turn")[0])


def answers(moment: Moment, filler: Cue) -> bool:
    """This function will tell whether an agent's turn asks or answers, be it in three words; 嗯嗯 and 您稍等 do not."""
    if moment.turn.who != "agent" or filler.words(moment.turn):
        return False
    acts = {act.kind for act in moment.reading.acts}
    return not (acts and "greeting" in acts and acts <= OPENING_ACTS)


def pairs_of(text: str) -> frozenset[str]:
    """This function will return the pairs of neighbouring letters of a text that say something."""
    plain = letters(text)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1)) - COMMON


def shared(text: str, heard: Iterable[str]) -> int:
    """This function will count the pairs of letters that a text has in common with what was heard."""
    said = frozenset().union(*(pairs_of(each) for each in heard))
    return len(pairs_of(text) & said)
