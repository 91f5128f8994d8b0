"""Simultaneous stability (Fraser and Hipel 1979): an improvement deterred by what all may do at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.scenario.grid import Grid
from detente.scenario.joint_answers import JointAnswers
from detente.scenario.moves import CellMoves
from detente.scenario.one_answer import deterred_one_by_one
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices
from detente.scenario.row_answers import RowAnswers
from detente.scenario.truth import Bools

_LARGEST_GRID = 1 << 22  # places; in a larger one most are of no state
_STATES_AT_ONCE = 1 << 13
_NEVER = np.int32(np.iinfo(np.int32).max)  # no better than anything: deters nothing
_AT_FIRST = 16  # joint answers tried in turn before all are together
_WORDS_AN_ANSWER = 32  # of bits take as long as one answer tried in turn
_WORTH_TRYING = 1 << 22  # words of bits from which that pays
_MOST_WORDS = 1 << 31
_CHOICES_AT_ONCE = 1 << 24
_CHOICES_KEPT = 1 << 22


def simultaneous(moves: CellMoves, ranks: Sequence[Ranks]) -> Bools:
    """Where each party's states are stable: (parties, states)."""
    can_improve = np.stack([moves.best(party, rank) > rank for party, rank in enumerate(ranks)])
    found = ~can_improve
    grid = Grid(moves.lines, moves.states.codes)
    together = _Together(grid, ranks) if grid.size <= _LARGEST_GRID else None
    for party in range(moves.parties):
        can_be = can_improve[party] & np.delete(can_improve, party, axis=0).any(axis=0)
        states = np.flatnonzero(can_be)
        at_once = _STATES_AT_ONCE if together is None else together.at_once
        for start in range(0, len(states), at_once):
            part = states[start : start + at_once]
            if together is None:
                found[party, part] = deterred_one_by_one(moves, ranks, party, part)
            else:
                found[party, part] = together.deterred(party, part)
    return found


class _Together:
    """Joint answers by their places in a grid."""

    def __init__(self, grid: Grid, ranks: Sequence[Ranks]) -> None:
        self._grid, self._ranks = grid, ranks
        self._tables = [grid.table(rank, -1) for rank in ranks]
        self._rows = [
            RowAnswers(grid, party, np.where(table < 0, _NEVER, table)) for party, table in enumerate(self._tables)
        ]
        self._words = max(grid.size // 64, 1)  # of bits for a state
        self.at_once = max(1, _CHOICES_AT_ONCE // max(grid.choices))
        self._all_better: list[Bools] | None = None

    def deterred(self, party: int, states: Indices) -> Bools:
        """For each of some states whether every improvement is deterred."""
        rank, rows = self._ranks[party], self._rows[party]
        deterred = np.zeros(len(states), np.bool_)
        place = np.argsort(rank[states])  # worst first
        better = self._better(states)
        for most in (_AT_FIRST, self._words // _WORDS_AN_ANSWER):
            if len(place) * self._words > _WORTH_TRYING and most >= _AT_FIRST:
                open_better = [some.take(place, axis=1) for some in better]
                found, final = rows.deterred(states[place], rank[states[place]], open_better, most)
                deterred[place] = found
                place = place[~final]
        better = [some.take(place, axis=1) for some in better]
        if len(place) * self._words <= _MOST_WORDS:
            deterred[place] = JointAnswers(self._grid, party, rank).deterred(states[place], better)
        else:
            deterred[place] = rows.deterred(states[place], rank[states[place]], better)[0]
        return deterred

    def _better(self, states: Indices) -> list[Bools]:
        """By party, (choices, states), the improvements at each of some states; of all at once where they are few."""
        grid = self._grid
        if len(grid.place) * max(grid.choices) > _CHOICES_KEPT:
            return self._better_at(states)
        if self._all_better is None:
            self._all_better = self._better_at(np.arange(len(grid.place)))
        return [better.take(states, axis=1) for better in self._all_better]

    def _better_at(self, states: Indices) -> list[Bools]:
        return [
            self._grid.better(party, states, rank, table)
            for party, (rank, table) in enumerate(zip(self._ranks, self._tables, strict=True))
        ]
