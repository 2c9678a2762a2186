"""Numbers as people say and write them, in Chinese and Arabic numerals."""

import re

DIGITS = {
    char: value
    for value, chars in enumerate(
        ("零〇洞", "一幺壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒拐", "八捌", "九玖勾")
    )
    for char in chars
}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10_000, "亿": 100_000_000}
CHINESE = "零〇洞一幺壹二两贰三叁四肆五伍六陆七柒拐八捌九玖勾十拾百佰千仟万亿"
NUMBER = rf"(?:[0-9]+(?:\.[0-9]+)?(?:[万千百](?![0-9]))?|[{CHINESE}]+(?:点[{CHINESE}]+)?)"
_ARABIC = re.compile(r"([0-9]+(?:\.[0-9]+)?)([万千百]?)$")


def number_of(words: str) -> float | None:
    """This function will return the number that the words say, or None: 一千二百三 → 1230, 三点五 → 3.5."""
    if found := _ARABIC.match(words):
        scale = {"": 1, "百": 100, "千": 1000, "万": 10_000}[found[2]]
        return float(found[1]) * scale
    if "点" in words:
        whole, part = words.split("点", 1)
        head = number_of(whole)
        if head is None or not part or any(char not in DIGITS for char in part):
            return None
        return head + float("0." + "".join(str(DIGITS[char]) for char in part))
    return _chinese(words)


def _chinese(words: str) -> float | None:
    if not words or any(char not in DIGITS and char not in UNITS and char not in BIG for char in words):
        return None
    if all(char in DIGITS for char in words):
        return float("".join(str(DIGITS[char]) for char in words))
    total, section, digit, last = 0, 0, 0, 1
    for char in words:
        if char in DIGITS:
            digit = DIGITS[char]
            last = 10 if char in "零〇" else last
        elif char in UNITS:
            section += (digit or 1) * UNITS[char]
            digit, last = 0, UNITS[char]
        else:
            total = (total + section + digit) * BIG[char]
            section, digit, last = 0, 0, BIG[char]
    # 一千二百三 is 1230: a last digit without its unit counts in the next lower one.
    return float(total + section + digit * (last // 10 if last > 10 else 1))


def digits_of(words: str) -> str:
    """This function will return dictated digits in Arabic: 幺三八 → 138; what is not a digit is left out."""
    return "".join(char if char.isascii() and char.isdigit() else str(DIGITS.get(char, "")) for char in words)


def plain_number(value: float) -> str:
    """This function will return a number without needless decimals: 320.50 → 320.5, 12.0 → 12."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
