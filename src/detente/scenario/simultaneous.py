"""Simultaneous stability (Fraser and Hipel 1979): an improvement deterred by what all may do at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.scenario import kernel
from detente.scenario.lines import Lines
from detente.scenario.moves import CellMoves
from detente.scenario.preferences import Ranks
from detente.scenario.truth import Bools

MOST_PLACES = 1 << 22  #: of all joint choices, feasible or not, for which the kernel makes tables


def simultaneous(moves: CellMoves, ranks: Sequence[Ranks]) -> Bools:
    """Where each party's states are stable: (parties, states)."""
    stable = np.ones((moves.parties, len(moves.states)), np.bool_)
    movers = [party for party, lines in enumerate(moves.lines) if lines.own]  # who has no options is always stable
    if len(movers) == 1:  # nobody deters it
        only, rank = movers[0], ranks[movers[0]]
        stable[only] = moves.best(only, rank) <= rank
    elif movers:
        stable[movers] = among([moves.lines[party] for party in movers], [ranks[party] for party in movers])
    return stable


def among(lines: Sequence[Lines], ranks: Sequence[Ranks], most_places: int = MOST_PLACES) -> Bools:
    """The same for parties that all have options; joint choices of all are looked up in tables if they are few."""
    codes = lines[0].codes
    stable = np.empty((len(lines), len(codes)), np.bool_)
    kernel.call(
        "simultaneous", len(codes), codes, len(lines),
        _masks(line.own for line in lines), _masks(line.take | line.drop for line in lines),
        _masks(line.drop for line in lines), np.stack(ranks), most_places, stable,
    )  # fmt: skip
    return stable


def _masks(masks: Iterable[int]) -> NDArray[np.int64]:
    return np.fromiter(masks, np.int64)
