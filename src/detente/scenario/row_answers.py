"""Whether improvements are deterred by what all may do at once: joint answers in turn, each for all own choices."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.scenario.grid import Grid
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices, starts
from detente.scenario.truth import Bools

_AT_ONCE = 1 << 19  # own choices of states looked at together, so that they stay in the cache; more
_IF_LONG = 1 << 23  # where many answers are tried, since soon few states are left
_LONG = 32


class RowAnswers:
    """The joint answers to one party. ``table``: its rank by place, more than any where no cell is."""

    def __init__(self, grid: Grid, party: int, table: Ranks) -> None:
        self._grid, self._party = grid, party
        axes = table.reshape(grid.choices[::-1])  # the last party's choices first
        self._ranks = np.moveaxis(axes, len(grid.choices) - 1 - party, -1).reshape(-1, grid.choices[party])
        self._places: dict[int, Indices] = {}  # by other party what each of its choices adds to the answer's number
        answers = 1
        for other, choices in enumerate(grid.choices):
            if other != party:
                self._places[other] = np.arange(choices) * answers
                answers *= choices

    def deterred(
        self, cells: Indices, bound: Ranks, better: Sequence[Bools], most: int | None = None
    ) -> tuple[Bools, Bools]:
        """For each of some cells whether every improvement is deterred; and whether that is final.

        ``bound``: the party's ranks of them. ``better``: by party, (choices, cells), which choices are improvements.
        Tries at most so many joint answers.
        """
        deterred, final = np.zeros(len(cells), np.bool_), np.zeros(len(cells), np.bool_)
        together = _AT_ONCE if most is not None and most <= _LONG else _IF_LONG
        at_once = max(1, together // self._grid.choices[self._party])
        for start in range(0, len(cells), at_once):
            part = slice(start, start + at_once)
            deterred[part], final[part] = self._part(cells[part], bound[part], [some[:, part] for some in better], most)
        return deterred, final

    def _part(self, cells: Indices, bound: Ranks, better: Sequence[Bools], most: int | None) -> tuple[Bools, Bools]:
        answers = [
            _Answers(self._grid.chosen[other][cells], places, better[other]) for other, places in self._places.items()
        ]
        together = np.prod([answer.count for answer in answers], axis=0)
        deterred, final = np.zeros(len(cells), np.bool_), np.zeros(len(cells), np.bool_)
        state = np.arange(len(cells))
        left = better[self._party].T.copy()  # (states, own choices): improvements not deterred yet
        number = 1  # of the joint answer; 0 is that nobody moves
        while len(state) and (most is None or number <= most):
            rest, answer_number = np.full(len(state), number), np.zeros(len(state), np.intp)
            for answer in answers:
                rest, chosen = np.divmod(rest, answer.count[state])
                answer_number += answer.places[answer.start[state] + chosen]
            left &= self._ranks.take(answer_number, axis=0) > bound[state, None]
            number += 1
            open_ = _any(left)
            deterred[state[~open_]] = True
            final[state[~open_]] = True
            exhausted = together[state] <= number
            final[state[exhausted]] = True
            open_ &= ~exhausted
            if not open_.all():
                state, left = state[open_], left[open_]
        return deterred, final


class _Answers:
    """One party's choices at each of some states, as what they add to the answer's number; the first is to stay."""

    def __init__(self, now: Indices, places: Indices, better: Bools) -> None:
        choice = np.flatnonzero(np.ascontiguousarray(better.T)) % len(better)
        self.count: NDArray[np.intp] = better.sum(axis=0) + 1
        self.start = starts(self.count)
        self.places = np.empty(len(choice) + len(now), np.intp)
        stays = np.zeros(len(self.places), np.bool_)
        stays[self.start] = True
        self.places[stays] = places[now]
        self.places[~stays] = places[choice]


def _any(rows: Bools) -> Bools:
    """Whether some element of each row is true; many at a time, seen as words."""
    width = 8 if rows.shape[1] % 8 == 0 else rows.shape[1]
    if width not in (1, 2, 4, 8):
        some: Bools = np.logical_or.reduce(rows, axis=1)
        return some
    words = rows.view(f"u{width}")
    some = words[:, 0] != 0
    for column in range(1, words.shape[1]):
        some |= words[:, column] != 0
    return some
