"""Moves where several cells count as one state: as lists, and with the last mover kept.

A party may then come to a combined state by one of its cells and leave it by another, which no single move of its own
does. Whoever arrived must wait for somebody else to move.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.scenario.lines import Lines
from detente.scenario.preferences import UNREACHED, Ranks
from detente.scenario.ranges import Indices
from detente.scenario.states import States

Array = NDArray[Any]
MOST_MOVES = 100_000_000


@dataclass(frozen=True)
class Steps:
    """Moves of one party from state to state, ordered by ``source``."""

    source: Indices
    target: Indices

    def where(self, chosen: NDArray[np.bool_]) -> Steps:
        """Some of them."""
        return Steps(self.source[chosen], self.target[chosen])

    def over(self, ufunc: np.ufunc, values: Array, otherwise: int) -> Array:
        """For each state ``ufunc`` over the values of what it can be left for."""
        over = np.full_like(values, otherwise)
        states, start = np.unique(self.source, return_index=True)
        if len(states):
            over[states] = ufunc.reduceat(values.take(self.target, axis=0), start, axis=0)
        return over


class JoinedMoves:
    """Moves where some state has several cells. Raises BadScenario where they are too many to list."""

    def __init__(self, states: States, lines: Sequence[Lines]) -> None:
        self.states, self.parties = states, len(lines)
        self._steps = [_steps(states, party) for party in lines]

    def best(self, party: int, values: Array) -> Array:
        """See ``Moves``."""
        return np.maximum(values, self._steps[party].over(np.maximum, values, -1))

    def best_elsewhere(self, party: int, values: Ranks) -> Ranks:
        """See ``Moves``."""
        return self._steps[party].over(np.maximum, values, -1)

    def reached(self, group: Collection[int], ufunc: np.ufunc, values: Array) -> Array:
        """See ``Moves``."""
        return _reached([self._steps[party] for party in group], ufunc, values)

    def improvements(self, party: int, rank: Ranks) -> Steps:
        """See ``Moves``."""
        steps = self._steps[party]
        return steps.where(rank[steps.target] > rank[steps.source])

    def climbed(self, group: Iterable[Steps], values: NDArray[np.int32]) -> NDArray[np.int32]:
        """See ``Moves``."""
        return _reached(list(group), np.minimum, values)

    def fewest(self, start: int, ranks: Sequence[Ranks] | None) -> Indices:
        """See ``Moves``."""
        count = len(self.states)
        steps = self._steps
        if ranks is not None:
            steps = [self.improvements(party, rank) for party, rank in enumerate(ranks)]
        fewest = np.full(count, -1)
        fewest[start] = 0
        arrived = np.zeros((len(steps), count), np.bool_)  # at each state, with each party as the last mover
        last = np.zeros((len(steps) + 1, count), np.bool_)
        last[-1, start] = True  # nobody has moved yet
        moves = 0
        while last.any():
            moves += 1
            new = np.zeros_like(last)
            for party, step in enumerate(steps):
                may_move = np.logical_or.reduce(np.delete(last, party, axis=0))
                new[party, step.target[may_move[step.source]]] = True
                new[party] &= ~arrived[party]
                arrived[party] |= new[party]
            fewest[np.logical_or.reduce(new) & (fewest < 0)] = moves
            last = new
        return fewest


def _reached(steps: Sequence[Steps], ufunc: np.ufunc, values: Array) -> Array:
    """``ufunc`` over each state and all that legal sequences reach, by who moves first."""
    otherwise = int(UNREACHED) if ufunc is np.minimum else -1 if ufunc is np.maximum else 0
    first = [np.full_like(values, otherwise) for _ in steps]  # over what is reached if this party moves first
    changed = True
    while changed:
        changed = False
        for party, step in enumerate(steps):
            from_there = values
            for other, reached in enumerate(first):
                if other != party:
                    from_there = ufunc(from_there, reached)
            reached = step.over(ufunc, from_there, otherwise)
            changed = changed or not np.array_equal(reached, first[party])
            first[party] = reached
    result = values
    for reached in first:
        result = ufunc(result, reached)
    return result


def _steps(states: States, lines: Lines) -> Steps:
    assert states.state is not None
    cells = np.arange(len(states.codes))
    count, targets = lines.targets(cells)
    source = np.repeat(states.state, count)
    target = states.state[targets]
    order = np.lexsort((target, source))
    source, target = source[order], target[order]
    new = np.ones(len(source), np.bool_)
    new[1:] = (source[1:] != source[:-1]) | (target[1:] != target[:-1])
    new &= source != target
    return Steps(source[new], target[new])
