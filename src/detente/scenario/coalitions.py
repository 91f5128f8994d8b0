"""Coalition Nash stability: no joint course of a coalition's members is better for each of them (Kilgour et al. 2001)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np

from detente.scenario.moves import Moves
from detente.scenario.preferences import Ranks
from detente.scenario.truth import Bools

Coalition = tuple[int, ...]
_BITS = 64


def coalitions(parties: int) -> list[Coalition]:
    """All coalitions of two and more, smaller ones first."""
    return [group for size in range(2, parties + 1) for group in combinations(range(parties), size)]


def coalition_nash(moves: Moves[Any], ranks: Sequence[Ranks], group: Coalition) -> Bools:
    """Where the coalition can reach no state that all its members prefer.

    States are tried as such aims in falling order of the members' summed ranks, 64 at a time: who is better for all
    has a greater sum, so what no earlier aim has undone when its turn comes is stable. One pass over the moves tells
    for all states which of the 64 they reach.
    """
    own = np.stack([ranks[member] for member in group])
    total = own.sum(axis=0, dtype=np.int64)
    left = np.argsort(-total, kind="stable")  # neither undone nor tried as an aim
    undone = np.zeros(len(total), np.bool_)
    while len(left):
        aims = left[:_BITS]
        bits = np.zeros(len(total), np.uint64)
        bits[aims] = np.uint64(1) << np.arange(len(aims), dtype=np.uint64)
        reached = moves.reached(group, np.bitwise_or, bits)[left]
        ranks_left = own[:, left]
        for number, aim in enumerate(aims):
            better = (reached >> np.uint64(number)) & np.uint64(1) != 0
            for member in range(len(group)):
                better &= ranks_left[member] < own[member, aim]
            undone[left[better]] = True
        left = left[_BITS:][~undone[left[_BITS:]]]
    return ~undone
