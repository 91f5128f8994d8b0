"""All joint choices of the parties, feasible or not, as numbers: for what they may do at the same moment.

Of each party only those choices count that it makes in some state; where nevers are tight they are few, however many
options there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np

from detente.scenario.lines import Lines
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices
from detente.scenario.truth import Bools, Codes


class Grid:
    """The choices of the parties in cells with these codes: ``chosen``, by party, the number of the one in each cell.

    The place of a cell is the sum of these numbers, each times the party's ``step``.
    """

    def __init__(self, lines: Sequence[Lines], codes: Codes) -> None:
        found = [np.unique(codes & line.own, return_inverse=True) for line in lines]
        self.chosen: list[Indices] = [chosen for _, chosen in found]
        self.choices = [len(made) for made, _ in found]  #: of each party
        self.steps = [prod(self.choices[:party]) for party in range(len(lines))]
        self.size = prod(self.choices)
        self.place: Indices = sum(
            (chosen * step for chosen, step in zip(self.chosen, self.steps, strict=True)), np.zeros(len(codes), np.intp)
        )
        self._permitted: list[Bools | None] = []  # from each choice to each; None where all are
        for line, (made, _) in zip(lines, found, strict=True):
            one_way = (made ^ line.drop) & (line.take | line.drop)  # its bits only ever go from 0 to 1
            self._permitted.append(None if line.reversible else one_way[:, None] & ~one_way == 0)

    def table(self, rank: Ranks, infeasible: int) -> Ranks:
        """The rank at each place, and another value where no cell is."""
        table = np.full(self.size, infeasible, np.int32)
        table[self.place] = rank
        return table

    def better(self, party: int, cells: Indices, rank: Ranks, table: Ranks) -> Bools:
        """(choices, cells): which of the party's choices in place of that in the cell are improvements.

        ``table``: its ranks by place, -1 where no cell is.
        """
        chosen, step = self.chosen[party][cells], self.steps[party]
        elsewhere = self.place[cells] - chosen * step
        better: Bools = table.take(np.arange(self.choices[party])[:, None] * step + elsewhere) > rank[cells]
        permitted = self._permitted[party]
        return better if permitted is None else better & permitted[chosen].T
