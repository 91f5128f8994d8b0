"""Where the states of a graph stand: in rows by the number of moves from now, ordered so that few arrows cross.

After Sugiyama, Tagawa and Toda (1981), with rows from a breadth-first search in place of a longest path, since
moves run in circles.
"""

from __future__ import annotations

from collections import defaultdict, deque

from detente.scenario.drawing.graph import Graph

WIDEST = 7  #: states in a row
_SWEEPS = 12


def rows(graph: Graph) -> list[list[int]]:
    """The states of each row, left to right, top row first."""
    row = _row_of_each(graph)
    by_row: dict[int, list[int]] = defaultdict(list)
    for node in graph.nodes:
        by_row[row[node.state]].append(node.state)
    split = [
        part[start : start + WIDEST] for _, part in sorted(by_row.items()) for start in range(0, len(part), WIDEST)
    ]
    return _untangled(split, graph)


def _row_of_each(graph: Graph) -> dict[int, int]:
    """Steps from now along arrows; for what now does not lead to, one row above what it leads to itself."""
    after: dict[int, list[int]] = defaultdict(list)
    before: dict[int, list[int]] = defaultdict(list)
    for arrow in graph.arrows:
        after[arrow.source].append(arrow.target)
        before[arrow.target].append(arrow.source)
    row: dict[int, int] = {}
    starts = [node.state for node in graph.nodes if node.now] + [node.state for node in graph.nodes if node.holds]
    for start in [*starts, *(node.state for node in graph.nodes)]:
        if start in row:
            continue
        row[start] = 0 if after[start] or not row else max(row.values())  # what nothing leads from stands below
        waiting = deque([start])
        while waiting:
            state = waiting.popleft()
            for neighbours, step in ((after[state], 1), (before[state], -1)):
                for other in neighbours:
                    if other not in row:
                        row[other] = row[state] + step
                        waiting.append(other)
    least = min(row.values())
    return {state: at - least for state, at in row.items()}


def _untangled(split: list[list[int]], graph: Graph) -> list[list[int]]:
    """Each row ordered by where the neighbours of its states stand, sweeping down and up."""
    beside: dict[int, list[int]] = defaultdict(list)
    for arrow in graph.arrows:
        beside[arrow.source].append(arrow.target)
        beside[arrow.target].append(arrow.source)
    place = _places(split)
    for sweep in range(_SWEEPS):
        for row in split if sweep % 2 == 0 else reversed(split):
            row.sort(key=lambda state: (_mean([place[other] for other in beside[state]], place[state]), state))
            place |= _places([row])
    return split


def _places(split: list[list[int]]) -> dict[int, float]:
    """The horizontal place of each state, rows centred on 0."""
    return {state: at - (len(row) - 1) / 2 for row in split for at, state in enumerate(row)}


def _mean(places: list[float], otherwise: float) -> float:
    return sum(places) / len(places) if places else otherwise
