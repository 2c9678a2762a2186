"""The misses of a measurement as one HTML page for content people: a table of confusions a measure, then each miss."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from warmwatt.evaluation import Comparison, confusions

STYLE = """
body{font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1f2933;max-width:1080px;
margin:2rem auto;padding:0 1rem}h1{font-size:1.3rem}h2{font-size:1.1rem;margin-top:2.5rem;
border-bottom:2px solid #b8691b}
nav a{margin-right:1rem;white-space:nowrap}.wide{overflow-x:auto}table{border-collapse:collapse}
td,th{border:1px solid #e4e7eb;padding:.25rem .5rem;text-align:left;vertical-align:top;font-size:13px}
.head th{writing-mode:vertical-rl;padding:.5rem .25rem}.head th:first-child{writing-mode:initial;vertical-align:bottom}
.misses td:first-child{white-space:nowrap}td.n{text-align:right}td.right{background:#e6f4ec}td.wrong{background:#fdecea}
.misses{width:100%;margin-top:1rem}.missed{color:#1d4e89}.invented{color:#b42318}.because{color:#697586}
"""
NAMES = {
    "topic": "主题", "state": "客户情绪", "facts": "关键信息", "promise": "承诺", "violation": "违反的服务规范",
    "act": "言语行为", "subject": "知识主题",
}  # fmt: skip
Confusions = Mapping[tuple[str, str], int]


def errors_page(comparisons: Iterable[Comparison], *, title: str, measured: Mapping[str, object]) -> str:
    """This function will return the whole page, every text escaped; nothing is fetched from elsewhere."""
    by_measure: dict[str, list[Comparison]] = defaultdict(list)
    for each in comparisons:
        by_measure[each.measure].append(each)
    links = "".join(f'<a href="#{escape(name)}">{_named(name)} {_wrong(held)}</a>' for name, held in by_measure.items())
    figures = "".join(
        f"<tr><td>{escape(name)}</td><td class=n>{value:.4f}</td></tr>"
        for name, value in measured.items()
        if isinstance(value, float)
    )
    parts = "".join(_part(name, held) for name, held in by_measure.items())
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body>'
        f"<h1>{escape(title)}</h1><p>行是标注，列是软件所读；“—”表示没有对应的一项。对角线（绿色）读对了，红色读错了。</p>"
        f"<table>{figures}</table><nav>{links}</nav>{parts}</body></html>"
    )


def _named(measure: str) -> str:
    return f"{NAMES[measure]}（{escape(measure)}）" if measure in NAMES else escape(measure)


def _wrong(held: Sequence[Comparison]) -> str:
    return f"{sum(not each.right for each in held)}/{len(held)}"


def _part(measure: str, held: Sequence[Comparison]) -> str:
    misses = [each for each in held if not each.right]
    rows = "".join(_miss(each) for each in misses)
    listed = (
        '<table class="misses"><thead><tr><th>行</th><th>原话</th><th>漏掉</th><th>多出</th>'
        "<th>软件依据</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )
    counted = confusions(held)
    # Facts and promises carry values of their own: no two rows share a label, and a table would say nothing.
    table = _table(counted) if measure not in {"facts", "promise"} else ""
    return (
        f'<h2 id="{escape(measure)}">{_named(measure)}：{len(held)}条中错{len(misses)}条</h2>'
        f'<div class="wide">{table}</div>{listed if misses else ""}'
    )


def _table(counted: Confusions) -> str:
    wanted = sorted({pair[0] for pair in counted})
    said = sorted({pair[1] for pair in counted})
    head = "".join(f"<th>{escape(label)}</th>" for label in said)
    rows = "".join(
        f"<tr><th>{escape(one)}</th>{''.join(_cell(counted, one, other) for other in said)}</tr>" for one in wanted
    )
    return f"<table><tr class='head'><th>标注＼所读</th>{head}</tr>{rows}</table>"


def _cell(counted: Confusions, one: str, other: str) -> str:
    number = counted.get((one, other), 0)
    if not number:
        return "<td></td>"
    return f'<td class="n {"right" if one == other else "wrong"}">{number}</td>'


def _miss(each: Comparison) -> str:
    return (
        f'<tr><td>{escape(each.row)}</td><td>{escape(each.text)}</td><td class="missed">{_list(each.missed)}</td>'
        f'<td class="invented">{_list(each.invented)}</td><td class="because">{escape(each.because)}</td></tr>'
    )


def _list(labels: Sequence[str]) -> str:
    return "<br>".join(escape(label) for label in labels)
