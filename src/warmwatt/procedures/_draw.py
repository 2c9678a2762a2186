"""Draws a flow: as Mermaid text, and as an SVG that a browser shows without any script."""

from collections.abc import Sequence
from html import escape

from warmwatt.handbook import Branch, Flow, Step

BOX_WIDTH, BOX_HEIGHT, GAP_X, GAP_Y, MARGIN = 216, 64, 40, 76, 24


def draw_mermaid(flow: Flow) -> str:
    """This function will return the flow as a Mermaid flowchart."""
    lines = ["flowchart TD"]
    for step in flow.steps:
        lines.append(f'  {step.id}["{step.title}"]')
        for branch in step.next:
            label = condition_words(flow, branch)
            lines.append(f'  {step.id} -->|"{label}"| {branch.to}' if label else f"  {step.id} --> {branch.to}")
        if step.outcome:
            lines.append(f'  {step.id} --> end_{step.id}(["{step.outcome}"])')
    return "\n".join(lines)


def condition_words(flow: Flow, branch: Branch) -> str:
    """This function will return a branch's condition in words, empty where it always holds."""
    parts = []
    for name, values in branch.when.items():
        slot = flow.slot(name)
        title = slot.title if slot else name
        said = [slot.shown.get(value, value) if slot else value for value in values]
        parts.append(f"{title}：{'或'.join(said)}" if values else f"有{title}")
    return "，".join(parts)


def draw_svg(flow: Flow) -> str:
    """This function will return the flow as an SVG picture: one row a depth, boxes joined by labelled lines."""
    rows = _rows(flow)
    places = _places(rows)
    width = 2 * MARGIN + max(len(row) for row in rows) * (BOX_WIDTH + GAP_X) - GAP_X
    height = 2 * MARGIN + len(rows) * (BOX_HEIGHT + GAP_Y) - GAP_Y
    lines = [_line(flow, step, nth, places) for step in flow.steps for nth in range(len(step.next))]
    boxes = [_box(step, places[step.id]) for step in flow.steps if step.id in places]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{escape(flow.title)}" class="flow">{"".join(lines)}{"".join(boxes)}</svg>'
    )


def _rows(flow: Flow) -> list[list[Step]]:
    """Steps by their longest distance from the first, so that lines lead downwards."""
    depth = {flow.steps[0].id: 0}
    for _ in flow.steps:
        for step in flow.steps:
            for branch in step.next if step.id in depth else ():
                depth[branch.to] = min(max(depth.get(branch.to, 0), depth[step.id] + 1), len(flow.steps))
    rows: list[list[Step]] = []
    for level in sorted(set(depth.values())):
        rows.append([step for step in flow.steps if depth.get(step.id) == level])
    return [row for row in rows if row]


def _places(rows: Sequence[Sequence[Step]]) -> dict[str, tuple[int, int]]:
    widest = max(len(row) for row in rows)
    places = {}
    for level, row in enumerate(rows):
        indent = (widest - len(row)) * (BOX_WIDTH + GAP_X) // 2
        for column, step in enumerate(row):
            x = MARGIN + indent + column * (BOX_WIDTH + GAP_X)
            places[step.id] = (x, MARGIN + level * (BOX_HEIGHT + GAP_Y))
    return places


def _box(step: Step, place: tuple[int, int]) -> str:
    x, y = place
    note = step.outcome or ("派单：" + step.opens if step.opens else step.id)
    kind = "end" if step.outcome else "order" if step.opens else "step"
    fill, stroke = {"end": ("#e7f3ec", "#2f7d57"), "order": ("#fdf0e0", "#b8691b"), "step": ("#ffffff", "#64748b")}[
        kind
    ]
    middle = x + BOX_WIDTH // 2
    return (
        f'<g><rect x="{x}" y="{y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="10" fill="{fill}" stroke="{stroke}"/>'
        f'<text x="{middle}" y="{y + 28}" text-anchor="middle" font-size="15" fill="#1f2933">'
        f"{escape(step.title)}</text>"
        f'<text x="{middle}" y="{y + 49}" text-anchor="middle" font-size="12" fill="#52606d">{escape(note)}</text></g>'
    )


def _line(flow: Flow, step: Step, nth: int, places: dict[str, tuple[int, int]]) -> str:
    branch = step.next[nth]
    if step.id not in places or branch.to not in places:
        return ""
    (x1, y1), (x2, y2) = places[step.id], places[branch.to]
    start, end = (x1 + BOX_WIDTH // 2, y1 + BOX_HEIGHT), (x2 + BOX_WIDTH // 2, y2)
    bend = (start[1] + end[1]) // 2
    path = f"M{start[0]},{start[1]} C{start[0]},{bend} {end[0]},{bend} {end[0]},{end[1] - 6}"
    head = f"M{end[0] - 5},{end[1] - 8} L{end[0]},{end[1]} L{end[0] + 5},{end[1] - 8}"
    label = condition_words(flow, branch)
    words = (
        f'<text x="{(start[0] + 3 * end[0]) // 4}" y="{end[1] - 14 - 13 * (nth % 3)}" text-anchor="middle" '
        f'font-size="11" fill="#8a4b08">'
        f"{escape(label)}</text>"
        if label
        else ""
    )
    return f'<path d="{path}" fill="none" stroke="#94a3b8" stroke-width="1.5"/><path d="{head}" fill="#94a3b8"/>{words}'
