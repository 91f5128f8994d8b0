"""One party's choices of its own options, as numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.scenario.lines import Lines
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices
from detente.scenario.states import States
from detente.scenario.truth import Bools, Codes


class Choices:
    """The choices of the party whose moves are ``lines``: the bits of its options put together make the number."""

    def __init__(self, lines: Lines) -> None:
        self._bits = [bit for bit in range(lines.own.bit_length()) if lines.own >> bit & 1]
        self.own = lines.own
        self.codes = np.zeros(1, np.int64)  #: of each choice
        for bit in self._bits:
            self.codes = np.concatenate([self.codes, self.codes | 1 << bit])
        one_way = (self.codes ^ lines.drop) & (lines.take | lines.drop)  # its bits only ever go from 0 to 1
        self.permitted = one_way[:, None] & ~one_way == 0  #: from each choice to each

    def __len__(self) -> int:
        return len(self.codes)

    def of(self, codes: Codes) -> Indices:
        """The number of the choice in each code."""
        number = np.zeros(len(codes), np.intp)
        for place, bit in enumerate(self._bits):
            number |= (codes >> bit & 1) << place
        return number

    def better(self, codes: Codes, rank: Ranks, rank_at: Ranks) -> Bools:
        """(choices, codes): whether the choice instead of the one in the code is an improvement on ``rank``.

        ``rank_at`` has the rank of every code, feasible or not.
        """
        better = rank_at.take(self.codes[:, None] | (codes & ~self.own)) > rank
        if not self.permitted.all():
            better &= self.permitted[self.of(codes)].T
        return better


def rank_at(states: States, rank: Ranks, infeasible: int) -> Ranks:
    """The rank of every code, and a value for those that are infeasible. States must be cells."""
    ranks = np.full(1 << len(states.options), infeasible, np.int32)
    ranks[states.codes] = rank
    return ranks


def better_choices(
    choices: Sequence[Choices], codes: Codes, ranks: Sequence[Ranks], at: Sequence[Ranks]
) -> list[Bools]:
    """The better choices of each party at each code."""
    return [choice.better(codes, rank, rank_at) for choice, rank, rank_at in zip(choices, ranks, at, strict=True)]
