"""One party's moves in a compact form: sets of states among which it moves freely, and which of them lead to which.

A move changes own options only, so the states that agree in everybody else's options form a *line*. Within a line,
states that also agree in the options that cannot be taken back form a *group*: from each of its states the party
can go to each other one. What cannot be taken back leads from group to group. All this takes memory in proportion to
the states, not to the moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.scenario.ranges import Indices, ranges, starts
from detente.scenario.truth import Codes

Array = NDArray[Any]


class Lines:
    """The moves of one party between cells (see ``States``), by groups.

    ``own``, ``take`` and ``drop`` are bit masks of its options, and of those that once taken (dropped) stay so.
    """

    def __init__(self, codes: Codes, own: int, take: int, drop: int) -> None:
        self.codes, self.own, self.take, self.drop = codes, own, take, drop
        self._one_way = take | drop
        key = (codes ^ drop) & ~(own & ~self._one_way)  # one-way options now only ever go from 0 to 1
        self.order: Indices = np.argsort(key, kind="stable")  #: cells by group
        ordered = key[self.order]
        new = np.empty(len(codes), np.bool_)
        new[:1] = True
        np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
        self.start: Indices = np.flatnonzero(new)  #: of each group in ``order``
        self.size: Indices = np.diff(self.start, append=len(codes))
        self.group = np.empty(len(codes), np.intp)  #: of each cell
        self.group[self.order] = np.cumsum(new) - 1
        self._keys = ordered[self.start]

    @property
    def reversible(self) -> bool:
        """Whether the party can take every move back."""
        return not self._one_way

    @property
    def moves(self) -> int:
        """How many moves the party has, from all cells."""
        source, target = self.arcs
        return int((self.size * (self.size - 1)).sum() + (self.size[source] * self.size[target]).sum())

    @cached_property
    def arcs(self) -> tuple[Indices, Indices]:
        """Pairs of different groups where the first leads to the second, ordered by the first."""
        if self.reversible:
            return np.empty(0, np.intp), np.empty(0, np.intp)
        pairs = list(self._pairs())
        source = np.concatenate([np.empty(0, np.intp), *(pair[0] for pair in pairs)])
        target = np.concatenate([np.empty(0, np.intp), *(pair[1] for pair in pairs)])
        order = np.lexsort((target, source))
        return source[order], target[order]

    def _pairs(self) -> Iterator[tuple[Indices, Indices]]:
        """Pairs of groups of one line, the second with more of the one-way options changed than the first.

        By the set of options changed between them, or by the distance between them in a line, whichever takes fewer
        steps.
        """
        lines, per_line = np.unique(self._keys & ~self._one_way, return_counts=True)
        bits = [1 << bit for bit in range(self._one_way.bit_length()) if self._one_way >> bit & 1]
        if 1 << len(bits) <= per_line.max() * 4:
            changes = [0]
            for bit in bits:
                changes += [change | bit for change in changes]
            for change in changes[1:]:
                source = np.flatnonzero(self._keys & change == 0)
                wanted = self._keys[source] | change
                target = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
                found = self._keys[target] == wanted
                yield source[found], target[found]
            return
        line = np.searchsorted(lines, self._keys & ~self._one_way)
        by_line = np.lexsort((self._keys, line))
        for distance in range(1, int(per_line.max())):
            source, target = by_line[:-distance], by_line[distance:]
            reached = (line[source] == line[target]) & (self._keys[source] & self._one_way & ~self._keys[target] == 0)
            yield source[reached], target[reached]

    def best(self, ufunc: np.ufunc, values: Array) -> Array:
        """For each cell, ``ufunc`` (minimum, maximum or bitwise or) over the cell itself and all it can be left for."""
        return self._over(ufunc, values, *self._forward)

    def back(self, ufunc: np.ufunc, values: Array) -> Array:
        """The same over the cell itself and all that it can be reached from."""
        return self._over(ufunc, values, *self._backward)

    def among(self, ufunc: np.ufunc, values: Array) -> Array:
        """The same over all cells of its group, which are those from which it can be come back to."""
        grouped: Array = ufunc.reduceat(values.take(self.order, axis=0), self.start, axis=0)
        return grouped.take(self.group, axis=0)

    def _over(self, ufunc: np.ufunc, values: Array, start: Indices, to: Indices) -> Array:
        grouped = ufunc.reduceat(values.take(self.order, axis=0), self.start, axis=0)
        if not self.reversible:
            grouped = ufunc.reduceat(grouped.take(to, axis=0), start, axis=0)
        over: Array = grouped.take(self.group, axis=0)
        return over

    @cached_property
    def _forward(self) -> tuple[Indices, Indices]:
        return self._with_itself(*self.arcs)

    @cached_property
    def _backward(self) -> tuple[Indices, Indices]:
        source, target = self.arcs
        order = np.argsort(target, kind="stable")
        return self._with_itself(target[order], source[order])

    def _with_itself(self, source: Indices, target: Indices) -> tuple[Indices, Indices]:
        """For each group where its targets start, and all targets, itself the first."""
        count = np.bincount(source, minlength=len(self.start)) + 1
        start = starts(count)
        to = np.empty(int(count.sum()), np.intp)
        to[start] = np.arange(len(self.start))
        place = np.ones(len(to), np.bool_)
        place[start] = False
        to[place] = target
        return start, to

    def best_elsewhere(self, values: NDArray[np.int32]) -> NDArray[np.int32]:
        """The greatest value over all that a cell can be left for, without itself; -1 where it cannot be left."""
        ordered = values[self.order]
        greatest = np.maximum.reduceat(ordered, self.start)
        of_group = np.repeat(np.arange(len(self.start)), self.size)
        at_greatest = np.flatnonzero(ordered == greatest[of_group])
        _, first = np.unique(of_group[at_greatest], return_index=True)
        chosen = at_greatest[first]  # one place of the greatest value in each group
        ordered = ordered.copy()
        ordered[chosen] = -1
        result = greatest[self.group]
        result[self.order[chosen]] = np.maximum.reduceat(ordered, self.start)
        source, target = self.arcs
        if len(source):
            across = np.full(len(self.start), -1, np.int32)
            np.maximum.at(across, source, greatest[target])
            np.maximum(result, across[self.group], out=result)
        return result

    def targets(self, cells: Indices) -> tuple[Indices, Indices]:
        """Where each of these cells can be left for: how many, and which, one after another."""
        start, to = self._forward
        groups = self.group[cells]
        arcs = np.diff(start, append=len(to))[groups]
        reached = to[ranges(start[groups], arcs)]
        found = self.order[ranges(self.start[reached], self.size[reached])]
        source = np.repeat(np.repeat(np.arange(len(cells)), arcs), self.size[reached])
        other = found != cells[source]
        return np.bincount(source[other], minlength=len(cells)), found[other]
