"""Many ranges of integers at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.intp]


def ranges(start: Indices, size: Indices) -> Indices:
    """``start[0], start[0] + 1, …`` for ``size[0]`` integers, then the same for the next, in one array."""
    ends = np.cumsum(size)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(start - (ends - size), size) + np.arange(total)


def starts(size: Indices) -> Indices:
    """Where each of many ranges begins when they are laid end to end."""
    return np.cumsum(size) - size
