"""Simultaneous stability in numpy, a state at a time: see ``simultaneous.c``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
_AT_ONCE = 1 << 14  # joint ends that are looked up together


def simultaneous(
    cells: int, codes: Array, parties: int, own: Array, one_way: Array, drop: Array, ranks: Array, most_places: int,
    stable: Array,
) -> int:  # fmt: skip
    """Fill ``stable``, (parties, cells)."""
    del most_places
    members = range(parties)
    lines = [_lines(codes & ~own[party]) for party in members]
    freed = [(codes ^ drop[party]) & one_way[party] for party in members]
    for cell in range(cells):
        changes = [_changes(cell, codes, lines[party], freed[party], ranks[party]) for party in members]
        for party in members:
            others = [np.append(0, changes[other]) for other in members if other != party]
            stable[party, cell] = _deterred(codes, cell, ranks[party], changes[party], others)
    return 0


def _lines(key: Array) -> tuple[Array, Array, Array]:
    """The line of each cell, and the cells by line with where each begins."""
    _, line, count = np.unique(key, return_inverse=True, return_counts=True)
    return line, np.argsort(line, kind="stable"), np.append(0, np.cumsum(count))


def _changes(cell: int, codes: Array, lines: tuple[Array, Array, Array], free: Array, rank: Array) -> Array:
    """What each improvement of a party from the cell adds to its code."""
    line, order, start = lines
    targets = order[start[line[cell]] : start[line[cell] + 1]]
    better = targets[(rank[targets] > rank[cell]) & (free[cell] & ~free[targets] == 0)]
    found: Array = codes[better] - codes[cell]
    return found


def _deterred(codes: Array, cell: int, rank: Array, improvements: Array, others: list[Array]) -> bool:
    """Whether each improvement is deterred by some joint answer of the others."""
    left = improvements
    for answers in _answers(others):
        if not len(left):
            break
        step = max(1, _AT_ONCE // len(answers))
        kept = [piece[~_led_astray(codes, cell, rank, piece, answers)] for piece in _cut(left, step)]
        left = np.concatenate(kept)
    return not len(left)


def _led_astray(codes: Array, cell: int, rank: Array, improvements: Array, answers: Array) -> Array:
    ends = codes[cell] + improvements[:, None] + answers
    found = np.minimum(np.searchsorted(codes, ends), len(codes) - 1)
    astray: Array = ((codes[found] == ends) & (rank[found] <= rank[cell])).any(axis=1)
    return astray


def _answers(others: list[Array]) -> Iterator[Array]:
    """What joint answers add to a code, some at a time."""
    if not others:
        return
    first, *rest = others
    for chosen in product(*(other.tolist() for other in rest)):
        for piece in _cut(first, _AT_ONCE):
            yield piece + sum(chosen)


def _cut(values: Array, step: int) -> Iterator[Array]:
    for begin in range(0, len(values), step):
        yield values[begin : begin + step]
