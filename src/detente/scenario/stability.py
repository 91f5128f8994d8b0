"""Which states are stable for which party: Nash, GMR, SMR, SEQ and SSEQ for any number of parties.

Each asks of every improvement s1 of a party i whether *some* state that the others reach from s1 is no better for i
than s, so only the worst that they reach matters: W(s1), the least rank over s1 and all they reach. Then s is stable
if W(s1) is at most the rank of s for all s1. Where s1 is no improvement, W(s1) is so anyway, W being no more than the
rank of s1: the greatest W over *all* moves of i decides. In the symmetric concepts the rank of s2 is replaced by the
best that i can then make of it, over s2 and its own moves from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from detente.scenario.moves import Moves
from detente.scenario.preferences import Ranks
from detente.scenario.truth import Bools

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")


def stable(moves: Moves[Any], ranks: Sequence[Ranks]) -> dict[str, Bools]:
    """By concept where each party's states are stable: (parties, states)."""
    count = len(moves.states)
    found = {concept: np.empty((moves.parties, count), np.bool_) for concept in CONCEPTS}
    improvements = [moves.improvements(party, rank) for party, rank in enumerate(ranks)]
    for party, rank in enumerate(ranks):
        others = [other for other in range(moves.parties) if other != party]
        best = moves.best(party, rank)
        found["nash"][party] = best <= rank
        values = np.stack([rank, best], axis=1)
        by_moves = moves.reached(others, np.minimum, values)
        by_improvements = moves.climbed([improvements[other] for other in others], values)
        for concepts, reached in ((("gmr", "smr"), by_moves), (("seq", "sseq"), by_improvements)):
            worst = moves.best(party, np.minimum(reached, rank[:, None]))
            for column, concept in enumerate(concepts):
                found[concept][party] = worst[:, column] <= rank
    return found


def equilibria(stable: Bools) -> Bools:
    """Where states are stable for all parties; ``stable``: (parties, states)."""
    everywhere: Bools = np.logical_and.reduce(stable)
    return everywhere
