"""What an agent says will be done: who does what by when. Past, denied and quoted statements are no promises."""

import re
from collections.abc import Iterator

from warmwatt.conversations import Turn
from warmwatt.understanding._limits import Limit, limits_in
from warmwatt.understanding._patterns import plain, sentences_of
from warmwatt.understanding._reading import PromiseKind, SpokenPromise
from warmwatt.understanding._situation import Situation

READ_AT_MOST = 2000
CREW = r"(师傅|抢修|人员|队伍|班组|工人|急修|电工|同事|他们)"
KINDS: tuple[tuple[PromiseKind, re.Pattern[str]], ...] = (
    ("restore", re.compile(r"恢复(供电|正常|用电)?|来电(?!号|显|话)|送上?电|复电|修好|通电|抢通|有电|修复")),
    (
        "arrive",
        re.compile(
            rf"{CREW}.{{0,14}}(到(达|场|位|您|现场|那|你)|赶(到|过去|往|来)|过(去|来)|上门|出发)|到(达)?现场|赶路"
        ),
    ),
    (
        "callback",
        re.compile(
            r"(给|跟|同|和)(您|你)(回|打)(个|一个|一通)?(电话|过去)|回(个)?(电话|访|拨|电)|打(电话)?给您|打您电话|联系您|(跟|与|和)您(取得)?联系|电话联系"
        ),
    ),
    (
        "answer",
        re.compile(
            r"答复|回复|回音|回话|(出|有|告诉您|通知您)(个)?(检?验?核?查?处?理?)?结果|给您(一个|个)?(说法|交代|准信|准话)|告知结果"
        ),
    ),
    (
        "visit",
        re.compile(r"上门|看现场|勘察|勘查|现场(查看|测|核)|(换|装|验|校|测)(一)?(块|个)?(电)?表|过去(看|测|换)"),
    ),
    ("send", re.compile(r"短信|(发|寄|推送|传)(送)?(一份|一条|一下)?(给|到|至|您)|发(到|您)|邮(箱|寄)|寄(给|到)")),
    (
        "apply_upward",
        re.compile(
            r"(帮|给|替|为)?(您|你)?.{0,4}(申请|上报|报上去|反映(上去|给)|请示)|报给.{0,4}(班长|领导|经理|主管)|把话带到|向(领导|上级|值班长)"
        ),
    ),
    (
        "other",
        re.compile(
            r"(免(了|掉|除|收)|退(给|还|回)|减免|补偿|赔(给|偿)|给您(办好?|改|免|退|减|补|优先|加急|加上)|主动给您办|管到底|处分|开除|撤|罚他|接到.{0,8}(同事|专席)|送临时电)"
        ),
    ),
)
WILL = re.compile(
    r"(会|将|要|马上|立刻|立即|这就|就|再|内|前|左右|预计|大概|大约|尽快|争取|安排|给您|帮您|为您|保证|一定|肯定|后|可以|能|先|[0-9一二三四五六七八九十两半]+(个)?(小时|分钟|天|工作日|点)|今天|今晚|明天)"
)
PAST = re.compile(
    r"(已经|刚才|刚刚|之前|昨天|上次|原先|原来|以前|当时|早上已).{0,14}(了|过|说|答应|派|发|打|回|修|送)|(说|答应|承诺|讲|发|打|联系|派)过|(您|他|她|他们|师傅)(说|答应|讲)(过|了|是|要|今天|明天)|我(没|没有)答应|谁(说|答应)|说的是"
)
DENIED = re.compile(
    r"(不(能|敢|好|会|可能|承诺|保证|一定|确定|知道)|没(法|办法|有)|无法|未必|说不(准|好)|不想再给).{0,10}(保证|承诺|答应|恢复|来电|到|修好|批|退|免|赔|上门|回电|时间|说)"
)
QUESTION = re.compile(
    r"(吗|呢|没有?|不是|么|是不是|有没有|能不能|可不可以|行不行|好不好|谁|什么|怎么)[^。!]{0,4}\?|\?$|请问|(吗|没)[。!]?$"
)
OFFER = re.compile(r"(行不行|好不好|可以吗|您看行吗|好吗|怎么样|您看)\??[。!]?$")
DOING = re.compile(
    r"我(现在|这就|先|马上|来)?(帮|给|为|替)?(您|你)?(登记|查(一下|询|看)?|看(一下|看)|记(录|下|一下)|核对|确认|催|转|接|记|问)"
)
CUSTOMER_DOES = re.compile(
    r"(您|你)(自己|可以|能|需要|要|先|再|也可以|得)?.{0,4}(打|拨|发|上|去|到|提供|申请|联系|回|带|交|换|登录|下载|点)"
)
HEDGE = re.compile(
    r"尽量|尽快|争取|可能|预计|大概|大约|应该|估计|差不多|左右|一般|通常|正常(情况)?|快的话|顺利|原则上|不出意外|力争"
)
CONDITION = re.compile(
    r"(如果|要是|若|假如|只要|的话|一旦|等.{1,10}(后|了)|有(了)?(结果|消息|变化|进展)|材料(到位|齐)|交清|修好(以?后|了))"
)


def read_promises(turn: Turn, situation: Situation) -> tuple[SpokenPromise, ...]:
    """This function will return the agent's promises, each kind once, the first with its own limit."""
    if turn.who != "agent":
        return ()
    found: dict[PromiseKind, SpokenPromise] = {}
    for sentence in sentences_of(plain(turn.text[:READ_AT_MOST])):
        for promise in _of_sentence(sentence):
            older = found.get(promise.kind)
            if older is None or (older.minutes is None and older.until is None):
                found[promise.kind] = promise
    return tuple(found.values())


def _of_sentence(sentence: str) -> Iterator[SpokenPromise]:
    if QUESTION.search(sentence) and not OFFER.search(sentence):
        return
    limits = list(limits_in(sentence))
    position = 0
    for clause in re.split(r"(?<=[,、…])", sentence):
        for kind, words in _kinds_of(clause, sentence, bool(limits)):
            limit = _limit_for(limits, position, position + len(clause))
            if limit is not None:
                limits.remove(limit)
            yield SpokenPromise(
                kind=kind,
                minutes=limit.minutes if limit else None,
                until=limit.until if limit else None,
                hedged=bool(HEDGE.search(sentence)),
                conditional=bool(CONDITION.search(sentence)),
                words=(clause.strip(",。!、 ") or words),
            )
        position += len(clause)


def _kinds_of(clause: str, sentence: str, limited: bool) -> Iterator[tuple[PromiseKind, str]]:
    if PAST.search(clause) or DENIED.search(clause) or CUSTOMER_DOES.match(clause):
        return
    for kind, pattern in KINDS:
        found = pattern.search(clause)
        if found and (WILL.search(clause) or limited) and not _only_doing(kind, clause):
            yield kind, found.group()
            if kind in {"restore", "arrive", "visit"}:
                return


def _only_doing(kind: PromiseKind, clause: str) -> bool:
    return kind in {"other", "send", "visit"} and bool(DOING.search(clause))


def _limit_for(limits: list[Limit], start: int, end: int) -> Limit | None:
    """The limit in the clause itself, else the nearest before it, else the next after it."""
    inside = [limit for limit in limits if start <= limit.start < end]
    if inside:
        return inside[-1]
    before = [limit for limit in limits if limit.start < start]
    if before:
        return before[-1]
    return limits[0] if limits else None
