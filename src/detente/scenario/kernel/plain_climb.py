"""What a group reaches by improvements, in numpy: see ``climb.c``, whose layouts and values these are.

Within a line, what a state can be improved to stands before it. So for the states of one kind a running least over
all that stands before, of that kind or of one that it leads to, is one pass; passes go round until nothing falls.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
_NOTHING = np.int64(np.iinfo(np.int32).max)


def climb_layout(
    cells: int, codes: Array, own: int, one_way: int, drop: int, rank: Array, line: Array, start: Array, order: Array,
    level: Array, kind: Array, kinds: Array, kinds_of: Array,
) -> int:  # fmt: skip
    """Fill the arrays from ``line`` on; the number of lines."""
    distinct, of_cell, count = np.unique(codes & ~np.int64(own), return_inverse=True, return_counts=True)
    lines = len(distinct)
    line[:] = of_cell
    start[: lines + 1] = np.append(0, np.cumsum(count))
    order[:] = np.lexsort((-rank.astype(np.int64), of_cell))
    ordered, place_line = rank[order], of_cell[order]
    level[:1] = 0
    level[1:] = (ordered[1:] == ordered[:-1]) & (place_line[1:] == place_line[:-1])
    bits = (codes[order] ^ np.int64(drop)) & np.int64(one_way)
    by_bits = np.lexsort((bits, place_line))
    new = np.ones(cells, np.bool_)
    new[1:] = (bits[by_bits][1:] != bits[by_bits][:-1]) | (place_line[by_bits][1:] != place_line[by_bits][:-1])
    number = np.cumsum(new) - 1  # of each kind of all lines
    of_line = np.bincount(place_line[by_bits[new]], minlength=lines)
    first = np.cumsum(of_line) - of_line
    kind[by_bits] = number - first[place_line[by_bits]]
    kinds[start[place_line] + kind] = bits
    kinds_of[:lines] = of_line
    return lines


@dataclass(frozen=True)
class _Lines:
    """The states of one party's lines, best first; ``line`` of each, and where each run of equally good ones begins."""

    order: Array
    line: Array
    begins: Array
    bits: Array

    def lowered(self, values: Array) -> Array:
        """The values, by place, after one pass."""
        found = values.copy()
        for bits in np.unique(self.bits):
            leads = (self.bits & bits) == bits
            before = _least_before(np.where(leads[:, None], values, _NOTHING), self.line, self.begins)
            here = self.bits == bits
            found[here] = np.minimum(found[here], before[here])
        return found


def climb(cells: int, members: int, layouts: list[list[Any]], values: Array) -> int:
    """Lower ``values`` to what the members reach."""
    all_lines = [_lines(*layout) for layout in layouts]
    unchanged, turn = 0, 0
    while unchanged < members:
        lines = all_lines[turn % members]
        now = values[lines.order].astype(np.int64)
        then = lines.lowered(now)
        unchanged = unchanged + 1 if np.array_equal(now, then) else 1
        values[lines.order] = then
        turn += 1
    del cells
    return 0


def _lines(
    lines: int, line: Array, start: Array, order: Array, level: Array, kind: Array, kinds: Array, kinds_of: Array
) -> _Lines:
    del kinds_of, lines
    place_line = line[order].astype(np.int64)
    places = np.arange(len(order))
    begins = np.maximum.accumulate(np.where(level == 0, places, 0))
    return _Lines(order, place_line, begins, kinds[start[place_line] + kind])


def _least_before(values: Array, line: Array, begins: Array) -> Array:
    """At each place the least value of its line before the run of equally good ones that it stands in."""
    step = (len(line) - line)[:, None] * (_NOTHING + 1)  # later lines lie lower, so that the least starts anew in them
    least = np.minimum.accumulate(values + step, axis=0) - step
    before = begins - 1
    there = (before >= 0) & (line[before] == line)
    return np.where(there[:, None], least[before], _NOTHING)
