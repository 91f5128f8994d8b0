"""The kernel's functions in Python and numpy, for where there is no C compiler: the same arguments, the same answers.

Each takes what the function of its name in the C files takes. What those may leave to their callers is left to them
here: rankings are read as JSON, and points are compared by sorting.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.scenario.kernel.plain_climb import climb, climb_layout
from detente.scenario.kernel.plain_simultaneous import simultaneous

__all__ = ["climb", "climb_layout", "read_ranking", "simultaneous", "undominated", "write_chosen", "write_numbered",
           "write_tiers"]  # fmt: skip
Array = NDArray[Any]


def read_ranking(*_: object) -> int:
    """Nothing is packed: 0, as for what is no ranking."""
    return 0


def undominated(*_: object) -> int:
    """Given up at once: 0, as after too many comparisons."""
    return 0


def write_chosen(states: int, size: int, rows: Array, chosen: Array, out: Array) -> int:
    """The rows of the chosen states."""
    del states, size
    return _written(out, rows[chosen.astype(np.bool_)].tobytes())


def write_tiers(states: int, size: int, rows: Array, rank: Array, out: Array) -> int:
    """The keys by tiers, best first."""
    order = np.argsort(-rank.astype(np.int64), kind="stable").tolist()
    ranks = rank.tolist()
    pieces, before = [], None
    for state in order:
        pieces += [b", " if ranks[state] == before else b"], [", rows[state, : size - 2].tobytes()]
        before = ranks[state]
    del states
    return _written(out, b"".join(pieces))


def write_numbered(states: int, size: int, rows: Array, numbers: Array, out: Array) -> int:
    """Each key with its number, where that is more than 0."""
    del states
    return _written(
        out,
        b"".join(
            rows[state, : size - 2].tobytes() + b": %d, " % numbers[state]
            for state in np.flatnonzero(numbers > 0).tolist()
        ),
    )


def _written(out: Array, text: bytes) -> int:
    out[: len(text)] = np.frombuffer(text, np.uint8)
    return len(text)
