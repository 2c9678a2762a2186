"""Phones and account numbers, written or said, told apart by what they are called and how long they are."""

import re
from collections.abc import Iterable, Iterator

from warmwatt.understanding._dictated import LONG_RUN, assembled, spelt_out
from warmwatt.understanding._numerals import digits_of
from warmwatt.understanding._situation import Situation

ACCOUNT_WORD = re.compile(r"户号|客户编号|用户编号|用户号|缴费号|交费号|账号|户头号|电费号|电表户")
PHONE_WORD = re.compile(r"电话|手机|号码|联系|打我|打给|微信|来电|座机|固话|打这个|打(?=[0-9])")
OTHER_WORD = re.compile(
    r"(?:工号|单号|工单|表号|尾号|编号|身份证|卡号|邮编|资产号|杆号|订单|快递|流水|运单|热线|税号|信用代码)[^,。]{0,4}$"
)
# 是…73，不是…78; 写成…74，应该是…47.
DENIED = re.compile(r"不是$")
MENDED = re.compile(r"(?:应该是|应为|应是|改成|更正为?|正确的?是)$")
MOBILE = re.compile(r"1[3-9]\d{9}")
LANDLINE = re.compile(r"0\d{2,3}-?\d{7,8}")
LOCAL = re.compile(r"[2-8]\d{6,7}")
TOLL_FREE = re.compile(r"[48]00\d{7}")
FULL_ACCOUNT = re.compile(r"[1-9]\d{9,12}")

# Long digits written without a break are a number of their own, whatever is said before and after: C5，13900001111.
WRITTEN = re.compile(r"(?<![0-9])[0-9]{10,13}(?![0-9])")

# 户号3101045520,九月 ends at the comma: what follows is said in another way, and so is another number.
WRITTEN_THEN_SAID = re.compile(r"(?<=\d{8})[,、\s]+(?:[^\d,、\s].*|\d{1,2}$)")


def contacts_in(text: str) -> Iterator[tuple[str, str]]:
    """This function will yield (number, words) for each phone number said; a tail is not a number."""
    for match in _runs(spelt_out(text)):
        digits = digits_of(match.group())
        before = match.string[max(0, match.start() - 12) : match.start()]
        if (ACCOUNT_WORD.search(before) and not PHONE_WORD.search(before)) or DENIED.search(before):
            continue
        if MOBILE.fullmatch(digits):
            yield digits, match.group()
        elif LANDLINE.fullmatch(digits) or TOLL_FREE.fullmatch(digits):
            yield (re.sub(r"[^\d-]", "", match.group()) if "-" in match.group() else digits), match.group()
        elif LOCAL.fullmatch(digits) and PHONE_WORD.search(before[-7:]) and not OTHER_WORD.search(before):
            yield digits, match.group()


def _runs(text: str) -> Iterator[re.Match[str]]:
    """The long runs of digits in order, one written in one piece by itself."""
    written = list(WRITTEN.finditer(text))
    apart = WRITTEN.sub(lambda found: "#" * len(found.group()), text)
    yield from sorted((*written, *LONG_RUN.finditer(apart)), key=lambda found: found.start())


def accounts_in(text: str) -> Iterator[tuple[str, str]]:
    """This function will yield (number, words) for each account number said; a tail is not a number."""
    told = False
    for match in _runs(text):
        words = WRITTEN_THEN_SAID.sub("", match.group())
        digits = digits_of(words)
        before = text[max(0, match.start() - 14) : match.start()]
        named = bool(ACCOUNT_WORD.search(before)) and not OTHER_WORD.search(before)
        if (named or (told and MENDED.search(before))) and not DENIED.search(before) and 8 <= len(digits) <= 16:
            told = True
            yield digits, words


def unnamed_account(text: str) -> str | None:
    """This function will return a number as long as an account's that is called nothing else, or None."""
    return next(_unnamed(_runs(text)), None)


def written_account(text: str) -> str | None:
    """This function will return such a number written in one piece, or None."""
    return next(_unnamed(WRITTEN.finditer(text)), None)


def _unnamed(runs: Iterable[re.Match[str]]) -> Iterator[str]:
    for match in runs:
        digits = digits_of(match.group())
        other = OTHER_WORD.search(match.string[max(0, match.start() - 14) : match.start()])
        if FULL_ACCOUNT.fullmatch(digits) and not (MOBILE.fullmatch(digits) or TOLL_FREE.fullmatch(digits) or other):
            yield digits


def in_pieces(text: str, situation: Situation) -> tuple[str, str] | None:
    """This function will return ("contact" or "account", number) where it comes in pieces or is corrected, or None."""
    texts, asked = [text], text
    for heard in reversed(situation.recent):
        if heard.who == "customer":
            texts.insert(0, heard.text)
        elif PHONE_WORD.search(heard.text) or ACCOUNT_WORD.search(heard.text):
            asked = heard.text if not (PHONE_WORD.search(text) or ACCOUNT_WORD.search(text)) else text
            break
    for several in (texts, [text]):
        digits = assembled(several)
        if PHONE_WORD.search(asked) and MOBILE.fullmatch(digits):
            return "contact", digits
        if ACCOUNT_WORD.search(asked) and 8 <= len(digits) <= 16:
            return "account", digits
    return None
