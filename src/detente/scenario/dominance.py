"""Which points of a set some other point exceeds in every coordinate."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.scenario.ranges import Indices
from detente.scenario.truth import Bools

Points = NDArray[np.int32]  # (coordinates, points), none negative
_ROUNDS = 16


def undominated(block: Indices, points: Points) -> Indices:
    """The points that no point of the same block exceeds in every coordinate, in no particular order.

    With three coordinates and more the point with the greatest sum of each block is first compared with the rest of it,
    some times over: a greatest sum is exceeded by nothing that is left, and few points survive.
    """
    everywhere = np.ones(len(block), np.bool_)
    if len(points) == 2:
        return np.flatnonzero(~_exceeded_in_two(block, points, everywhere))
    total = points.sum(axis=0, dtype=np.int64)
    left = np.argsort(block * (total.max(initial=0) + 1) - total, kind="stable")  # by block, greatest sum first
    kept: list[Indices] = []
    for _ in range(_ROUNDS):
        if not len(left):
            break
        blocks = block[left]
        begins = np.flatnonzero(np.append(True, blocks[1:] != blocks[:-1]))
        sizes = np.diff(begins, append=len(left))
        greatest = np.repeat(left[begins], sizes)
        below = np.ones(len(left), np.bool_)
        for coordinate in points:
            below &= coordinate[left] < coordinate[greatest]
        below[begins] = True
        kept.append(left[begins])
        left = left[~below]
    everywhere = everywhere[: len(left)]
    kept.append(left[~exceeded(block[left], points[:, left], everywhere, everywhere)])
    return np.concatenate(kept)


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
