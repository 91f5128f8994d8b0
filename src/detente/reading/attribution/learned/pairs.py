"""How two spans stand to each other, as small integers: what a link between a piece and a cue is judged by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from detente.reading.attribution.learned.features import Features

    Ints = NDArray[np.int64]

#: Relations of a pair, with the number of values of each.
PAIRS = {  # codes: names of relations
    "order": 9,
    "sentence": 7,
    "paragraph": 5,
    "up": 3,
    "down": 3,
    "gap": 14,
}
_GAPS = np.array([0, 1, 2, 4, 8, 16, 32])
_STEPS = 12


def pairs(found: Features, ones: Ints, others: Ints) -> NDArray[np.int8]:
    """Values of ``PAIRS`` for each of the spans ``ones`` [p, 2] with each of ``others`` [q, 2], as [p, q, 6].

    Spans are half open rows of ``Features``. ``up``: the other span is the nearest of its kind above this one in the
    parse (2), or above it at all within 12 steps (1); ``down``: the same seen from the other.
    """
    p, q = len(ones), len(others)
    table = np.zeros((p, q, len(PAIRS)), np.int8)
    if not p or not q:
        return table
    at, to = ones[:, :1], others[:, 0][None]
    rank = np.searchsorted(others[:, 0], ones[:, 0], side="right")[:, None]
    order = np.arange(q)[None] - rank
    table[..., 0] = np.clip(order, -4, 4) + 4
    table[..., 1] = np.clip(found.sentence[to] - found.sentence[at], -3, 3) + 3
    table[..., 2] = np.clip(found.paragraph[to] - found.paragraph[at], -2, 2) + 2
    table[..., 3] = _above(found, ones, others)
    table[..., 4] = _above(found, others, ones).T
    before = others[:, 1][None] <= at
    gap = np.where(before, at - others[:, 1][None], to - ones[:, 1:])
    size = np.searchsorted(_GAPS, np.maximum(gap, 0), side="right") - 1
    table[..., 5] = np.where(before, size, size + 7)
    return table


def _above(found: Features, lower: Ints, upper: Ints) -> NDArray[np.int8]:
    """Which of the upper spans stand above which of the lower in the parse: [lower, upper], 2 for the nearest."""
    n = len(found.tokens)
    owner = np.full(n + 1, -1)
    for number, (start, end) in enumerate(upper.tolist()):
        owner[start:end] = number
    head = np.append(found.neighbours[:, 4], n)
    inside = head[lower[:, 0]]
    # The root of the lower span: climb from its first token while the head is within it.
    root = lower[:, 0]
    for _ in range(_STEPS):
        within = (inside >= lower[:, 0]) & (inside < lower[:, 1])
        if not within.any():
            break
        root = np.where(within, inside, root)
        inside = np.where(within, head[inside], inside)
    result = np.zeros((len(lower), len(upper)), np.int8)
    at = head[root]
    seen = np.zeros(len(lower), bool)
    for _ in range(_STEPS):
        if at.min() == n:
            break  # all are above their roots
        hit = np.flatnonzero(owner[at] >= 0)
        which = owner[at[hit]]
        result[hit, which] = np.where(seen[hit], np.maximum(result[hit, which], 1), 2)
        seen[hit] = True
        at = head[at]
    return result
