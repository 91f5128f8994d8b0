"""Stability with a horizon for two parties: limited moves (Zagare 1984; Kilgour 1985) and the non-myopic limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from typing import Any

import numpy as np

from detente.scenario.moves import Moves
from detente.scenario.preferences import Ranks
from detente.scenario.truth import Bools

HORIZON = 6  #: longest horizon that is listed


def limited(moves: Moves[Any], ranks: Sequence[Ranks]) -> list[Bools]:
    """Where states are stable for both parties with horizon 1, 2, … up to ``HORIZON``. Rankings must be strict."""
    return [_fixed(ends) for ends in islice(_anticipated(moves, ranks), HORIZON)]


def nonmyopic(moves: Moves[Any], ranks: Sequence[Ranks]) -> Bools:
    """Where states are stable for both parties with every horizon from some on. Rankings must be strict.

    Each table of ends follows from the one before, so that once one comes again, all that came since come again.
    """
    first_seen: dict[bytes, int] = {}
    fixed: list[Bools] = []
    for number, ends in enumerate(_anticipated(moves, ranks)):
        digest = blake2b(b"".join(end.tobytes() for end in ends)).digest()
        if digest in first_seen:
            always: Bools = np.logical_and.reduce(fixed[first_seen[digest] :])
            return always
        first_seen[digest] = number
        fixed.append(_fixed(ends))
    raise AssertionError  # there are only finitely many tables


def _anticipated(moves: Moves[Any], ranks: Sequence[Ranks]) -> Iterator[list[Ranks]]:
    """For each party the state in which the conflict ends if it moves first, with horizon 1, 2, … without end."""
    states = np.arange(len(moves.states), dtype=np.int32)
    by_rank = [np.argsort(rank).astype(np.int32) for rank in ranks]  # the state that has a rank
    ends = [states, states]
    while True:
        ends_after = []
        for party, rank in enumerate(ranks):
            best = moves.best_elsewhere(party, rank[ends[1 - party]])
            ends_after.append(np.where(best > rank, by_rank[party][best], states))
        ends = ends_after
        yield ends


def _fixed(ends: Sequence[Ranks]) -> Bools:
    states = np.arange(len(ends[0]))
    fixed: Bools = (ends[0] == states) & (ends[1] == states)
    return fixed
