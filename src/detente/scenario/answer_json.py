"""A solution as JSON, with the parts that answers to a case have."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices
from detente.scenario.solution import Solution


def answer(solution: Solution) -> dict[str, Any]:
    """The answer as plain objects."""
    states, scenario = solution.game.states, solution.game.scenario
    keys = states.keys()
    ids = [party.id for party in scenario.parties]

    def chosen(where: Any) -> list[str]:
        return [keys[state] for state in np.flatnonzero(where)]

    found: dict[str, Any] = {
        "case": scenario.name,
        "states": keys,
        "ranking": {id_: _tiers(rank, keys) for id_, rank in zip(ids, solution.ranks, strict=True)},
        "stable": {
            concept: {id_: chosen(where) for id_, where in zip(ids, by_party, strict=True)}
            for concept, by_party in solution.stable.items()
        },
        "equilibria": {concept: chosen(where) for concept, where in solution.equilibria.items()},
        "coalition_nash": {
            "+".join(ids[member] for member in group): chosen(where) for group, where in solution.coalition_nash.items()
        },
    }
    if solution.limited is not None and solution.nonmyopic is not None:
        found["limited"] = {str(number): chosen(where) for number, where in enumerate(solution.limited, 1)}
        found["nonmyopic"] = chosen(solution.nonmyopic)
    if solution.moves is not None and solution.improvements is not None:
        found["status_quo"] = {
            "from": scenario.now,
            "moves": _fewest(solution.moves, keys),
            "improvements": _fewest(solution.improvements, keys),
        }
    return found


def _tiers(rank: Ranks, keys: list[str]) -> list[list[str]]:
    tiers: list[list[str]] = [[] for _ in range(int(rank.max(initial=-1)) + 1)]
    for state, tier in enumerate(rank):
        tiers[-1 - int(tier)].append(keys[state])
    return tiers


def _fewest(moves: Indices, keys: list[str]) -> dict[str, int]:
    return {keys[state]: int(moves[state]) for state in np.flatnonzero(moves > 0)}


def dumps(solution: Solution) -> str:
    """The answer as text."""
    return json.dumps(answer(solution), indent=1, ensure_ascii=False)
