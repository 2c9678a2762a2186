"""Consults the records and the handbook for the agent: a known outage, the last bill, an article that answers.

Each such card is offered once: when the matter first comes up, until the agent has used it or put it away.
"""

from collections.abc import Iterator
from datetime import datetime

from warmwatt.handbook import Hit
from warmwatt.quantities import CHINA
from warmwatt.records import queries
from warmwatt.records.models import AdviceRecord, BillRecord, ConversationRecord, TurnRecord
from warmwatt.skills import Advice, Heard

OUTAGE_TOPICS = ("outage.report", "outage.query", "voltage.report")
BILL_TOPICS = ("bill.query", "bill.dispute")
TOLD_BY = {
    "outage": ("estimate", "explain"),
    "bill": ("breakdown", "explain"),
    "knowledge": ("explain",),
}
OUTAGE_WEIGHT, BILL_WEIGHT, KNOWLEDGE_WEIGHT = 7.0, 5.0, 2.0


def consult(
    conversation: ConversationRecord, turn: TurnRecord, heard: Heard, found: Hit | None, *, now: datetime
) -> tuple[Advice, ...]:
    """This function will return the cards that the records and the handbook have to offer now.

    `found` is the article that answers what the customer just said, where one clearly does.
    """
    cards = (*_outage(conversation, heard, now=now), *_bill(conversation, heard), *_article(found))
    if not cards and not heard.session.situation.topics:
        return ()
    shown = AdviceRecord.objects.filter(conversation=conversation, skill__in=TOLD_BY)
    before = {(card.skill, card.key): card for card in shown}
    return (*_fresh(cards, before), *_still_open(before, turn, heard))


def _fresh(cards: tuple[Advice, ...], before: dict[tuple[str, str], AdviceRecord]) -> Iterator[Advice]:
    return (card for card in cards if (card.skill, card.key) not in before)


def _still_open(before: dict[tuple[str, str], AdviceRecord], turn: TurnRecord, heard: Heard) -> Iterator[Advice]:
    for (skill, key), card in before.items():
        told = turn.who == "agent" and heard.reading.has_act(*TOLD_BY[skill])
        if card.withdrawn_turn is None and not told:
            yield Advice(
                skill=skill,
                key=key,
                title=card.title,
                say=card.say,
                because=card.because,
                rule=card.rule,
                weight=card.weight,
            )


def _outage(conversation: ConversationRecord, heard: Heard, *, now: datetime) -> Iterator[Advice]:
    known = heard.session.known.known_outage
    if conversation.contract is None or not known or not heard.session.situation.has_topic(*OUTAGE_TOPICS):
        return
    notice = queries.known_outage(conversation.contract, now=now)
    if notice is None:
        return
    until = notice.expected_until.astimezone(CHINA)
    kind = "计划检修" if notice.kind == "planned" else "线路故障"
    yield Advice(
        skill="outage",
        key=f"notice.{notice.pk}",
        title="已知停电",
        say=f"我查到了，您这一片是{kind}（{notice.cause}），预计{until:%H点%M分}前恢复供电，给您添麻烦了。",
        because=queries.outage_words(notice),
        rule="停电信息公告",
        weight=OUTAGE_WEIGHT,
    )


def _bill(conversation: ConversationRecord, heard: Heard) -> Iterator[Advice]:
    if conversation.contract is None or not heard.session.situation.has_topic(*BILL_TOPICS):
        return
    bill = conversation.contract.bills.order_by("-starts_on").first()
    if bill is None:
        return
    yield Advice(
        skill="bill",
        key=f"bill.{bill.pk}",
        title="电费构成",
        say=_bill_words(bill),
        because=f"{bill.starts_on:%Y年%m月}账单，{len(bill.lines)}项明细",
        rule=next((line["source"] for line in bill.lines if line.get("source")), ""),
        weight=BILL_WEIGHT,
    )


def _bill_words(bill: BillRecord) -> str:
    total = f"您{bill.starts_on.month}月用电{bill.usage_kwh.normalize():f}度，电费{bill.amount_units / 10_000:.2f}元"
    parts = "；".join(line["sentence"] for line in bill.lines if line.get("sentence"))
    return f"{total}：{parts}。" if parts else f"{total}。"


def _article(found: Hit | None) -> Iterator[Advice]:
    if found is None:
        return
    article = found.article
    unverified = "（未核实，仅供参考）" if article.status == "unverified" else ""
    yield Advice(
        skill="knowledge",
        key=article.id,
        title=article.title,
        say=article.say,
        because="根据客户所问，知识库中最相符的一条" + unverified,
        rule=article.source.cited(),
        weight=KNOWLEDGE_WEIGHT,
    )
