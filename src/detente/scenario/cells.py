"""A state by a key that may be that of one of its cells."""

from __future__ import annotations

import numpy as np

from detente.scenario.states import States


def find(states: States, key: str) -> int | None:
    """The state with this key, or of which this is one of the cells; None where there is none."""
    found = states.find(key)
    if found is None and set(key) <= {"Y", "N"} and len(key) == len(states.options) and states.state is not None:
        code = sum(1 << bit for bit, letter in enumerate(key) if letter == "Y")
        cell = int(np.searchsorted(states.codes, code))
        if cell < len(states.codes) and states.codes[cell] == code:
            return int(states.state[cell])
    return found
