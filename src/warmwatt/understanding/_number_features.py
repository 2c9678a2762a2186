"""What a chooser sees of each number of a text: its unit, size and place, the words around it, what the rules say."""

import re
from collections.abc import Iterator, Sequence
from math import log2

from warmwatt.understanding import _amounts as by_rules
from warmwatt.understanding._candidates import Candidate
from warmwatt.understanding._numerals import ONES

NEAR = 6
BREAKS = ",。!?;:、…\n"
# What a number counts or names, by the letter after it; what it is, by the words before it.
AFTER = tuple(
    (name, re.compile(words))
    for name, words in (
        ("end", r"\s*(?:[,。!?;:、…~\"”)]|$)"),
        ("count", "[个户口人位名张只条台间盏家层楼栋号室次回趟遍单斤亩根头件袋桶瓶盒份套双组排门片辆部项页篇字家米里平方块格段处位路伏瓦安]|[kmv]"),
        ("time", "[年月日天点岁周时分秒]|小时|钟头|星期|礼拜|来岁|多岁|多天|多年|个月"),
        ("power", "千瓦(?!时)|千伏|伏|瓦|安|kw(?!h)|kva|v|匹|兆"),
        ("ratio", "%|倍|成(?!了)|折|比|分之|档|级|期"),
        ("about", "多|几|左右|上下|来|出头|以上|以内|以下|整"),
        ("said", "[了吧呢啊呀嘛哦的也都就没还又才不怎这是能咋]"),
        ("per", "(?:钱)?(?:一|每|/)(?:度|千瓦时|个字|平|米|台|户|天|小时)"),
    )
)  # fmt: skip
BEFORE = tuple(
    (name, re.compile(words))
    for name, words in (
        ("paid", "[交缴充冲收扣花欠退付省赚赔涨差罚存垫输补卖算开打转](?:了|过|我|你|他|您|的|给|个|到|出|掉|上|是|多|走){0,3}$"),
        ("cost", "(?:电费|费|金额|余额|账单|单子|发票|电飞|店费|合计|一共|总共|价|钱|款|金|押金|尾款|差价|票|限额|预存)(?:是不是|不是|是|到|要|才|都|就|共|为|写|还|有|只|:|,|得|了|的|里|将近|快|大概|实际){0,4}$"),
        ("want", "(?:要|得|只|就|才|是|到|变|成|跳到|变成|说|写着?|显示|还有|剩|多|少|高达|近|快|超过|不到|达|共|合|收我|又|报)$"),
        ("month", "(?:月份?|上月|这月|本月|今年|去年|上个月|这个月|一年|夏天|冬天|平时|每月|一个月|期|季度|往时|今次|这次|上次)(?:的|就|才|是|都|要|交|用|走|电费|,|:){0,2}$"),
        ("used", "(?:用电?|走字?|跑|耗|电量|发电?|上网|抄|度数|字数|读数|示数|多|少|差|补|卖)(?:了|过|到|的|是|有|出|量|为|才|就|写|:|,|将近|快|大概|只有|不到){0,3}$"),
        ("number", "(?:户号|尾号|工号|编号|表号|工单|单号|电话|号|第|年|密码|门牌|[a-z])$"),
        ("warm", "(?:气温|温度|体温|高温|零下|零上|空调|烧到|发烧|开到|调到|顶着|外面|棚里|屋里|这几天|今儿|今天|暖气|室|温)(?:[^,。!?;]{0,4})$"),
        ("age", "(?:今年|我|他|她|爸|妈|老人|奶奶|爷爷|娘|爹|伴儿?|岁)(?:都|快|已经)?$"),
        ("other", "(?:工资|养老金|退休金|房租|水费|油钱|车费|鱼|蛋|米|菜)[^,。!?;]{0,4}$"),
        ("by-price", by_rules.UNIT_BEFORE.pattern),
        ("by-compared", by_rules.COMPARED.pattern),
        ("by-left", by_rules.LEFT.pattern),
        ("by-tier", by_rules.TIER.pattern),
        ("by-limit", by_rules.LIMIT.pattern),
        ("denied", "(?:不是|不对|错了|没有)[^,。!?;]{0,2}$"),
        ("mended", "(?:应该是|应为|改成|变成?|实际|其实|是(?=[^,]{0,3}$))[^,。!?;]{0,2}$"),
    )
)  # fmt: skip
TOLD = re.compile("电费|电量|欠|[交缴充冲]|退|扣|补|温度|三十[0-9一-九]度|价|赔|发票|空调|冰箱|阶梯|档|优惠|光伏|表")


def number_features(text: str, candidates: Sequence[Candidate], chosen: Sequence[str]) -> list[list[str]]:
    """This function will return the features of each number; `chosen` tells for each what rules made of it."""
    whole = sorted(set(TOLD.findall(text)))
    return [
        [
            *_own(text, each),
            *_around(text, each),
            *_among(candidates, at, chosen),
            *(f"T{each.unit}{word}" for word in whole),
        ]
        for at, each in enumerate(candidates)
    ]


def _own(text: str, each: Candidate) -> Iterator[str]:
    words = text[each.start : each.head]
    yield f"u{each.unit}"
    yield f"s{each.unit}{_size(each)}"
    yield f"w{each.unit}{words if len(words) < 3 else 0}"
    yield f"d{each.unit}{int(each.value != int(each.value))}"
    yield f"t{each.unit}{text[each.head : each.end]}"
    if len(words) > 2 and all(char in ONES for char in words):
        yield f"spelt{each.unit}"
    yield f"written{each.unit}{int(words[0].isascii())}{min(len(words), 6)}"


def _size(each: Candidate) -> int:
    return min(round(log2(each.value + 1)), 18)


def _around(text: str, each: Candidate) -> Iterator[str]:
    before, after = text[max(0, each.start - 16) : each.start], text[each.end : each.end + 16]
    unit, large = each.unit, min(len(str(int(each.value))), 5)
    led = [name for name, pattern in BEFORE if pattern.search(before)]
    next_ = next((name for name, pattern in AFTER if pattern.match(after)), "none")
    yield f"N{unit}{next_}{large}"
    yield f"N{unit}{next_}"
    for name in led or ["none"]:
        yield f"L{name}"
        yield f"L{unit}{name}"
        yield f"LN{unit}{name}{next_}"
    for size in (1, 2, 3):
        yield f"b{before[-size:] or '^'}"
        yield f"a{unit}{after[:size] or '$'}"
    yield f"bu{unit}{before[-1:] or '^'}"
    own = _clause(before, last=True)[-NEAR:]
    yield from (f"B{own[at : at + 2]}" for at in range(len(own) - 1))
    own = _clause(after, last=False)[:NEAR]
    yield from (f"A{own[at : at + 2]}" for at in range(len(own) - 1))


def _clause(words: str, *, last: bool) -> str:
    """The part of the words that is in the number's own clause."""
    for mark in BREAKS:
        words = words.rpartition(mark)[2] if last else words.partition(mark)[0]
    return words


def _among(candidates: Sequence[Candidate], at: int, chosen: Sequence[str]) -> Iterator[str]:
    own = candidates[at]
    like = [each for each in candidates if each.unit == own.unit]
    units = "".join(sorted({each.unit[0] for each in candidates}))
    after = sum(each.start > own.start for each in like)
    yield f"n{own.unit}{units}"
    yield f"l{own.unit}{min(after, 3)}"
    yield f"f{own.unit}{min(len(like) - after, 3)}"
    yield f"m{own.unit}{min(len(like), 3)}{int(own.value == max(each.value for each in like))}"
    yield f"r{chosen[at]}"
    yield f"r{chosen[at]}{own.unit}"
    yield f"R{own.unit}{''.join(sorted(set(''.join(chosen))))}"
    for step in (-1, 1):
        if 0 <= at + step < len(candidates):
            other = candidates[at + step]
            yield f"x{step}{own.unit}{other.unit}{int(other.value < own.value)}{chosen[at + step]}"
