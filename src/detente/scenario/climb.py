"""One party's unilateral improvements, in proportion to the states: each group of ``Lines`` sorted by rank.

The improvements of a state within a group are then one run up to the group's end, so that the least value over all of
them is one look-up among the least values of runs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.scenario.lines import Lines
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices, ranges, starts

UNREACHED = np.int32(np.iinfo(np.int32).max)  #: more than every rank


class Climb:
    """The improvements of the party whose moves are ``lines`` and whose ranks are ``rank``."""

    def __init__(self, lines: Lines, rank: Ranks) -> None:
        tiers = np.int64(int(rank.max(initial=0)) + 1)
        key = lines.group * tiers + rank
        order: Indices = np.argsort(key)  # cells by group, then by rank
        ordered = key[order]
        self._blocks, place = _blocks(lines, order)
        end = (lines.start + lines.size)[lines.group[order]]
        better = _after_equals(ordered)
        run = np.empty(len(key), np.intp)
        run[order] = place[np.where(better < end, better, len(key))]
        self._run = run  # for each cell, the place where the run of better ones in its group begins
        source, target = lines.arcs
        self._cells = np.empty(0, np.intp)  # those with improvements in other groups
        if len(source):
            arcs = np.bincount(source, minlength=len(lines.start))
            cells = np.flatnonzero(arcs[lines.group])
            count = arcs[lines.group[cells]]
            group = target[ranges(starts(arcs)[lines.group[cells]], count)]
            cell = np.repeat(cells, count)
            better = np.searchsorted(ordered, group * tiers + rank[cell], side="right")
            some = better < (lines.start + lines.size)[group]
            self._across = place[better[some]]  # where runs of better ones in other groups begin, by cell
            self._cells, self._start = np.unique(cell[some], return_index=True)

    def least(self, values: NDArray[np.int32]) -> NDArray[np.int32]:
        """For each cell the least value over its improvements, ``UNREACHED`` where there is none.

        ``values``: (cells + 1, any number of columns), its last row ``UNREACHED``; the result has a row a cell.
        """
        columns = values.shape[1]
        runs = np.empty((sum(block.size for block in self._blocks) + 1, columns), np.int32)
        runs[-1] = UNREACHED
        base = 0
        for block in self._blocks:
            part = runs[base : base + block.size]
            values.take(block.ravel(), axis=0, out=part, mode="clip")
            rows = part.reshape(len(block), -1)
            for row in range(len(block) - 2, -1, -1):
                np.minimum(rows[row], rows[row + 1], out=rows[row])
            base += block.size
        least = runs.take(self._run, axis=0)
        if len(self._cells):
            across = np.minimum.reduceat(runs.take(self._across, axis=0), self._start, axis=0)
            least[self._cells] = np.minimum(least[self._cells], across)
        return least


def _blocks(lines: Lines, order: Indices) -> tuple[list[Indices], Indices]:
    """The cells of groups of about one size as arrays (rank in the group, group), worst first; and each one's place.

    A place counts through all arrays, one after another; ``order`` is of cells, the last place is nobody's. Arrays are
    filled up with the number of cells.
    """
    cells = len(order)
    blocks, place, base = [], np.empty(cells + 1, np.intp), 0
    classes = np.ceil(np.log2(lines.size)).astype(np.intp) if lines.size.min() < lines.size.max() else lines.size
    for size in np.unique(classes):
        groups = np.flatnonzero(classes == size)
        sizes = lines.size[groups]
        at = ranges(lines.start[groups], sizes)
        row = ranges(np.zeros_like(sizes), sizes)
        within = row * len(groups) + np.repeat(np.arange(len(groups)), sizes)
        block = np.full(int(sizes.max()) * len(groups), cells, np.intp)
        block[within] = order[at]
        place[at] = base + within
        blocks.append(block.reshape(-1, len(groups)))
        base += len(block)
    place[cells] = base
    return blocks, place


def _after_equals(ordered: NDArray[np.int64]) -> Indices:
    """For each of the ascending values the place of the first greater one."""
    ends = np.append(np.flatnonzero(ordered[1:] != ordered[:-1]) + 1, len(ordered))
    return np.repeat(ends, np.diff(ends, prepend=0))
