"""Amounts of money, usage and months: of several, the disputed or the latest one."""

import re

from warmwatt.understanding._numerals import CHINESE, number_of, plain_number

N = rf"(?:[0-9][0-9,]*(?:\.[0-9]+)?[万千百]?|[{CHINESE}]+(?:点[{CHINESE}]+)?)"
YUAN = re.compile(
    rf"(?P<head>{N})(?P<more>多|几|来)?(?:块钱?|元钱?|圆|块)(?:(?P<dime>[0-9{CHINESE}])(?:毛|角)?(?:(?P<cent>[0-9{CHINESE}])分?)?)?(?![0-9]|级|头|儿地|地)"
)
BARE_YUAN = re.compile(
    rf"(?:电费|收了?|交了?|缴了?|扣了?|充了?|要(?:我)?|花了?|欠了?|金额|费用|多收的?|退|涨到|账单|一共|总共|省了|上个?月|有一个月|啊\?)[是为:]?(?P<head>[{CHINESE}]{{2,}}|[0-9][0-9,]*(?:\.[0-9]+)?)(?P<more>多|几)?(?!度|千瓦|个|天|月|号|年|点|次|小时|分钟|户|台|栋|级|[0-9{CHINESE}])"
)
ONLY = re.compile(rf"^[啊哎喂,\s]*(?P<head>[{CHINESE}]{{2,6}}|[0-9]{{2,6}})\?")
KWH = re.compile(rf"(?P<head>{N})(?P<more>多|几|来)?(?:度电?|千瓦时|kwh|个字)(?!过|计|角)")
TEMPERATURE = re.compile(r"(气温|温度|体温|高温|空调(开|调)|摄氏|烧到)")
MONTH = re.compile(
    rf"(?:上上个?月|上个?月|这个?月|本月|今年[0-9{CHINESE}]{{1,3}}月份?|去年[0-9{CHINESE}]{{1,3}}月份?|[0-9{CHINESE}]{{1,3}}月份?)(?![0-9{CHINESE}]+(?:号|日))(?:(?:到|至)[0-9{CHINESE}]{{1,3}}月份?)?"
)


def amount_in(text: str) -> tuple[str, str] | None:
    """This function will return (yuan, words) of the amount that matters: the last one said, a range's upper end."""
    found = [*YUAN.finditer(text)] or [*BARE_YUAN.finditer(text)] or [*ONLY.finditer(text)]
    for match in reversed(found):
        value = _value(match)
        if value is not None:
            return plain_number(value), match.group()
    return None


def _value(match: re.Match[str]) -> float | None:
    value = _number(match["head"])
    if value is None:
        return None
    groups = match.groupdict()
    for name, scale in (("dime", 0.1), ("cent", 0.01)):
        if groups.get(name):
            value += (number_of(groups[name]) or 0) * scale
    return value


def _number(words: str) -> float | None:
    words = words.replace(",", "")
    if re.fullmatch(r"[二三四五六七八九][三四五六七八九]十", words):
        words = words[1:]  # 二三十 is at most thirty
    return number_of(words)


def usage_in(text: str) -> tuple[str, str] | None:
    """This function will return (kWh, words) of the last usage said; a temperature is none."""
    for match in reversed(list(KWH.finditer(text))):
        value = _number(match["head"])
        if value is not None and not TEMPERATURE.search(text[max(0, match.start() - 8) : match.start()]):
            return plain_number(value), match.group()
    return None


def month_in(text: str) -> str | None:
    """This function will return the month as said, or None."""
    match = MONTH.search(text)
    return match.group() if match else None
