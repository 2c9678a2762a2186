"""Lengths of time as said: 一个半小时 is 90 minutes; of a range the upper end; working days stay worded."""

import re
from collections.abc import Iterator

from warmwatt.understanding._limit import Limit
from warmwatt.understanding._numerals import CHINESE, upper_number_of

N = rf"(?:[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?|[{CHINESE}]{{1,5}}|半)"
MINUTES = {
    "分钟": 1, "刻钟": 15, "刻": 15, "小时": 60, "钟头": 60, "天": 1440, "日": 1440, "昼夜": 1440, "周": 10_080,
    "星期": 10_080, "礼拜": 10_080, "月": 43_200,
}  # fmt: skip
UNIT = "分钟|刻钟|小时|钟头|工作日|工作天|昼夜|天|周|星期|礼拜|(?<=个)月|(?<=半)月"
DURATION = re.compile(
    rf"(?:{N}(?:个)?(?:{UNIT})?(?:到|至|-|~|、|或者?))?(?P<number>{N})(?:来|多)?(?:个)?(?P<half>半)?(?:多)?(?P<unit>{UNIT})(?P<tail>半)?(?:零?(?P<more>{N})分钟)?(?![前份]?检修)"
)
# 快的话二十分钟，最慢不超过四十: the unit is that of the length before.
BARE = re.compile(rf"(?:不超过|最多|最慢|最迟|慢则|撑死)(?P<number>{N})(?=[,。!]|$)")
SOON = re.compile(r"这一?两天(?=会|就|内|里|能|给|之内)")
NOT_LIMIT = re.compile(
    r"(?:每隔?|提前|前|等我|稍等|等了|打了|停了|停电|已经|过去|宽限|延期|晚交|满|近|连续|第|这|工作|修了|忙了|(?<!不)(?<!不会)(?<!不能)超过了?|距今|相隔|间隔|天数|共|用了|才|个月|(?<![再还只])有|多了|少了|差|超|扣(?:他|她)?|(?<![最推延])[晚迟早慢])$"
)
# 每两小时跟您说一次 promises, 每两天抄一次 tells a habit.
EVERY_FEW_HOURS = re.compile(r"每隔?$")
NOT_AFTER = re.compile(
    r"^(?:前(?!后?就能|会|就|到|恢复|来电)(?=已|打|停|报|有|我|您|申请|通知)|以前|了|没|共|的(?:电|量|费|记录|账|用|曲线|明细|流水|工资|奖金|图)|工资|奖金|绩效|不到[,。]|里|服务|值班|热线|人工|在线|,?天数|第)"
)
IF = re.compile(r"(?:如果|要是|万一|若|假如|倘若)[^,。]{0,6}$")


def durations(text: str) -> Iterator[Limit]:
    """This function will yield the lengths of time of a text that limit something."""
    for match in DURATION.finditer(text):
        number = 0.5 if match["number"] == "半" else upper_number_of(match["number"])
        if number is None or _is_told(text, match):
            continue
        limit = _duration(match, number + (0.5 if match["half"] or match["tail"] else 0))
        yield limit
        yield from _bare(text, limit, match["unit"])
    for match in SOON.finditer(text):
        yield Limit(minutes=2 * MINUTES["天"], start=match.start(), words=match.group())


def _is_told(text: str, match: re.Match[str]) -> bool:
    """A length that tells of the past, a habit or an amount limits nothing."""
    before, after = text[max(0, match.start() - 4) : match.start()], text[match.end() : match.end() + 6]
    if EVERY_FEW_HOURS.search(before):
        return match["unit"] not in {"分钟", "小时", "钟头"}
    if after.startswith(("没", "还没")) and IF.search(text[: match.start()]):
        return False
    return bool(NOT_LIMIT.search(before) or NOT_AFTER.match(after))


def _duration(match: re.Match[str], number: float) -> Limit:
    if "工作" in match["unit"]:
        days = max(1, round(number))
        return Limit(until=f"{days}_working_day{'s' * (days > 1)}", start=match.start(), words=match.group())
    more = upper_number_of(match["more"] or "") or 0
    return Limit(minutes=round(number * MINUTES[match["unit"]] + more), start=match.start(), words=match.group())


def _bare(text: str, before: Limit, unit: str) -> Iterator[Limit]:
    match = BARE.search(text, before.end)
    number = upper_number_of(match["number"]) if match else None
    if match and number and before.minutes is not None:
        start = match.start("number")
        yield Limit(minutes=round(number * MINUTES[unit]), start=start, words=match["number"])
