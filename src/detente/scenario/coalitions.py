"""Coalition Nash stability: no course of a coalition's members is better for each of them (Kilgour et al. 2001)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np

from detente.scenario.dominance import undominated, undominated_by_bits, undominated_by_parts
from detente.scenario.moves import CellMoves, Moves
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices
from detente.scenario.truth import Bools

Coalition = tuple[int, ...]
_BITS = 64
_MOST_WORDS = 16  # of parts that states reach each other in, as bits
_MOST_ONE_WAY = 12  # options that cannot be taken back, for which it pays to look at each set of them


def coalitions(parties: int) -> list[Coalition]:
    """All coalitions of two and more, smaller ones first."""
    return [group for size in range(2, parties + 1) for group in combinations(range(parties), size)]


def coalition_nash(moves: Moves[Any], ranks: Sequence[Ranks], group: Coalition) -> Bools:
    """Where the coalition can reach no state that all its members prefer."""
    own = np.stack([ranks[member] for member in group])
    if isinstance(moves, CellMoves):
        lines = [moves.lines[member] for member in group]
        one_way, own_options = sum(line.take | line.drop for line in lines), sum(line.own for line in lines)
        codes = moves.states.codes ^ sum(line.drop for line in lines)
        found = np.zeros(len(codes), np.bool_)
        if moves.states.free and one_way.bit_count() <= _MOST_ONE_WAY:
            found[undominated_by_bits(codes & ~own_options, own, codes & one_way)] = True
        elif not one_way:
            found[undominated(moves.reached(group, np.minimum, np.arange(len(codes))), own)] = True
        else:
            found[_in_parts(moves, own, group, codes & ~own_options)] = True
        return found
    count = len(moves.states)
    return _by_aims(moves, own, group, np.arange(count), np.zeros(count, np.intp))


def _in_parts(moves: CellMoves, own: Ranks, group: Coalition, apart: Indices) -> Indices:
    """The same states where some moves cannot be taken back.

    ``apart``: labels of states that never reach each other. Between states of a *part* there is a way there and back;
    what is exceeded elsewhere is exceeded by what nothing in its part exceeds, so it is enough which part leads where.
    """
    label = _there_and_back(moves, group)
    first = np.flatnonzero(label == np.arange(len(label)))  # of each part
    within = np.searchsorted(first, label)
    order = np.argsort(apart[first], kind="stable")
    begins = np.flatnonzero(np.append(True, np.diff(apart[first][order]) != 0))
    sizes = np.diff(begins, append=len(order))
    part = np.empty(len(first), np.int64)
    part[order] = np.arange(len(order)) - np.repeat(begins, sizes)
    words = -(-int(sizes.max()) // _BITS)
    left = None
    if words <= _MOST_WORDS:
        leads = np.empty((len(first), words), np.uint64)
        for word in range(words):
            bits = np.where(part // _BITS == word, np.uint64(1) << (part % _BITS).astype(np.uint64), np.uint64(0))
            leads[:, word] = moves.reached(group, np.bitwise_or, bits[within])[first]
        left = undominated_by_parts(apart, own, within, part[within], leads)
    if left is None:
        left = undominated(label, own)
        left = np.flatnonzero(_by_aims(moves, own, group, left, np.unique(apart, return_inverse=True)[1]))
    return left


def _there_and_back(moves: CellMoves, group: Coalition) -> Indices:
    """Labels such that states of the same label are reached from each other."""
    label, before = np.arange(len(moves.states)), np.empty(0, np.intp)
    while not np.array_equal(label, before):
        before = label
        for member in group:
            label = moves.lines[member].among(np.minimum, label)
    return label


def _by_aims(moves: Moves[Any], own: Ranks, group: Coalition, left: Indices, apart: Indices) -> Bools:
    """The same in any model, for states that are ``left``; the others are known not to be stable.

    States are tried as aims in falling order of the members' summed ranks, 64 at a time: who is better for all has a
    greater sum, so what no earlier aim has undone when its turn comes is stable. One pass over the moves tells for all
    states which of the 64 they reach. States of which ``apart`` differs never reach each other, and each such part has
    64 aims of its own in a pass.
    """
    stable = np.zeros(own.shape[1], np.bool_)
    stable[left] = True
    left = left[np.lexsort((-own[:, left].sum(axis=0, dtype=np.int64), apart[left]))]  # not tried as aims yet
    while len(left):
        part = apart[left]
        begins = np.flatnonzero(np.append(True, part[1:] != part[:-1]))
        sizes = np.diff(begins, append=len(left))
        turn = np.arange(len(left)) - np.repeat(begins, sizes)
        now = turn < _BITS
        bits = np.zeros(own.shape[1], np.uint64)
        bits[left[now]] = np.uint64(1) << turn[now].astype(np.uint64)
        reached = moves.reached(group, np.bitwise_or, bits)[left]
        first = np.repeat(begins, sizes)
        for number in range(min(_BITS, int(sizes.max()))):
            places = np.flatnonzero((reached >> np.uint64(number)) & np.uint64(1))
            state, aim = left[places], left[first[places] + number]
            better = np.ones(len(places), np.bool_)
            for rank in own:
                better &= rank[state] < rank[aim]
            stable[state[better]] = False
        left = left[~now & stable[left]]
    return stable
