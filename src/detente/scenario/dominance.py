"""Which points of a set some other point exceeds in every coordinate."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.scenario import kernel
from detente.scenario.ranges import Indices
from detente.scenario.truth import Bools

Labels = NDArray[np.int64]
Points = NDArray[np.int32]  # (coordinates, points), none negative
_LEAST_COMPARED, _COMPARED = 1 << 22, 1 << 10  # at first, and for each point, before many are taken to be left
_FEW_COORDINATES = 3  # with more, so many points are left that sorting all is worth its time


def undominated(block: Labels, points: Points) -> Indices:
    """The points that no point of the same block exceeds in every coordinate, in order."""
    left = _by_loops(block, points, block, np.zeros_like(block))
    if left is None:
        everywhere = np.ones(len(block), np.bool_)
        left = np.flatnonzero(~exceeded(block, points, everywhere, everywhere))
    return left


def undominated_by_bits(block: Labels, points: Points, bits: Labels) -> Indices:
    """The same of points with bits, which only those exceed that have all their bits. ``block``: without these."""
    left = _by_loops(block, points, block | bits, bits)
    if left is None:
        left = undominated(block | bits, points)  # what is exceeded elsewhere is exceeded by one of these
        left = left[_by_bits(block[left] | bits[left], points.take(left, axis=1), bits[left])]
    return left


def undominated_by_parts(
    block: Labels, points: Points, within: Labels, part: Labels, leads: NDArray[np.uint64]
) -> Indices | None:
    """The same of points in parts of their blocks, which only those exceed in parts that theirs leads to.

    ``within``: the number of the point's part among those of all blocks; ``part``: among those of its block; ``leads``:
    by the former, the latter as bits, (parts, words), itself included. None where so many are left that it takes long.
    """
    return _by_loops(block, points, within, part, leads)


def _by_loops(
    block: Labels, points: Points, within: Labels, part: Labels, leads: NDArray[np.uint64] | None = None
) -> Indices | None:
    """In about the time of the points if few are left; None where they are too many.

    Many coordinates leave many: then points of great sums, which exceed the most, come first [Chomicki et al., Skyline
    with presorting, ICDE 2003].
    """
    order = None if len(points) <= _FEW_COORDINATES else np.argsort(-points.sum(axis=0, dtype=np.int64))
    rows = points.T.copy() if order is None else points.T.take(order, axis=0)
    labels = [label.copy() if order is None else label.take(order) for label in (block, within, part)]
    kept, words = np.empty(len(block), np.bool_), 0 if leads is None else leads.shape[1]
    done = kernel.call(
        "undominated", len(block), len(points), rows, *labels,
        words, part if leads is None else leads, _LEAST_COMPARED + _COMPARED * len(block), kept,
    )  # fmt: skip
    if not done:
        return None
    return np.flatnonzero(kept) if order is None else np.sort(order[kept])


def _by_bits(block: Labels, points: Points, bits: Labels) -> Indices:
    """The same for bits that are a part of ``block``; each set of bits that the one has more is one question."""
    undone = np.zeros(len(block), np.bool_)
    of_any = more = int(np.bitwise_or.reduce(bits))
    while more:
        source, query = bits & more == more, (bits & more == 0) & ~undone
        chosen = np.flatnonzero(source | query)
        undone[chosen] |= exceeded(block[chosen] & ~more, points[:, chosen], source[chosen], query[chosen])
        more = (more - 1) & of_any
    return np.flatnonzero(~undone)


def exceeded(block: Indices, points: Points, source: Bools, query: Bools) -> Bools:
    """Which queries a source of the same block exceeds in every coordinate.

    By the first coordinate that is left over after two: where it is greater, there is a highest binary place in which
    it differs, with 1 in the greater; so each place is one question with a coordinate less.
    """
    if len(points) == 2:
        return _exceeded_in_two(block, points, source) & query
    found = np.zeros(len(block), np.bool_)
    if not len(block):
        return found
    distinct, first = np.unique(points[0], return_inverse=True)
    for place in range(int(len(distinct) - 1).bit_length()):
        one = (first >> place) & 1 != 0
        chosen = np.flatnonzero((source & one) | (query & ~one & ~found))
        half = block[chosen] * np.intp(len(distinct)) + (first[chosen] >> (place + 1))
        found[chosen] |= exceeded(
            np.unique(half, return_inverse=True)[1], points[1:, chosen], one[chosen], ~one[chosen]
        )
    return found


def _exceeded_in_two(block: Indices, points: Points, source: Bools) -> Bools:
    """The same for two coordinates: from the greatest first one down, the greatest second one so far."""
    if not len(block):
        return np.zeros(0, np.bool_)
    size = np.int64(int(points.max()) + 2)
    key = block * size + (size - 1 - points[0])
    order = np.argsort(key)
    ordered = key[order]
    second = np.where(source[order], points[1, order].astype(np.int64) + 1, 0) + block[order] * size
    so_far = np.maximum.accumulate(second)
    begins = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))  # of points with the same first coordinate
    before = np.repeat(np.append(-1, so_far[begins[1:] - 1]), np.diff(begins, append=len(order)))
    found = np.empty(len(block), np.bool_)
    found[order] = before > points[1, order] + 1 + block[order] * size
    return found
