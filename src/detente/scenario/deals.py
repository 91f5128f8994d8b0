"""Deals: what all parties together can reach from now and each of them prefers; and who would not deliver last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np

from detente.scenario.board import Board
from detente.scenario.cells import find
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices
from detente.scenario.solution import Game, Solution


@dataclass(frozen=True, slots=True)
class Deal:
    """A state that everybody prefers to now.

    ``holds``: the concepts under which it is an equilibrium. ``leaving``: parties that gain by moving away from it.
    """

    state: int
    holds: tuple[str, ...]
    leaving: tuple[int, ...]


def better_for_all(game: Game, ranks: Sequence[Ranks], within_reach: Indices) -> Indices:
    """The states that all parties strictly prefer to now; ``within_reach``: moves to each, -1 where there is no way."""
    assert game.now is not None
    better = within_reach > 0
    for rank in ranks:
        better &= rank > rank[game.now]
    return np.flatnonzero(better)


def deals(solution: Solution) -> list[Deal]:
    """The deals from now, those that hold under most concepts first; none without a now."""
    if solution.moves is None:
        return []
    states = better_for_all(solution.game, solution.ranks, solution.moves)
    equilibria = solution.equilibria
    holds = np.stack([where[states] for where in equilibria.values()], axis=1)
    leaving = ~solution.stable["nash"][:, states].T
    order = np.lexsort((states, leaving.sum(axis=1), -holds.sum(axis=1)))
    parties = range(leaving.shape[1])
    return [
        Deal(state, tuple(compress(equilibria, held)), tuple(compress(parties, left)))
        for state, held, left in zip(
            states[order].tolist(), holds[order].tolist(), leaving[order].tolist(), strict=True
        )
    ]  # fmt: skip


def unwilling(board: Board, deal: int) -> tuple[tuple[int, int], ...]:
    """Who would not deliver last, with the state that it prefers: its own options as now and all others' as agreed."""
    assert board.now is not None
    now, then = board.states.key(board.now), board.states.key(deal)
    found = []
    for number, party in enumerate(board.parties):
        own = [option.party == party.id for option in board.scenario.options]
        short = "".join(old if mine else new for mine, old, new in zip(own, now, then, strict=True))
        state = find(board.states, short)
        if state is not None and state != deal and board.prefers(number, state, deal):
            found.append((number, state))
    return tuple(found)
