"""Simultaneous stability (Fraser and Hipel 1979): an improvement deterred by what all may do at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.scenario.choices import Choices, better_choices, rank_at
from detente.scenario.joint_answers import JointAnswers
from detente.scenario.moves import CellMoves
from detente.scenario.one_answer import deterred_one_by_one
from detente.scenario.preferences import Ranks
from detente.scenario.truth import Bools

_MOST_WORDS = 1 << 31


def simultaneous(moves: CellMoves, ranks: Sequence[Ranks], hopeless: Bools | None = None) -> Bools:
    """Where each party's states are stable: (parties, states).

    ``hopeless``: where it is known already that they are not.
    """
    can_improve = np.stack([moves.best(party, rank) > rank for party, rank in enumerate(ranks)])
    found = ~can_improve
    count, options = len(moves.states), len(moves.states.options)
    dense = options < 24 and count << max(options - 6, 0) <= _MOST_WORDS
    if dense:
        choices = [Choices(lines) for lines in moves.lines]
        at = [rank_at(moves.states, rank) for rank in ranks]
    for party in range(moves.parties):
        others = np.delete(can_improve, party, axis=0).any(axis=0)
        open_ = can_improve[party] & others
        if hopeless is not None:
            open_ &= ~hopeless[party]
        states = np.flatnonzero(open_)
        if dense:
            states = states[np.argsort(ranks[party][states])]
            joint = JointAnswers(choices, party, moves.states.codes, ranks[party])
            better = better_choices(choices, moves.states.codes[states], [rank[states] for rank in ranks], at)
            found[party, states] = joint.deterred(states, better)
        else:
            found[party, states] = deterred_one_by_one(moves, ranks, party, states)
    return found
