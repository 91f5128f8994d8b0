"""Whether improvements are deterred by what all may do at once: all joint answers together, a bit each.

A cell is one party's choice and a joint answer, the choices of everybody else. For each rank of the party there is
the set of cells that are no better, as bits; from the worst rank up, each adds to the one before. Of this set those
cells deter at a state whose answer the others can improve to, or stay with: 64 answers are looked at together.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.scenario.choices import Choices
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices
from detente.scenario.truth import Bools, Codes

Words = NDArray[np.uint64]
_WORD = 64
_WORDS_AT_ONCE = 1 << 18


class JointAnswers:
    """The joint answers to one party among ``codes``, the feasible cells."""

    def __init__(self, choices: Sequence[Choices], party: int, codes: Codes, rank: Ranks) -> None:
        self._choices, self._party, self._codes, self._rank = choices, party, codes, rank
        answers = 1
        answer = np.zeros(len(codes), np.intp)
        self._others = [other for other in range(len(choices)) if other != party]
        for other in self._others:
            answer += choices[other].of(codes) * answers
            answers *= len(choices[other])
        self._words = max(answers // _WORD, 1)
        self._by_rank: Indices = np.argsort(rank)
        self._ranked = rank[self._by_rank]
        self._place = ((answer // _WORD) * len(choices[party]) + choices[party].of(codes))[self._by_rank]
        self._bit = (np.uint64(1) << (answer % _WORD).astype(np.uint64))[self._by_rank]

    def deterred(self, states: Indices, better: Sequence[Bools]) -> Bools:
        """For each of some states whether every improvement is deterred.

        ``states`` must come worst first. ``better``: by party, (choices, states), which choices are improvements.
        """
        own = len(self._choices[self._party])
        deterred = np.empty(len(states), np.bool_)
        no_better = np.zeros((self._words, own), np.uint64)
        done = 0  # cells by rank that are in no_better
        at_once = max(1, _WORDS_AT_ONCE // (self._words * own))
        for start in range(0, len(states), at_once):
            chosen = slice(start, start + at_once)
            bound, row = np.unique(self._rank[states[chosen]], return_inverse=True)
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
        codes, places = self._codes[states], np.arange(len(states))
        words = np.ones((1, len(states)), np.uint64)
        answers = 1
        for other in self._others:
            may = better[other].copy()
            may[self._choices[other].of(codes), places] = True  # it may stay
            in_word = max(1, min(len(may), _WORD // answers))  # choices whose answers share a word
            spread = np.zeros((len(may) // in_word, len(states)), np.uint64)
            for choice in range(len(may)):
                spread[choice // in_word] |= may[choice] * np.uint64(
                    1 << (choice % in_word * min(answers, _WORD) % _WORD)
                )
            words = (spread[:, None] * words).reshape(-1, len(states))  # no carries: the factors' bits lie apart
            answers *= len(may)
        return words
