"""Whether improvements are deterred by what all may do at once: joint answers one after another, in any model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.scenario.moves import CellMoves
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices, ranges, starts
from detente.scenario.truth import Bools, Codes

_AT_ONCE = 1 << 14  # states looked at together


def deterred_one_by_one(moves: CellMoves, ranks: Sequence[Ranks], party: int, states: Indices) -> Bools:
    """For states that ``party`` can improve on, whether each improvement of it can be made worse by the others' ones.

    All pairs of a state and an improvement are tried with one joint answer of the others after another, until none is
    left that was not deterred and has answers left.
    """
    codes, rank = moves.states.codes, ranks[party]
    count, target = _improved(moves, ranks, party, states)
    pair_state = np.repeat(np.arange(len(states)), count)
    pair_code = codes[target]
    answers = [
        _Answers(states, codes, *_improved(moves, ranks, other, states))
        for other in range(moves.parties)
        if other != party
    ]
    together = np.prod([answer.count + 1 for answer in answers], axis=0)
    bound = rank[states]
    deterred = np.ones(len(states), np.bool_)
    number = 1  # of the joint answer; 0 is that nobody moves
    while len(pair_state):
        exhausted = together[pair_state] <= number
        if exhausted.any():
            deterred[pair_state[exhausted]] = False
            keep = deterred[pair_state]
            pair_state, pair_code = pair_state[keep], pair_code[keep]
        rest = np.full(len(pair_state), number)
        code = pair_code
        for answer in answers:
            rest, chosen = np.divmod(rest, answer.count[pair_state] + 1)
            code = code ^ answer.change[answer.start[pair_state] + chosen]
        unmoved = _rank_at(code, codes, rank) > bound[pair_state]
        pair_state, pair_code = pair_state[unmoved], pair_code[unmoved]
        number += 1
    return deterred


class _Answers:
    """One party's improvements from each of some states, as changes of the code; the first, 0, is that it stays."""

    def __init__(self, states: Indices, codes: Codes, count: Indices, target: Indices) -> None:
        self.count = count
        self.start = starts(count + 1)
        self.change = np.zeros(len(target) + len(count), np.int64)
        self.change[ranges(self.start + 1, count)] = codes[target] ^ np.repeat(codes[states], count)


def _improved(moves: CellMoves, ranks: Sequence[Ranks], party: int, states: Indices) -> tuple[Indices, Indices]:
    """The party's improvements from each of the states: how many, and to where, one after another."""
    count, target = moves.lines[party].targets(states)
    source = np.repeat(np.arange(len(states)), count)
    better = ranks[party][target] > ranks[party][states[source]]
    return np.bincount(source[better], minlength=len(states)), target[better]


def _rank_at(code: Codes, codes: Codes, rank: Ranks) -> NDArray[np.int32]:
    """The rank of the cell with each code; more than any where it is infeasible."""
    place = np.minimum(np.searchsorted(codes, code), len(codes) - 1)
    return np.where(codes[place] == code, rank[place], np.int32(np.iinfo(np.int32).max))
