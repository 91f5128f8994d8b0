"""Coordinates of a graph: where boxes stand, and along which points arrows run."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from detente.scenario.drawing.graph import Graph
from detente.scenario.drawing.layers import Item, layers, stations

GAP_X, GAP_Y = 30.0, 80.0
_PASSAGE = 18.0  #: the width that an arrow takes where it passes a row
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Routes:
    """A drawing's size, the upper left corner of each state's box, and the points of each arrow with its bends.

    The points of an arrow are its start, then two control points and an end for each piece (cubic Bézier curves).
    """

    width: float
    height: float
    corner: dict[int, Point]
    arrows: tuple[tuple[Point, ...], ...]


def routed(graph: Graph, box_width: float, box_height: float) -> Routes:
    """Lay a graph out with boxes of this size, its upper left corner at 0, 0."""
    rows = layers(graph)
    row = {item: at for at, items in enumerate(rows) for item in items}

    def width(item: Item) -> float:
        return box_width if item[1] < 0 else _PASSAGE

    total = max(sum(map(width, items)) + GAP_X * (len(items) - 1) for items in rows)
    left: dict[Item, float] = {}
    for items in rows:
        x = (total - sum(map(width, items)) - GAP_X * (len(items) - 1)) / 2
        for item in items:
            left[item] = x
            x += width(item) + GAP_X
    top = {item: at * (box_height + GAP_Y) for item, at in row.items()}
    ways = [stations(graph, number, row) for number in range(len(graph.arrows))]
    ports = _ports(ways, row, left, box_width)
    arrows = tuple(
        _curve(way, number, ports, row, {item: left[item] + _PASSAGE / 2 for item in way}, top, box_height)
        for number, way in enumerate(ways)
    )
    height = len(rows) * (box_height + GAP_Y) - GAP_Y / 2
    corner = {item[0]: (left[item], top[item]) for item in row if item[1] < 0}
    return Routes(total, height, corner, arrows)


def _ports(
    ways: list[list[Item]], row: dict[Item, int], left: dict[Item, float], box_width: float
) -> dict[tuple[int, bool], float]:
    """Where each arrow leaves its first box (True) and meets its last (False): spread along the side, uncrossed."""
    sides: dict[tuple[Item, bool], list[tuple[float, int, bool]]] = defaultdict(list)
    for number, way in enumerate(ways):
        for end, other, leaves in ((way[0], way[1], True), (way[-1], way[-2], False)):
            below = row[other] >= row[end]
            sides[end, below].append((left[other], number, leaves))
    ports = {}
    for (end, _), meeting in sides.items():
        for at, (_, number, leaves) in enumerate(sorted(meeting), start=1):
            ports[number, leaves] = left[end] + box_width * at / (len(meeting) + 1)
    return ports


def _curve(
    way: list[Item], number: int, ports: dict[tuple[int, bool], float], row: dict[Item, int],
    middle: dict[Item, float], top: dict[Item, float], box_height: float,
) -> tuple[Point, ...]:  # fmt: skip
    start_x, end_x = ports[number, True], ports[number, False]
    first, last = way[0], way[-1]
    if row[first] == row[last]:  # a bow below the row
        y = top[first] + box_height
        bow = y + GAP_Y * 0.45
        return (start_x, y), (start_x, bow), (end_x, bow), (end_x, y + 5)
    down = row[last] > row[first]
    points: list[Point] = [(start_x, top[first] + (box_height if down else 0))]
    for item in way[1:-1]:  # straight through each row on the way
        points += [(middle[item], top[item] + (0 if down else box_height))]
        points += [(middle[item], top[item] + (box_height if down else 0))]
    points.append((end_x, top[last] - 5 if down else top[last] + box_height + 5))
    curve = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        half = (y1 - y0) / 2
        curve += [(x0, y0 + half), (x1, y1 - half), (x1, y1)]
    return tuple(curve)
