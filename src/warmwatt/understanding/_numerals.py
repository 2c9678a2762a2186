"""Numbers as people say and write them, in Chinese and Arabic numerals."""

import re

DIGITS = {
    char: value
    for value, chars in enumerate(
        ("零〇洞○", "一幺壹妖", "二两贰俩", "三叁仨", "四肆", "五伍", "六陆", "七柒拐", "八捌", "九玖勾")
    )
    for char in chars
}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10_000, "亿": 100_000_000}
ONES = "".join(DIGITS)
CHINESE = f"{ONES}十拾百佰千仟万亿"
# A number as said: 1,042 · 1.2万 · 3千5 · 一千二百三 · 三点五; not the 百 of 几百, nor the 万 of 万一.
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\.[0-9]{1,4})?"
CHINESE_NUMBER = rf"(?:[{ONES}]|(?<![几数好上成{ONES}])[十拾百千])[{CHINESE}]{{0,15}}(?:点[{ONES}]{{1,4}})?"
NUMBER = rf"(?:{ARABIC}(?:[百千万](?:[0-9](?![0-9]))?)?|{CHINESE_NUMBER})"
_ARABIC = re.compile(rf"({ARABIC})(?:([百千万亿])([0-9])?)?")
_ABOUT = re.compile(r"[一二三四五六七八九两](?=[二三四五六七八九][十百千万]|[二三四五六七八九]$)")
_PAIR = re.compile("一[两二]|[两二]三|三[四五]|四五|五六|六七|七八|八九")
_SPELT = re.compile(rf"[{CHINESE}]+")
_TENS_AND_DIGITS = re.compile(rf"([{ONES}]?十[{ONES}]?)([{ONES}]{{2}})")
_SCALE = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def number_of(words: str) -> float | None:
    """This function will return the number that the words say, or None: 一千二百三 → 1230, 1.2万 → 12000."""
    if found := _ARABIC.fullmatch(words):
        scale = _SCALE[found[2] or ""]
        return float(found[1].replace(",", "")) * scale + float(found[3] or 0) * scale / 10
    if "点" in words:
        whole, part = words.split("点", 1)
        head = number_of(whole)
        if head is None or not part or any(char not in DIGITS for char in part):
            return None
        return head + float("0." + "".join(str(DIGITS[char]) for char in part))
    return _chinese(words)


def upper_number_of(words: str) -> float | None:
    """This function will return the number said, and of an approximate one the upper end: 二三十 → 30, 两三百 → 300."""
    if _PAIR.fullmatch(words):
        return number_of(words[1])
    return number_of(words[1:] if _ABOUT.match(words) and len(words) >= 3 else words)


def _chinese(words: str) -> float | None:
    if not words or any(char not in DIGITS and char not in UNITS and char not in BIG for char in words):
        return None
    if all(char in DIGITS for char in words):
        return float("".join(str(DIGITS[char]) for char in words))
    total, section, digit, lower = 0, 0, 0, 1
    for char in words:
        if char in DIGITS:
            # A zero says that the next digit is of the ones: 一千零三 is 1003, 一千三 is 1300.
            digit, lower = DIGITS[char], 1 if char in "零〇○洞" else lower
        elif char in UNITS:
            section += (digit or 1) * UNITS[char]
            digit, lower = 0, UNITS[char] // 10
        else:
            own = section + digit
            total = total + own * BIG[char] if total > BIG[char] else (total + own or 1) * BIG[char]
            section, digit, lower = 0, 0, BIG[char] // 10
    return float(total + section + digit * lower)


def digits_of(words: str) -> str:
    """This function will return dictated digits in Arabic: 幺三八 → 138; what is not a digit is left out."""
    return "".join(char if char.isascii() and char.isdigit() else str(DIGITS.get(char, "")) for char in words)


def plain_number(value: float) -> str:
    """This function will return a number without needless decimals: 320.50 → 320.5, 12.0 → 12."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def in_arabic(text: str) -> str:
    """This function will write each Chinese number of a text in Arabic digits: 六十八号院 → 68号院, 五零一 → 501."""
    return _SPELT.sub(lambda found: _arabic_of(found.group()), text)


def _arabic_of(words: str) -> str:
    """A number of a door may mix both ways of saying: 十五零二 → 1502."""
    if all(char in DIGITS for char in words):
        return digits_of(words)
    if mixed := _TENS_AND_DIGITS.fullmatch(words):
        return plain_number(number_of(mixed[1]) or 0) + digits_of(mixed[2])
    value = number_of(words)
    return words if value is None else plain_number(value)
