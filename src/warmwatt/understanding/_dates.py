"""Months and beginnings, as callers say them."""

import re

from warmwatt.understanding._numerals import CHINESE

N = rf"(?:[0-9]{{1,4}}|[{CHINESE}]{{1,3}}|俩|仨|半|好几|几)"
MONTH_NUMBER = r"(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九])"
MONTH = re.compile(
    rf"(?:(?:今年|去年|前年|[0-9]{{4}}年)?{MONTH_NUMBER}月?(?:份)?(?:到|至|-|、|和){MONTH_NUMBER}月份?|(?:今年|去年|前年|[0-9]{{4}}年)?{MONTH_NUMBER}月份?(?!{MONTH_NUMBER}?[0-9{CHINESE}]*(?:号|日))|"
    r"上上个?月|上个?月份?(?![0-9一二三十]+号)|这个?月|本月|当月)"
)
PART = "(?:凌晨|清早|大清早|一大早|早上|早晨|上午|中午|晌午|下午|傍晚|黄昏|晚上|晚间|半夜|后半夜|夜里|大半夜|夜头)"
DAY = (
    rf"(?:今天|昨天|前天|大前天|昨晚|昨夜|今早|今晨|今儿|昨儿|昨个|今个|上月|上个月|"
    rf"上周[一二三四五六日天末]?|上礼拜[一二三四五六日天]?|上星期[一二三四五六日天]?|{MONTH_NUMBER}月|"
    "今年|去年|春节|过年|国庆)"
)
CLOCK = rf"{N}(?:点|时)(?:钟|半|多|[一三]刻|{N}分?)?(?:钟|左右|多)?"
SINCE = re.compile(
    rf"(?P<moment>{DAY}?{PART}?{CLOCK}|{DAY}{MONTH_NUMBER}*十?[一二三四五六七八九]?(?:[0-9]*号|日){PART}?|{DAY}{PART}|昨晚|昨夜|今早|后半夜|半夜|昨天|前天|刚才|刚刚|上周[一二三四五六日天]?|上礼拜[一二三四五六日天]?)|"
    rf"(?P<span>(?<![有第]){N}(?:个)?(?:多)?(?:半)?(?:小时|钟头|天|分钟|星期|礼拜|周|月|年)(?:多|半)?)(?=了|啦|没|啊|喽|,|。|$|都)"
)
NOT_SINCE = re.compile(r"(?:之前|以前|前)?(?:能|会|要上|来电|恢复|到(?!现在)|修好|送电|上班|有空|在家|再|才发)")
BEGINS = re.compile(r"(?:停|断|没|坏|跳|黑|灭|开始|就|烧|冒|申请|报|交|走|起|装|等|,|了|闪|倒|掉|现在)")
LASTING = re.compile(
    r"(?:停|断|没|黑|等|快|都|已经|坏|闪|有|电|灯|水|着|报|交|申请|上去|走|去世|空)[^,。!?;]{0,8}$|^$|[,。!?]$"
)


def month_in(text: str) -> str | None:
    """This function will return the last month that the text is about, as said, or None."""
    found = [match.group() for match in MONTH.finditer(text)]
    return found[-1] if found else None


def since_in(text: str) -> str | None:
    """This function will return since when, as said, or None."""
    for match in SINCE.finditer(text):
        before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 8]
        if NOT_SINCE.match(after):
            continue
        if match["moment"] and BEGINS.search(after + before[-3:]):
            return match.group()
        if match["span"] and LASTING.search(before):
            return match.group()
    return None
