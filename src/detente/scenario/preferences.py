"""What each party prefers, as ranks of the states: 0 is worst; states that are equally good have the same rank."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.errors import BadScenario
from detente.scenario.model import Party
from detente.scenario.packed_ranking import PackedRanking
from detente.scenario.statement import Statement
from detente.scenario.states import States
from detente.scenario.truth import Bools

Ranks = NDArray[np.int32]
UNREACHED = np.int32(np.iinfo(np.int32).max)  #: more than every rank
_BITS_AT_ONCE = 20  # statements whose truth makes one table index


def ranks_of(party: Party, states: States) -> Ranks:
    """The rank of each state for a party, dense from 0. Raises BadScenario where a ranking does not fit the states."""
    if party.ranking is not None:
        return ranked(party.ranking, states, party.id)
    return prioritised([want.statement for want in party.wants], states)


def prioritised(statements: Sequence[Statement], states: States) -> Ranks:
    """Ranks by statements, most important first: the first in which two states differ decides (Hipel et al. 1997)."""
    return by_truth([states.holds(statement) for statement in statements], len(states))


def by_truth(truths: Sequence[Bools], states: int) -> Ranks:
    """Ranks by the truth of statements, most important first."""
    rank = np.zeros(states, np.int64)
    for start in range(0, len(truths), _BITS_AT_ONCE):
        for truth in truths[start : start + _BITS_AT_ONCE]:
            rank = (rank << 1) | truth
        rank = _dense(rank)
    return rank.astype(np.int32)


def _dense(score: NDArray[np.int64]) -> NDArray[np.int64]:
    """Scores replaced by their place among the distinct ones."""
    if score.max(initial=0) < 4 * len(score) + 1024:
        seen = np.zeros(int(score.max(initial=0)) + 1, np.int64)
        seen[score] = 1
        return (np.cumsum(seen) - 1)[score]
    return np.unique(score, return_inverse=True)[1].astype(np.int64)


def ranked(tiers: Sequence[Sequence[str]], states: States, party: str) -> Ranks:
    """Ranks by tiers of keys, best first, which must hold every state once. Raises BadScenario."""
    if isinstance(tiers, PackedRanking) and (packed := _of_packed(tiers, states)) is not None:
        return packed
    rank = np.full(len(states), -1, np.int32)
    for number, tier in enumerate(tiers):
        for key in tier:
            state = states.find(key)
            if state is None:
                raise BadScenario(f"the ranking of {party} has {key!r}, which is no feasible state")
            if rank[state] >= 0:
                raise BadScenario(f"the ranking of {party} has {key!r} twice")
            rank[state] = len(tiers) - 1 - number
    missing = np.flatnonzero(rank < 0)
    if len(missing):
        raise BadScenario(
            f"the ranking of {party} lacks {len(missing)} of {len(states)} states, such as {states.key(missing[0])!r}"
        )
    return _dense(rank.astype(np.int64)).astype(np.int32)


def _of_packed(tiers: PackedRanking, states: States) -> Ranks | None:
    """The same for many keys at once; None where something is wrong with them."""
    if tiers.width != len(states.options):
        return None
    several = np.flatnonzero(tiers.unsaid)
    if not len(several):
        found = states.find_all(tiers.taken)
        if found is None:
            return None
    else:
        single = states.find_all(np.delete(tiers.taken, several))
        joined = [states.find(tiers.key(place)) for place in several.tolist()]
        if single is None or None in joined:
            return None
        found = np.empty(len(tiers.taken), np.intp)
        found[several] = [state for state in joined if state is not None]
        found[np.flatnonzero(tiers.unsaid == 0)] = single
    if len(found) != len(states) or (np.bincount(found, minlength=len(states)) != 1).any():
        return None
    rank = np.empty(len(states), np.int32)
    rank[found] = len(tiers) - 1 - np.repeat(np.arange(len(tiers)), np.diff(tiers.ends, prepend=0))
    return rank


def is_strict(rank: Ranks) -> bool:
    """Whether no two states are equally good."""
    return int(rank.max(initial=-1)) + 1 == len(rank)
