"""Amounts of money and usage: of several, the disputed or the latest one; unit prices and tariff limits are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from warmwatt.understanding._numerals import CHINESE, NUMBER, ONES, digits_of, number_of, plain_number, upper_number_of

DIGIT = "[0-9一二两三四五六七八九]"
MORE = r"(?P<more>多|几|来|大几|出头)?"
NO_THING = r"(?!儿|地[^说]|板|表|牌|砖|石|电池|屏|玻璃|光伏|田|手表|豆腐|肉|糖|布|木头|组件|头)"
YUAN = re.compile(
    rf"(?P<head>{NUMBER}){MORE}个?(?:块钱?|元钱?|圆|刀){NO_THING}"
    rf"(?:(?P<dime>{DIGIT})(?![0-9十百千万个天度月年点号%])(?:毛|角)?|(?P<dimes>{DIGIT})(?:毛|角))?"
    rf"(?:(?P<cent>{DIGIT})(?![0-9{CHINESE}个天度月年点号]))?"
)
EXACT = re.compile(
    rf"(?P<head>{NUMBER})(?:块|元)(?P<dime>{DIGIT})(?:毛|角)?(?P<cent>{DIGIT})分?(?![0-9{CHINESE}个天度月年点号])"
)
DIMES = re.compile(
    rf"(?P<dime>(?<![0-9{CHINESE}块元]){DIGIT})(?:毛|角)钱?(?:(?P<cent>{DIGIT})(?![0-9{CHINESE}个天])分?)?"
)
# A number without its unit, where the talk is of money: 上个月一千七, 充的一百, 啊?八百?
BARE = re.compile(
    rf"(?<![0-9{CHINESE}a-z.\-号第栋楼])(?P<head>{NUMBER}){MORE}(?=[,。!?;…~\s\"”]|$|了|吧|呢|啊|的?[呀哦]|嘛|左右|上下|出头|也|就|都|没|还没|不止|以上|怎么|是怎么|这|算|我|(?:一个|每)月|还不)"
)
MONEY = re.compile(
    r"电费|[交缴充收扣花欠退付省赚赔涨贵贴账钱元块]|余额|费|账单|单子|发票|白拿|金额|便宜|翻|要(?=[0-9一二三四五六七八九两])|[这上]个?月|平时"
)
PAID = re.compile(
    r"(?:[交缴充收扣花欠退付省赚赔涨差]|要|不足|余额|金额|只有|剩|多了|少了|电费|费|到|高达|共|计|拿|补|一个月|月|账单是?|发票是?|这[回次]|应为)(?:了|过|我|你|他|您|的|掉|出|到|给|是|才|都|要|将近|快|差不多|大概|有|:|个|小|整整|只|又|多){0,3}$"
)
UNIT_BEFORE = re.compile(r"(?:[每一]度(?:电)?|单价|每千瓦时|度电|每个?字|电价|一度|峰段|谷段|平段)[^,。!?;]{0,6}$")
UNIT_AFTER = re.compile(r"^(?:钱)?(?:多|几)?(?:一|每|/)(?:度|千瓦时|个字)")
NOT_BILL = re.compile(r"(?:退休金|养老金|工资|月薪|房租|租金|低保金|奖金|打赌|利息)[^,。!?;]{0,8}$")
COMPARED = re.compile(
    r"(?:以前|往年|平时|平常|去年|原来|正常|顶多|最多|一般|往常|本来|以往|过去|别人|人家|邻居|隔壁|楼上|楼下|余额|限额|同期|前年|不是|不到|往月|通常|以往|每次|封顶|起步|补贴)[^,。!?;]{0,6}$|"
    r"(?<!天)才(?:用|交|收)?$"
)
KWH = re.compile(
    rf"(?<![块毛])(?P<head>{NUMBER}){MORE}(?:度电?|千瓦时|kwh|kw·h|个字(?=[,。!?了的呢]|$))(?P<tenth>{DIGIT}(?![0-9{CHINESE}个天毛块]))?(?!过|计|角|假|数|日|音|量|蜜|空调|以内|以下|封顶)"
)
TEMPERATURE = re.compile(
    r"(?:气温|温度|体温|高温|零下|零上|空调|摄氏|烧到|发烧|开到|开在|调到|低温|外面|室内|屋里才|降到|水温)[^,。!?;]{0,6}$"
)
LEFT = re.compile(
    r"(?:[写念说删][^,。]{0,8}|免的那|剩下?|还有|余|免费|免|送|低保|每户|每人|奖励|买了?|充了?|多少)(?:了|的|电|您|就|着|只有)?$"
)
TIER = re.compile(r"(?:阶梯|[一二三123]档|电价)[^。!?;]{0,6}(?:超过|超|满|到|达到)了?$")
LIMIT = re.compile(
    r"(?:超过|超|不超过|到了|达到|满|以前|往年|平时|去年|正常|一般|顶多|最多|同期|别人|邻居|隔壁|才|每天|一天|一晚|平均)[^,。!?;]{0,5}$"
)

NO_USAGE = (TIER, TEMPERATURE, LEFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number said as money or usage; `aside` where it is only compared with, or is a limit."""

    value: float
    words: str
    start: int
    aside: bool


def amount_in(text: str) -> tuple[str, str] | None:
    """This function will return (yuan, words) of the amount that matters: the last not merely compared."""
    return _chosen(_with_unit(text) or (list(_bare(text)) if MONEY.search(text) or ALONE.match(text) else []))


def usage_in(text: str) -> tuple[str, str] | None:
    """This function will return (kWh, words) of the usage that matters; a temperature or a rest is none."""
    return _chosen(list(_usages(text)))


def _chosen(found: list[Quantity]) -> tuple[str, str] | None:
    found = [each for each in found if not each.aside] or found
    return (plain_number(found[-1].value), found[-1].words) if found else None


HOTLINES = frozenset({"12345", "12398", "12315", "12333", "95598", "110", "119", "120", "122", "114"})
ALONE = re.compile(rf"^(?:[啊哎喂嗯]|什么|多少)?[,!?\s]*(?:[0-9]{{2,6}}|[{CHINESE}]{{2,8}})(?:多|几)?[?!]")


def _with_unit(text: str) -> list[Quantity]:
    found: dict[int, Quantity] = {}
    for pattern in (EXACT, YUAN):
        for match in pattern.finditer(text):
            if (quantity := _money(text, match)) is not None:
                found.setdefault(match.end("head"), quantity)
    quantities = sorted(found.values(), key=lambda each: each.start)
    if not quantities:
        return []
    spare = [each for each in _bare(text, paid=any(not each.aside for each in quantities)) if not each.aside]
    return sorted([*quantities, *spare], key=lambda each: each.start)


def _money(text: str, match: re.Match[str]) -> Quantity | None:
    value = upper_number_of(match["head"])
    if value is None or _is_price(text, match.start(), match.end()) or _is_one_piece(text, match):
        return None
    groups = match.groupdict()
    value += (number_of(groups.get("dime") or groups.get("dimes") or "零") or 0) / 10
    value += (number_of(groups.get("cent") or "零") or 0) / 100
    return _quantity(text, match, value)


def _is_price(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 14) : start]
    return bool(UNIT_BEFORE.search(before) or NOT_BILL.search(before) or UNIT_AFTER.match(text[end : end + 6]))


def _is_one_piece(text: str, match: re.Match[str]) -> bool:
    """另外装一块 is a piece, not money; 一块钱 and 一块五 are money."""
    return match.group() in {"一块", "两块"} and not re.search(
        r"[退差交收扣少多欠]了?我?$", text[max(0, match.start() - 3) : match.start()]
    )


def _bare(text: str, *, paid: bool = False) -> Iterator[Quantity]:
    for match in BARE.finditer(text):
        before = text[max(0, match.start() - 14) : match.start()]
        value = upper_number_of(match["head"])
        if value is None or _is_price(text, match.start(), match.end()) or _is_number_of_something(match["head"]):
            continue
        in_words = not match["head"][0].isascii()
        spent = bool(PAID.search(before)) or not before
        if spent or (in_words and value >= 100 and not paid and not before.endswith(("户", "尾", "号", "是", "个"))):
            yield _quantity(text, match, value)


def _is_number_of_something(words: str) -> bool:
    """A year, a phone, an account or digits read one by one are no amount."""
    return (
        words in HOTLINES
        or len(digits_of(words)) > 5
        or (len(words) > 2 and all(char in ONES for char in words))
        or len(words) < 2
    )


def _quantity(text: str, match: re.Match[str], value: float) -> Quantity:
    before = text[max(0, match.start() - 14) : match.start()]
    return Quantity(value=value, words=match.group(), start=match.start(), aside=bool(COMPARED.search(before)))


def _usages(text: str) -> Iterator[Quantity]:
    for match in KWH.finditer(text):
        before = text[max(0, match.start() - 14) : match.start()]
        value = upper_number_of(match["head"])
        if value is None or match["head"] in {"一", "1"} or any(each.search(before) for each in NO_USAGE):
            continue
        value += (number_of(match["tenth"] or "零") or 0) / 10
        yield Quantity(value=value, words=match.group(), start=match.start(), aside=bool(LIMIT.search(before)))
