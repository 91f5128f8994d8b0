"""A conflict looked at from one state at a time: who can go where, who gains, and by which moves something is reached.

For explaining; what holds in all states at once is the solver's work.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from detente.scenario.lines import Lines
from detente.scenario.model import Party, Scenario
from detente.scenario.moves import CellMoves, lines_of
from detente.scenario.preferences import Ranks
from detente.scenario.solution import Game, game_of
from detente.scenario.states import States


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One move on a way: the number of the party, and the state that it moves to."""

    party: int
    to: int


@dataclass(frozen=True)
class Board:
    """A game with ranks. Parties and states go by number, from 0; a higher rank is better."""

    game: Game
    ranks: Sequence[Ranks]
    lines: Sequence[Lines]
    _moves: dict[tuple[int, int], tuple[int, ...]] = field(default_factory=dict, repr=False)  #: looked up so far

    @classmethod
    def of(cls, game: Game, ranks: Sequence[Ranks]) -> Board:
        """The board of a game."""
        moves = game.moves
        lines = moves.lines if isinstance(moves, CellMoves) else lines_of(game.scenario, game.states)
        return cls(game, ranks, lines)

    @classmethod
    def of_scenario(cls, scenario: Scenario) -> Board:
        """The board of a scenario with its own wants. Raises BadScenario."""
        game = game_of(scenario)
        return cls.of(game, game.ranks())

    @property
    def scenario(self) -> Scenario:
        """What is played."""
        return self.game.scenario

    @property
    def states(self) -> States:
        """The states, by number."""
        return self.game.states

    @property
    def now(self) -> int | None:
        """The state of now; None where the scenario does not say. Raises BadScenario where it cannot occur."""
        return self.game.now

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties, in the order of their numbers."""
        return self.scenario.parties

    def with_rank(self, party: int, rank: Ranks) -> Board:
        """The board with other preferences of one party; moves that were looked up are kept."""
        ranks = [rank if number == party else own for number, own in enumerate(self.ranks)]
        return replace(self, ranks=ranks)

    def moves(self, party: int, state: int) -> tuple[int, ...]:
        """Where a party can go in one move, in order."""
        found = self._moves.get((party, state))
        if found is None:
            lines, of_cell = self.lines[party], self.states.state
            cells = np.array([state]) if of_cell is None else np.flatnonzero(of_cell == state)
            targets = lines.targets(cells)[1]
            states = set((targets if of_cell is None else of_cell[targets]).tolist())
            found = self._moves[party, state] = tuple(sorted(states - {state}))
        return found

    def improvements(self, party: int, state: int) -> list[int]:
        """Where a party can go and would rather be, the best first."""
        rank = self.ranks[party]
        better = [target for target in self.moves(party, state) if rank[target] > rank[state]]
        return sorted(better, key=lambda target: (-int(rank[target]), target))

    def prefers(self, party: int, one: int, other: int) -> bool:
        """Whether a party strictly prefers the one state to the other."""
        return bool(self.ranks[party][one] > self.ranks[party][other])

    def ways(
        self, group: Collection[int], start: int, *, improving: bool = False, most: int | None = None,
        step: Callable[[int, int], Iterable[int]] | None = None,
    ) -> Iterator[tuple[int, tuple[Step, ...]]]:  # fmt: skip
        """What a group reaches from a state by legal sequences, nearest first, with a shortest way to each.

        Begins with the start itself and no steps. ``most`` stops the search after so many states. ``step`` says where
        a party may go from a state; by default all its moves, or its improvements.
        """
        if step is None:
            step = self.improvements if improving else self.moves
        came: dict[tuple[int, int], tuple[int, int] | None] = {(start, -1): None}
        reached = {start}
        yield start, ()
        waiting = deque([(start, -1)])
        while waiting:
            here = waiting.popleft()
            for party in sorted(group):
                if party == here[1]:
                    continue
                for target in step(party, here[0]):
                    there = (target, party)
                    if there in came:
                        continue
                    came[there] = here
                    waiting.append(there)
                    if target not in reached:
                        reached.add(target)
                        yield target, _way(came, there)
                        if most is not None and len(reached) >= most:
                            return


def _way(came: dict[tuple[int, int], tuple[int, int] | None], end: tuple[int, int]) -> tuple[Step, ...]:
    steps: list[Step] = []
    at: tuple[int, int] | None = end
    while at is not None and came[at] is not None:
        steps.append(Step(at[1], at[0]))
        at = came[at]
    return tuple(reversed(steps))
