"""A review as one printable HTML page that needs nothing from elsewhere."""

from collections.abc import Sequence
from html import escape

from warmwatt.conversations import Conversation
from warmwatt.skills import Review

STYLE = """
body{font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1f2933;max-width:960px;
margin:2rem auto;padding:0 1rem}h1{font-size:1.3rem}h2{font-size:1.1rem;margin-top:2.5rem}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #e4e7eb;padding:.4rem .5rem;text-align:left;
vertical-align:top}.pass{color:#1f7a4d}.fail{color:#b42318;font-weight:600}.na{color:#697586}
.turns{margin:.25rem 0 0;padding-left:1.2rem;color:#52606d;font-size:13px}.score{font-size:1.6rem;color:#b8691b}
ol.talk{padding-left:2.2rem}ol.talk li{padding:.15rem 0}.customer{color:#1d4e89}
@media print{h2{break-before:page}h2:first-of-type{break-before:auto}}
"""
WORDS = {"pass": "合格", "fail": "不合格", "na": "不涉及"}


def scorecard_page(reviews: Sequence[tuple[Conversation, Review]]) -> str:
    """This function will return the whole page, every text escaped."""
    parts = "".join(_part(conversation, review) for conversation, review in reviews)
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>服务质检评分表</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head>'
        f"<body><h1>服务质检评分表</h1>{parts}</body></html>"
    )


def _part(conversation: Conversation, review: Review) -> str:
    total = review.scorecard.total
    rows = "".join(_row(conversation, review, number) for number in range(len(review.verdicts)))
    talk = "".join(
        f'<li class="{turn.who}" value="{index}" id="{escape(conversation.id)}-{index}">'
        f"{'座席' if turn.who == 'agent' else '客户'}：{escape(turn.text)}</li>"
        for index, turn in enumerate(conversation.turns)
    )
    return (
        f'<h2>{escape(conversation.id)}</h2><p><span class="score">{total.value}</span> {escape(total.sentence)}</p>'
        f"<table><thead><tr><th>质检项</th><th>判定</th><th>依据</th></tr></thead><tbody>{rows}</tbody></table>"
        f'<h3>对话</h3><ol class="talk" start="0">{talk}</ol>'
    )


def _row(conversation: Conversation, review: Review, number: int) -> str:
    verdict = review.verdicts[number]
    turns = "".join(
        f'<li><a href="#{escape(conversation.id)}-{turn}">第{turn}句</a> {escape(conversation.turns[turn].text)}</li>'
        for turn in verdict.turns
        if verdict.outcome != "na"
    )
    title = escape(review.titles[verdict.criterion])
    return (
        f'<tr><td>{title}<br><small>{verdict.criterion}</small></td><td class="{verdict.outcome}">'
        f'{WORDS[verdict.outcome]}</td><td>{escape(verdict.because)}<ul class="turns">{turns}</ul></td></tr>'
    )
