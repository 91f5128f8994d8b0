"""Hypergames: each party plays the game that it sees (Bennett 1977; Fraser and Hipel 1984)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.scenario.model import View
from detente.scenario.preferences import Ranks, ranks_of
from detente.scenario.solution import Solution
from detente.scenario.stability import equilibria, stable
from detente.scenario.truth import Bools


@dataclass(frozen=True)
class Seen:
    """What a view makes of the game. Arrays of truth have a place a state, by concept."""

    view: View
    party: int
    ranks: Sequence[Ranks]  #: of all parties, as this one sees them
    stable: dict[str, Bools]  #: (parties, states), in its eyes
    holds: dict[str, Bools]  #: what it takes to hold

    def surprising(self, solution: Solution, concept: str) -> list[int]:
        """States that it takes to hold and that do not."""
        return np.flatnonzero(self.holds[concept] & ~equilibria(solution.stable[concept])).tolist()

    def unforeseen(self, solution: Solution, concept: str) -> list[int]:
        """States that hold, though it takes them not to."""
        return np.flatnonzero(equilibria(solution.stable[concept]) & ~self.holds[concept]).tolist()


def seen(solution: Solution) -> list[Seen]:
    """The game in the eyes of each party that has a view of it. Raises BadScenario."""
    game = solution.game
    ids = [party.id for party in game.scenario.parties]
    found = []
    for view in game.scenario.views:
        ranks = list(solution.ranks)
        for party in view.parties:
            ranks[ids.index(party.id)] = ranks_of(party, game.states)
        in_its_eyes = stable(game.moves, ranks)
        holds = {concept: equilibria(by_party) for concept, by_party in in_its_eyes.items()}
        found.append(Seen(view, ids.index(view.party), ranks, in_its_eyes, holds))
    return found


def kept_to(solution: Solution, views: Sequence[Seen], concept: str) -> list[int]:
    """The equilibria of the hypergame: states that are stable for each party in the game that it sees."""
    by_party = solution.stable[concept].copy()
    for view in views:
        by_party[view.party] = view.stable[concept][view.party]
    return np.flatnonzero(equilibria(by_party)).tolist()
