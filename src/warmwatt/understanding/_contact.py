"""Phones, accounts and other long numbers: written, dictated in Chinese digits, in pieces, with corrections."""

import re
from collections.abc import Iterator

from warmwatt.understanding._numerals import digits_of

D = "0-9零〇一二三四五六七八九幺两洞拐勾"
GAP = r"[\s,、.\-—]{0,2}"
RUN = re.compile(rf"[{D}](?:{GAP}[{D}]){{2,}}")
ACCOUNT_WORD = re.compile(r"(户号|客户编号|用户编号|用户号|缴费号|交费号|账号|户头号|电费号)")
PHONE_WORD = re.compile(r"(电话|手机|号码|联系|打我|微信|来电)")
OTHER_WORD = re.compile(r"(工号|单号|表号|尾号|编号|身份证|卡号|邮编|资产号|杆号)[^,。]{0,3}$")
MOBILE = re.compile(r"1[3-9]\d{9}")
LANDLINE = re.compile(r"(0\d{2,3})-?(\d{7,8})")


def contacts_in(text: str) -> Iterator[tuple[str, str]]:
    """This function will yield (number, words) for each phone number said."""
    for match in RUN.finditer(text):
        digits = digits_of(match.group())
        if MOBILE.fullmatch(digits):
            yield digits, match.group()
        elif LANDLINE.fullmatch(digits) and not _account_before(text, match.start()):
            yield re.sub(r"[^\d-]", "", match.group()) if "-" in match.group() else digits, match.group()


def accounts_in(text: str) -> Iterator[tuple[str, str]]:
    """This function will yield (number, words) for each account number said; a tail is not a number."""
    for match in RUN.finditer(text):
        digits = digits_of(match.group())
        if 8 <= len(digits) <= 16 and not MOBILE.fullmatch(digits) and _account_before(text, match.start()):
            yield digits, match.group()


def bare_runs(text: str) -> list[str]:
    """This function will return every run of three and more digits, for numbers that come in pieces."""
    return [digits_of(match.group()) for match in RUN.finditer(text)]


def _account_before(text: str, start: int) -> bool:
    before = text[max(0, start - 14) : start]
    return bool(ACCOUNT_WORD.search(before)) and not OTHER_WORD.search(before)
