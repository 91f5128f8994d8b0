"""A graph as SVG that stands alone: no script, no font, no outside reference; told apart without colour."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from detente.scenario.drawing.graph import Arrow, Graph, Node
from detente.scenario.drawing.layers import rows

_LETTER, _LINE = 6.6, 15  # of a 12 px sans-serif, width and height in px
_PAD, _GAP_X, _GAP_Y, _MARGIN = 8, 34, 74, 24
#: colour and dashes a party; both differ, so that either is enough. Colours after Okabe and Ito (2008)
_STYLES = (("#0072b2", ""), ("#d55e00", "7 3"), ("#009e73", "2 3"), ("#cc79a7", "10 3 2 3"), ("#8a6d00", "12 4"))
Point = tuple[float, float]


def svg(graph: Graph) -> str:
    """Draw a graph. The same graph gives the same bytes."""
    width = max([_LETTER * len(line) for node in graph.nodes for line in _lines(node)] + [60]) + 2 * _PAD
    height = max(len(_lines(node)) for node in graph.nodes) * _LINE + 2 * _PAD
    laid = rows(graph)
    head = 34 + 18 * (len(graph.parties) + len(graph.notes))
    words = max(len(word) for word in [graph.title, *graph.notes]) * _LETTER * 1.05
    total_width = max(max(len(row) for row in laid) * (width + _GAP_X) - _GAP_X, words, 360) + 2 * _MARGIN
    total_height = head + len(laid) * (height + _GAP_Y) - _GAP_Y + 2 * _MARGIN
    corner: dict[int, Point] = {}
    for at, row in enumerate(laid):
        start = (total_width - len(row) * (width + _GAP_X) + _GAP_X) / 2
        for place, state in enumerate(row):
            corner[state] = (start + place * (width + _GAP_X), head + _MARGIN + at * (height + _GAP_Y))
    size = f'width="{total_width:.0f}" height="{total_height:.0f}"'
    box = f'viewBox="0 0 {total_width:.0f} {total_height:.0f}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} {size} role="img" font-family="sans-serif" font-size="12">',
        f"<title>{escape(graph.title)}</title>",
        f"<desc>{escape(' '.join(graph.notes))}</desc>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        *_heads(graph),
        *_legend(graph),
    ]
    for number, arrow in enumerate(graph.arrows):
        parts += _arrow(graph, number, arrow, corner, width, height)
    for node in graph.nodes:
        parts += _node(node, corner[node.state], width, height)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _lines(node: Node) -> list[str]:
    return [node.title, *node.lines, *([node.holds] if node.holds else [])]


def _heads(graph: Graph) -> Iterator[str]:
    """The arrow heads, one a party."""
    yield "<defs>"
    for party in range(len(graph.parties)):
        colour, _ = _STYLES[party % len(_STYLES)]
        yield (
            f'<marker id="head{party}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
            f'orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="{colour}"/></marker>'
        )
    yield "</defs>"


def _legend(graph: Graph) -> Iterator[str]:
    yield f'<text x="{_MARGIN}" y="26" font-size="15" font-weight="bold">{escape(graph.title)}</text>'
    y = 46
    for party, (name, mark) in enumerate(zip(graph.parties, graph.marks(), strict=True)):
        colour, dashes = _STYLES[party % len(_STYLES)]
        yield (
            f'<path d="M{_MARGIN} {y - 4}h46" stroke="{colour}" stroke-width="1.6" stroke-dasharray="{dashes}" '
            f'marker-end="url(#head{party})"/>'
        )
        yield _badge(mark, colour, (_MARGIN + 20, y - 4))
        yield f'<text x="{_MARGIN + 58}" y="{y}">{escape(name)}</text>'
        y += 18
    for note in graph.notes:
        yield f'<text x="{_MARGIN}" y="{y}" fill="#444444">{escape(note)}</text>'
        y += 18


def _node(node: Node, corner: Point, width: float, height: float) -> Iterator[str]:
    """A box; a second border where it holds, a heavy one and a grey ground for now."""
    x, y = corner
    yield f"<g><title>{escape(', '.join(_lines(node)))}</title>"
    ground, border = ("#e8e8e8", 2.5) if node.now else ("#ffffff", 1)
    yield (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="5" fill="{ground}" '
        f'stroke="#222222" stroke-width="{border}"/>'
    )
    if node.holds:
        yield (
            f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="{width + 8:.1f}" height="{height + 8:.1f}" rx="8" '
            f'fill="none" stroke="#222222"/>'
        )
    for number, line in enumerate(_lines(node)):
        weight = ' font-weight="bold"' if number == 0 else ' font-style="italic"' if line == node.holds else ""
        yield (
            f'<text x="{x + width / 2:.1f}" y="{y + _PAD + 11 + number * _LINE:.1f}" text-anchor="middle"{weight}>'
            f"{escape(line)}</text>"
        )
    yield "</g>"


def _arrow(
    graph: Graph, number: int, arrow: Arrow, corner: dict[int, Point], width: float, height: float
) -> Iterator[str]:
    """A curve from box to box with the party's letter on it, near its source, where arrows are still apart."""
    (x0, y0), (x1, y1) = corner[arrow.source], corner[arrow.target]
    spread = ((number * 7) % 9 - 4) * width / 24  # arrows that leave one side do so at different points
    start_x, end_x = x0 + width / 2 + spread, x1 + width / 2 + spread
    if y1 > y0:
        start, end, bend = (start_x, y0 + height), (end_x, y1 - 5), (y1 - y0 - height) / 2
        first, second = (start_x, start[1] + bend), (end_x, end[1] - bend)
    elif y1 < y0:
        start, end, bend = (start_x, y0), (end_x, y1 + height + 5), (y0 - y1 - height) / 2
        first, second = (start_x, start[1] - bend), (end_x, end[1] + bend)
    else:
        start, end = (start_x, y0 + height), (end_x, y1 + height + 5)
        first, second = (start_x, y0 + height + _GAP_Y / 2), (end_x, y0 + height + _GAP_Y / 2)
    colour, dashes = _STYLES[arrow.party % len(_STYLES)]
    names = {node.state: node.title for node in graph.nodes}
    told = f"{graph.parties[arrow.party]}: {names[arrow.source]} to {names[arrow.target]}"
    yield (
        f'<path d="M{start[0]:.1f} {start[1]:.1f}C{first[0]:.1f} {first[1]:.1f} {second[0]:.1f} {second[1]:.1f} '
        f'{end[0]:.1f} {end[1]:.1f}" fill="none" stroke="{colour}" stroke-width="1.6" stroke-dasharray="{dashes}" '
        f'marker-end="url(#head{arrow.party})"><title>{escape(told)}</title></path>'
    )
    yield _badge(graph.marks()[arrow.party], colour, _along(start, first, second, end, 0.3))


def _badge(mark: str, colour: str, at: Point) -> str:
    x, y = at
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill="#ffffff" stroke="{colour}"/>'
        f'<text x="{x:.1f}" y="{y + 3.5:.1f}" font-size="10" text-anchor="middle" fill="{colour}">{escape(mark)}</text>'
    )


def _along(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    """The point at ``t`` of a cubic Bézier curve."""
    u = 1 - t
    weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
    return x, y
