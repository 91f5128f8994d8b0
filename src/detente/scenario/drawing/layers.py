"""In which row each state of a graph stands, and in which order, so that few arrows cross.

After Sugiyama, Tagawa and Toda (1981): an arrow over several rows keeps a narrow place free in each row between. Rows
come from a breadth-first search in place of a longest path, since moves run in circles.
"""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import pairwise

from detente.scenario.drawing.graph import Graph

WIDEST = 7  #: states in a row
_SWEEPS = 24
Item = tuple[int, int]  #: (state, -1), or (number of the arrow, row) where an arrow passes


def state_item(state: int) -> Item:
    """The item of a state."""
    return state, -1


def layers(graph: Graph) -> list[list[Item]]:
    """The items of each row, left to right, top row first."""
    row = _row_of_each(graph)
    rows: list[list[Item]] = [[] for _ in range(max(row.values()) + 1)]
    for node in graph.nodes:
        rows[row[node.state]].append(state_item(node.state))
    for number, arrow in enumerate(graph.arrows):
        low, high = sorted((row[arrow.source], row[arrow.target]))
        for between in range(low + 1, high):
            rows[between].append((number, between))
    return _untangled(rows, graph, row)


def stations(graph: Graph, number: int, row: dict[Item, int]) -> list[Item]:
    """The items that an arrow runs through, source and target included."""
    arrow = graph.arrows[number]
    source, target = state_item(arrow.source), state_item(arrow.target)
    step = 1 if row[target] > row[source] else -1
    return [source, *((number, between) for between in range(row[source] + step, row[target], step)), target]


def _row_of_each(graph: Graph) -> dict[int, int]:
    """Steps from now along arrows; for what now does not lead to, one row above what it leads to itself.

    Rows that would be too wide are parted.
    """
    after: dict[int, list[int]] = defaultdict(list)
    before: dict[int, list[int]] = defaultdict(list)
    for arrow in graph.arrows:
        after[arrow.source].append(arrow.target)
        before[arrow.target].append(arrow.source)
    row: dict[int, int] = {}
    first = [node.state for node in graph.nodes if node.now] + [node.state for node in graph.nodes if node.holds]
    for start in [*first, *(node.state for node in graph.nodes)]:
        if start in row:
            continue
        row[start] = 0
        waiting = deque([start])
        while waiting:
            state = waiting.popleft()
            for neighbours, step in ((after[state], 1), (before[state], -1)):
                for other in neighbours:
                    if other not in row:
                        row[other] = row[state] + step
                        waiting.append(other)
    parted: dict[int, int] = {}
    at = 0
    for level in sorted(set(row.values())):
        states = [state for state in row if row[state] == level]
        for start in range(0, len(states), WIDEST):
            parted |= dict.fromkeys(states[start : start + WIDEST], at)
            at += 1
    return parted


def _untangled(rows: list[list[Item]], graph: Graph, of_state: dict[int, int]) -> list[list[Item]]:
    """Each row ordered by where the neighbours of its items stand, sweeping down and up."""
    row = {state_item(state): at for state, at in of_state.items()}
    beside: dict[Item, list[Item]] = defaultdict(list)
    for number in range(len(graph.arrows)):
        way = stations(graph, number, row)
        for one, other in pairwise(way):
            beside[one].append(other)
            beside[other].append(one)
    place = _places(rows)
    for sweep in range(_SWEEPS):
        for items in rows if sweep % 2 == 0 else reversed(rows):
            items.sort(key=lambda item: (_mean([place[other] for other in beside[item]], place[item]), item))
            place |= _places([items])
    return rows


def _places(rows: list[list[Item]]) -> dict[Item, float]:
    """The horizontal place of each item, rows centred on 0."""
    return {item: at - (len(row) - 1) / 2 for row in rows for at, item in enumerate(row)}


def _mean(places: list[float], otherwise: float) -> float:
    return sum(places) / len(places) if places else otherwise
