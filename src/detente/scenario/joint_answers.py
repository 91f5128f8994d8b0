"""Whether improvements are deterred by what all may do at once: all joint answers together, a bit each.

A cell is one party's choice and a joint answer, the choices of everybody else. For each rank of the party there is
the set of cells that are no better, as bits; from the worst rank up, each adds to the one before. Of this set those
cells deter at a state whose answer the others can improve to, or stay with: 64 answers are looked at together.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.scenario.grid import Grid
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices
from detente.scenario.truth import Bools

Words = NDArray[np.uint64]
_WORD = 64
_WORDS_AT_ONCE = 1 << 18


class JointAnswers:
    """The joint answers to one party, with this rank of each cell."""

    def __init__(self, grid: Grid, party: int, rank: Ranks) -> None:
        self._grid, self._party, self._rank = grid, party, rank
        self._others = [other for other in range(len(grid.choices)) if other != party]
        word, bit = np.zeros(len(rank), np.intp), np.zeros(len(rank), np.intp)
        self._words, bits = 1, 1
        for other in self._others:
            in_word = _in_word(bits, grid.choices[other])
            word += grid.chosen[other] // in_word * self._words
            bit += grid.chosen[other] % in_word * bits
            self._words *= -(-grid.choices[other] // in_word)
            bits *= in_word
        self._by_rank: Indices = np.argsort(rank)
        self._ranked = rank[self._by_rank]
        self._place = (word * grid.choices[party] + grid.chosen[party])[self._by_rank]
        self._bit = (np.uint64(1) << bit.astype(np.uint64))[self._by_rank]

    def deterred(self, states: Indices, better: Sequence[Bools]) -> Bools:
        """For each of some states whether every improvement is deterred.

        ``states`` must come worst first. ``better``: by party, (choices, states), which choices are improvements.
        """
        own = self._grid.choices[self._party]
        deterred = np.empty(len(states), np.bool_)
        no_better = np.zeros((self._words, own), np.uint64)
        done = 0  # cells by rank that are in no_better
        at_once = max(1, _WORDS_AT_ONCE // (self._words * own))
        for start in range(0, len(states), at_once):
            chosen = slice(start, start + at_once)
            ranks = self._rank[states[chosen]]
            new = np.append(True, ranks[1:] != ranks[:-1])
            bound, row = ranks[new], np.cumsum(new) - 1
            ends = np.searchsorted(self._ranked, bound, side="right")
            sets = np.zeros((self._words, own, len(bound)), np.uint64)
            rows = np.searchsorted(bound, self._ranked[done : ends[-1]])
            cells = slice(done, int(ends[-1]))
            np.bitwise_or.at(sets.reshape(-1), self._place[cells] * len(bound) + rows, self._bit[cells])
            sets[:, :, 0] |= no_better
            np.bitwise_or.accumulate(sets, axis=2, out=sets)
            no_better, done = sets[:, :, -1].copy(), int(ends[-1])
            possible = self._possible([part[:, chosen] for part in better], states[chosen])
            found = np.zeros((own, len(row)), np.uint64)
            for word in range(self._words):
                some = sets[word] if len(bound) == len(row) else sets[word][:, row]
                found |= some & possible[word]
            deterred[chosen] = ~(better[self._party][:, chosen] & (found == 0)).any(axis=0)
        return deterred

    def _possible(self, better: Sequence[Bools], states: Indices) -> Words:
        """(words, states): the joint answers that are improvements for all who move, as bits."""
        places = np.arange(len(states))
        words = np.ones((1, len(states)), np.uint64)
        bits = 1  # of a word that are used
        for other in self._others:
            may = better[other].copy()
            may[self._grid.chosen[other][states], places] = True  # it may stay
            in_word = _in_word(bits, len(may))
            spread = np.zeros((-(-len(may) // in_word), len(states)), np.uint64)
            at = np.empty(len(states), np.uint64)
            for choice in range(len(may)):
                np.multiply(may[choice], np.uint64(1 << choice % in_word * bits), out=at)
                spread[choice // in_word] |= at
            words = (spread[:, None] * words).reshape(-1, len(states))  # no carries: the factors' bits lie apart
            bits *= in_word
        return words


def _in_word(bits: int, choices: int) -> int:
    """How many of a party's choices share a word, of which so many bits tell the answers of those before it."""
    return max(1, min(choices, _WORD // bits))
