"""Simultaneous stability (Fraser and Hipel 1979): an improvement deterred by what all may do at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.scenario import kernel
from detente.scenario.moves import CellMoves
from detente.scenario.preferences import Ranks
from detente.scenario.truth import Bools


def simultaneous(moves: CellMoves, ranks: Sequence[Ranks]) -> Bools:
    """Where each party's states are stable: (parties, states)."""
    stable = np.ones((moves.parties, len(moves.states)), np.bool_)
    movers = [party for party, lines in enumerate(moves.lines) if lines.own]  # who has no options is always stable
    if movers:
        lines, of_movers = [moves.lines[party] for party in movers], np.stack([ranks[party] for party in movers])
        stable[movers] = kernel.simultaneous(lines, of_movers)
    return stable
