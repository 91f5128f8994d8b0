"""Simultaneous stability (Fraser and Hipel 1979): an improvement deterred by what all may do at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.scenario.choices import Choices, better_choices, rank_at
from detente.scenario.joint_answers import JointAnswers
from detente.scenario.moves import CellMoves
from detente.scenario.one_answer import deterred_one_by_one
from detente.scenario.preferences import Ranks
from detente.scenario.ranges import Indices
from detente.scenario.row_answers import RowAnswers
from detente.scenario.truth import Bools

_MOST_OPTIONS = 22  # for a table of all choices of the options
_AT_FIRST = 16  # joint answers tried in turn before all are together
_WORDS_AN_ANSWER = 32  # of bits take as long as one answer tried in turn
_WORTH_TRYING = 1 << 22  # words of bits from which that pays
_MOST_WORDS = 1 << 31


def simultaneous(moves: CellMoves, ranks: Sequence[Ranks], hopeless: Bools | None = None) -> Bools:
    """Where each party's states are stable: (parties, states).

    ``hopeless``: (parties, states), where it is known already that they are not.
    """
    can_improve = np.stack([moves.best(party, rank) > rank for party, rank in enumerate(ranks)])
    found = ~can_improve
    dense = _Dense(moves, ranks) if len(moves.states.options) <= _MOST_OPTIONS else None
    for party in range(moves.parties):
        can_be = can_improve[party] & np.delete(can_improve, party, axis=0).any(axis=0)
        if hopeless is not None:
            can_be &= ~hopeless[party]
        states = np.flatnonzero(can_be)
        deterred = deterred_one_by_one(moves, ranks, party, states) if dense is None else dense.deterred(party, states)
        found[party, states] = deterred
    return found


class _Dense:
    """A model of few enough options for a table of all their choices."""

    def __init__(self, moves: CellMoves, ranks: Sequence[Ranks]) -> None:
        self._codes, self._ranks = moves.states.codes, ranks
        self._choices = [Choices(lines) for lines in moves.lines]
        self._at = [rank_at(moves.states, rank, -1) for rank in ranks]
        self._words = max((1 << len(moves.states.options)) // 64, 1)  # of bits for a state
        self._states = moves.states

    def deterred(self, party: int, states: Indices) -> Bools:
        """For each of some states whether every improvement is deterred."""
        rank = self._ranks[party]
        deterred = np.zeros(len(states), np.bool_)
        rows = RowAnswers(self._choices, party, rank_at(self._states, rank, np.iinfo(np.int32).max))
        at_once = (1 << 24) // max(len(choices) for choices in self._choices)
        for start in range(0, len(states), at_once):
            part = states[start : start + at_once]
            part_deterred = np.zeros(len(part), np.bool_)
            place = np.argsort(rank[part])  # worst first
            codes = self._codes[part]
            better = better_choices(self._choices, codes, [rank[part] for rank in self._ranks], self._at)
            for most in (_AT_FIRST, self._words // _WORDS_AN_ANSWER):
                if len(place) * self._words > _WORTH_TRYING and most >= _AT_FIRST:
                    open_better = [some.take(place, axis=1) for some in better]
                    found, final = rows.deterred(codes[place], rank[part[place]], open_better, most)
                    part_deterred[place] = found
                    place = place[~final]
            better = [some.take(place, axis=1) for some in better]
            if len(place) * self._words <= _MOST_WORDS:
                joint = JointAnswers(self._choices, party, self._codes, rank)
                part_deterred[place] = joint.deterred(part[place], better)
            else:
                part_deterred[place] = rows.deterred(codes[place], rank[part[place]], better)[0]
            deterred[start : start + at_once] = part_deterred
        return deterred
