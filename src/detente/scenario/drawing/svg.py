"""A graph as SVG that stands alone: no script, no font, no outside reference; told apart without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.scenario.drawing.character_data import escape
from detente.scenario.drawing.graph import Arrow, Graph, Node
from detente.scenario.drawing.routes import Point, routed

_LETTER, _LINE = 7.0, 15  # of a 12 px sans-serif, width and height in px
_PAD, _MARGIN = 8, 24
#: colour and dashes a party; both differ, so that either is enough. Colours after Okabe and Ito (2008)
_STYLES = (("#0072b2", ""), ("#d55e00", "7 3"), ("#009e73", "2 3"), ("#cc79a7", "10 3 2 3"), ("#8a6d00", "12 4"))


def svg(graph: Graph) -> str:
    """Draw a graph. The same graph gives the same bytes."""
    box_width = max([_LETTER * len(line) for node in graph.nodes for line in _lines(node)] + [60]) + 2 * _PAD
    box_height = max(len(_lines(node)) for node in graph.nodes) * _LINE + 2 * _PAD
    routes = routed(graph, box_width, box_height)
    head = 34 + 18 * (len(graph.parties) + len(graph.notes)) + _MARGIN
    words = max(len(word) for word in [graph.title, *graph.notes]) * _LETTER
    width = max(routes.width, words, 360) + 2 * _MARGIN
    height = head + routes.height + _MARGIN
    aside = (width - routes.width) / 2
    box = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img" font-family="sans-serif" font-size="12">',
        f"<title>{escape(graph.title)}</title>",
        f"<desc>{escape(' '.join(graph.notes))}</desc>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        *_heads(graph),
        *_legend(graph),
        f'<g transform="translate({aside:.1f} {head})">',
    ]
    for arrow, points in zip(graph.arrows, routes.arrows, strict=True):
        parts += _arrow(graph, arrow, points)
    for node in graph.nodes:
        parts += _node(node, routes.corner[node.state], box_width, box_height)
    return "\n".join([*parts, "</g>", "</svg>"]) + "\n"


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


def _arrow(graph: Graph, arrow: Arrow, points: tuple[Point, ...]) -> Iterator[str]:
    """A curve with the party's letter on its first piece, where arrows are still apart."""
    colour, dashes = _STYLES[arrow.party % len(_STYLES)]
    names = {node.state: node.title for node in graph.nodes}
    told = f"{graph.parties[arrow.party]}: {names[arrow.source]} to {names[arrow.target]}"
    start, *rest = (f"{x:.1f} {y:.1f}" for x, y in points)
    yield (
        f'<path d="M{start}C{" ".join(rest)}" fill="none" stroke="{colour}" stroke-width="1.6" '
        f'stroke-dasharray="{dashes}" marker-end="url(#head{arrow.party})"><title>{escape(told)}</title></path>'
    )
    yield _badge(graph.marks()[arrow.party], colour, _along(points, 0.35))


def _badge(mark: str, colour: str, at: Point) -> str:
    x, y = at
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill="#ffffff" stroke="{colour}"/>'
        f'<text x="{x:.1f}" y="{y + 3.5:.1f}" font-size="10" text-anchor="middle" fill="{colour}">{escape(mark)}</text>'
    )


def _along(points: Sequence[Point], t: float) -> Point:
    """The point at ``t`` of the first piece of a curve."""
    u = 1 - t
    weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, points, strict=False)) for axis in (0, 1))
    return x, y
