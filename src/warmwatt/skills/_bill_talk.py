"""What the two bill criteria share: when a bill question reaches an explanation, and how many amounts a turn tells."""

import re

from warmwatt.skills._cues import Cue, parts
from warmwatt.skills._matter import matters_of
from warmwatt.skills._skill import Moment

NUMBER = r"[0-9零一二两三四五六七八九十百千万半点.]+"
AMOUNT = re.compile(
    rf"百分之{NUMBER}|{NUMBER}(?:%|个点|千瓦时|kwh|度(?!假|过)|千瓦|(?:块|元)(?:{NUMBER}(?:毛{NUMBER}?|分)?)?|毛{NUMBER}?|分钱|倍)"
)

MONEY = re.compile("[元块毛分]")


def explains_bill(moment: Moment, explains: Cue) -> bool:
    """This function will tell whether the agent explains the bill that the customer asked about."""
    if moment.turn.who != "agent" or "bill" not in matters_of(moment.after):
        return False
    return bool(explains.words(moment.turn))


def amounts_told(text: str) -> int:
    """This function will return how many usages, prices, shares and sums a text tells; none where it tells no money."""
    told: list[str] = AMOUNT.findall(parts(text, "turn")[0])
    return len(told) if any(MONEY.search(each) for each in told) else 0
