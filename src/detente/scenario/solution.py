"""Solving a scenario: which states are stable, for whom, and under which foresight."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from detente.errors import BadScenario
from detente.scenario.coalitions import Coalition, coalition_nash, coalitions
from detente.scenario.joined_moves import JoinedMoves
from detente.scenario.kernel import beside
from detente.scenario.limited import limited, nonmyopic
from detente.scenario.model import Scenario
from detente.scenario.moves import CellMoves, Moves, lines_of
from detente.scenario.preferences import Ranks, is_strict, ranks_of
from detente.scenario.ranges import Indices
from detente.scenario.simultaneous import simultaneous
from detente.scenario.stability import equilibria, stable
from detente.scenario.states import States, states_of
from detente.scenario.truth import Bools


@dataclass(frozen=True)
class Game:
    """The states and moves of a scenario: what stays the same while preferences change."""

    scenario: Scenario
    states: States
    moves: Moves[Any]

    @cached_property
    def now(self) -> int | None:
        """The state at the time of the analysis. Raises BadScenario where it is infeasible."""
        if self.scenario.now is None:
            return None
        state = self.states.find(self.scenario.now)
        if state is None:
            raise BadScenario(f"the state now, {self.scenario.now!r}, is infeasible; see which never rules it out")
        return state

    def ranks(self) -> list[Ranks]:
        """Each party's rank of each state, as the scenario has it."""
        return [ranks_of(party, self.states) for party in self.scenario.parties]


def game_of(scenario: Scenario) -> Game:
    """Build the states and moves of a scenario. Raises BadScenario."""
    states = states_of(scenario)
    lines = lines_of(scenario, states)
    return Game(scenario, states, JoinedMoves(states, lines) if states.combined else CellMoves(states, lines))


@dataclass(frozen=True)
class Solution:
    """What holds in a game with given preferences. Arrays of truth have a place a state, in the order of the states."""

    game: Game
    ranks: Sequence[Ranks]  #: by party
    stable: dict[str, Bools]  #: by concept, (parties, states); no "sim" where states were combined
    coalition_nash: dict[Coalition, Bools]  #: by the members' numbers
    limited: list[Bools] | None  #: equilibria with horizon 1, 2, …; for two parties with strict rankings
    nonmyopic: Bools | None
    moves: Indices | None  #: fewest moves from now to each state, -1 where it is not reached; None without ``now``
    improvements: Indices | None  #: the same by improvements only

    @property
    def equilibria(self) -> dict[str, Bools]:
        """By concept, where a state is stable for everyone."""
        return {concept: equilibria(by_party) for concept, by_party in self.stable.items()}


def solve(scenario: Scenario) -> Solution:
    """Solve a scenario. Raises BadScenario where it makes no sense or is too large."""
    game = game_of(scenario)
    return solve_game(game, game.ranks())


def solve_game(game: Game, ranks: Sequence[Ranks]) -> Solution:
    """Solve a game under these preferences."""
    moves, now = game.moves, game.now
    jointly = partial(simultaneous, moves, ranks) if isinstance(moves, CellMoves) else None
    with beside(jointly) if jointly else nullcontext() as joint:  # SIM takes as long as all the rest
        found = stable(moves, ranks)
        groups = {group: coalition_nash(moves, ranks, group) for group in coalitions(moves.parties)}
        if joint:
            found["sim"] = joint.result()
    two_strict = moves.parties == 2 and all(is_strict(rank) for rank in ranks)
    return Solution(
        game=game,
        ranks=ranks,
        stable=found,
        coalition_nash=groups,
        limited=limited(moves, ranks) if two_strict else None,
        nonmyopic=nonmyopic(moves, ranks) if two_strict else None,
        moves=None if now is None else moves.fewest(now, None),
        improvements=None if now is None else moves.fewest(now, ranks),
    )
