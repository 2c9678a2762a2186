"""Addresses as callers give them: the run of place words around the one that makes it a place."""

import re
from collections.abc import Iterator

from warmwatt.understanding._numerals import CHINESE

NUM = rf"(?:[0-9]+|[{CHINESE}]+|[A-Za-z](?:区)?)"
TAIL_WORDS = (
    "小区|花园|新村|家园|公寓|名邸|山庄|花苑|苑|公馆|广场|大厦|市场|批发市场|商场|工业园区?|产业园|园区|开发区|高新区|工地|车库|停车场|"
    "宿舍|大院|别墅|社区|学校|医院|酒店|饭店|工厂|厂房|厂区|养殖场|泵站|仓库|铺子|门面|店面|号院|大队|农场|林场|渔场|码头|"
    "里|坊|府|台|湾|庭|城|郡|居|轩|阁|壹号|华府|国际|中心|雅居|佳苑|嘉园|豪庭|世家|丽景|半岛|天地|水岸"
)
ROADS = "大街|大道|公路|国道|省道|高速|胡同|巷|弄|街|路|里弄|线"
AREAS = "省|自治区|市|区|县|旗|镇|乡|街道|村|屯|庄|寨|坡|坪|湾|组|社|沟|营|堡|岭|塘"
UNITS = "号楼|号院|号|栋|幢|座|单元|门|室|户|层|楼|弄|组|社|队|米|杆|排|期|支|巷|车位|车库"
NUMBERED = rf"(?:{NUM}(?:[-—#]{NUM})*(?:到|至)?(?:{NUM})?(?:{UNITS})?)"
PLACE_CHAR = r"[\u4e00-\u9fa5]"
# A name of 1 to 6 characters before the word that makes it a place; what cannot stand in a name ends it.
STOP = (
    "我你您他她它们这那是在的了和跟与就都也还又再没有不要想问请帮给把被让叫说看听找来去到从对为因所以如果但可而且着过吗呢吧啊呀哦喂"
    "停电报修查费交装表咋哪谁啥什么怎几多少很太真好大家嘛先生女士住"
)
NAME = rf"(?:(?![{STOP}]){PLACE_CHAR}|[A-Za-z0-9]){{1,7}}"
PLACE = re.compile(rf"{NAME}(?:{TAIL_WORDS}|{ROADS}|{AREAS})")
DETAIL = re.compile(
    rf"^(?:[,、\s]?(?:{NUMBERED}|地下(?:{NUM}层|车库|室)?|(?:东|西|南|北|前|后|左|右|中)(?:边|面|头|门|侧|区|街|路|院|段)?|"
    rf"{NAME}(?:{TAIL_WORDS}|{ROADS}|{AREAS})|(?:与|和|跟){NAME}(?:{ROADS})|交叉口|交汇处|路口|(?:旁边|对面|附近|隔壁|后面|前面|门口|楼下|沿线)"
    rf"(?:的|那(?:个|条|家|栋)?)?(?:{PLACE_CHAR}{{1,8}}?(?:铺子|店|厂|泵站|土路|工地|村|楼|栋|超市|学校|医院))?))+"
)
LEAD = re.compile(
    r"(?:地址(?:是|在|:)?|住(?:在)?|位置(?:是|在|:)?|家在|就在|地点(?:是|在|:)?|我(?:们|家)?(?:这|是|在)|位于|那边是)[,:]?\s*"
)
NOT_PLACE = re.compile(
    r"^(营业厅|供电所|物业|网上|手机|国网|电力|客服|你们|我们|人家|市场价|中心|全市|本市|城里|家里|屋里|这里|那里|哪里|线路|电路|高压线|火线|零线|专线|热线|在线|短路|一路|半路|马路|走路|道路|电线|开关|中国|全国|省里|市里|区里|县里|村里|镇里|心里|手里|夜里|里|公里|小区|社区|村|镇)$"
)
HOME = re.compile(rf"{NUM}(?:号楼|栋|幢|座)(?:{NUM}单元)?(?:{NUM}(?:室|户|号)?)?|{NUM}单元{NUM}(?:室)?|{NUM}号{NUM}室")


def addresses_in(text: str) -> Iterator[str]:
    """This function will yield the addresses said in a plain text, the fullest first."""
    found = sorted(
        {_whole(text, match) for match in PLACE.finditer(text)}, key=lambda each: (-_fullness(each), -len(each))
    )
    kept = [each for each in found if not NOT_PLACE.match(each) and _is_place(each)]
    if not kept and (home := HOME.search(text)):
        kept = [home.group()]
    yield from kept


def _whole(text: str, match: re.Match[str]) -> str:
    rest = text[match.end() :]
    detail = DETAIL.match(rest)
    whole = match.group() + (detail.group() if detail else "")
    return whole.strip(",、 ")


def _is_place(words: str) -> bool:
    return len(words) >= 3 and not re.fullmatch(r"[0-9a-z]+(线|路|号|城)", words)


def _fullness(words: str) -> int:
    return len(re.findall(rf"{NUM}(?:{UNITS})", words)) * 2 + len(re.findall(rf"(?:{TAIL_WORDS}|{ROADS})", words))
