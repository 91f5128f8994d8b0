"""Where parties can go: the least values that groups of them can reach by legal sequences of moves.

A sequence is legal if nobody moves twice in a row. Where every state is one cell, two moves in a row by one party are
also one move, so whatever is reached by some sequence is reached by a legal one, and the last mover need not be kept.
Where cells were combined it must be: ``joined_moves``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from detente.scenario.climb import Climb, climbed
from detente.scenario.lines import Lines
from detente.scenario.model import Scenario
from detente.scenario.preferences import UNREACHED, Ranks
from detente.scenario.ranges import Indices
from detente.scenario.states import States

Array = NDArray[Any]
Improvements = TypeVar("Improvements")


class Moves(Protocol, Generic[Improvements]):
    """The moves of the parties 0, 1, … between states."""

    states: States
    parties: int

    def best(self, party: int, values: Array) -> Array:
        """For each state the greatest value over itself and all that the party can reach from it in one move."""

    def best_elsewhere(self, party: int, values: Ranks) -> Ranks:
        """The same without the state itself; -1 where the party cannot leave it."""

    def reached(self, group: Collection[int], ufunc: np.ufunc, values: Array) -> Array:
        """For each state ``ufunc`` over itself and all that the group can reach from it by legal sequences."""

    def improvements(self, party: int, rank: Ranks) -> Improvements:
        """The moves of a party that it prefers, for ``climbed``."""

    def climbed(self, group: Iterable[Improvements], values: NDArray[np.int32]) -> NDArray[np.int32]:
        """The least value over each state itself and all that is reached by legal sequences of improvements.

        ``values``: (states, 2).
        """

    def fewest(self, start: int, ranks: Sequence[Ranks] | None) -> Indices:
        """The fewest moves of a legal sequence of all parties from ``start`` to each state; -1 where there is none.

        With ``ranks`` each move is an improvement for the one who makes it.
        """


def lines_of(scenario: Scenario, states: States) -> list[Lines]:
    """The moves of each party between cells."""

    def mask(party: str, kind: str | None) -> int:
        return sum(
            1 << bit
            for bit, option in enumerate(scenario.options)
            if option.party == party and kind in (None, option.moves)
        )

    return [
        Lines(states.codes, mask(party.id, None), mask(party.id, "take"), mask(party.id, "drop"))
        for party in scenario.parties
    ]


class CellMoves:
    """Moves where each state is one cell."""

    def __init__(self, states: States, lines: Sequence[Lines]) -> None:
        self.states, self.lines, self.parties = states, lines, len(lines)

    def best(self, party: int, values: Array) -> Array:
        """See ``Moves``."""
        return self.lines[party].best(np.maximum, values)

    def best_elsewhere(self, party: int, values: Ranks) -> Ranks:
        """See ``Moves``."""
        return self.lines[party].best_elsewhere(values)

    def reached(self, group: Collection[int], ufunc: np.ufunc, values: Array) -> Array:
        """See ``Moves``. Where every choice is feasible, the order of moves does not matter: one round is enough."""
        if self.states.free:
            for party in group:
                values = self.lines[party].best(ufunc, values)
            return values
        unchanged, turn, members = 0, 0, list(group)
        while unchanged < len(members):
            further = self.lines[members[turn % len(members)]].best(ufunc, values)
            unchanged = unchanged + 1 if np.array_equal(further, values) else 1
            values, turn = further, turn + 1
        return values

    def improvements(self, party: int, rank: Ranks) -> Climb:
        """See ``Moves``."""
        return Climb(self.lines[party], rank)

    def climbed(self, group: Iterable[Climb], values: NDArray[np.int32]) -> NDArray[np.int32]:
        """See ``Moves``."""
        return climbed(list(group), values)

    def fewest(self, start: int, ranks: Sequence[Ranks] | None) -> Indices:
        """See ``Moves``. A shortest sequence never has two moves in a row by one party."""
        fewest = np.full(len(self.states), -1)
        fewest[start] = 0
        for moves in range(1, len(self.states) + 1):
            last = fewest == moves - 1
            new = np.zeros(len(fewest), np.bool_)
            for party, lines in enumerate(self.lines):
                if ranks is None:
                    new |= lines.back(np.maximum, last)
                else:
                    rank = ranks[party]
                    new |= lines.back(np.minimum, np.where(last, rank, UNREACHED)) < rank
            new &= fewest < 0
            if not new.any():
                break
            fewest[new] = moves
        return fewest

    @cached_property
    def reversible(self) -> tuple[bool, ...]:
        """For each party whether it can take every move back."""
        return tuple(lines.reversible for lines in self.lines)
