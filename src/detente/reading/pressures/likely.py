"""Which candidates are pressures: a logistic regression on their features decides (``training/pressures``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from detente.reading.pressures.features import Surroundings, features

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

    from detente.reading.pressures.candidates import Candidate


def is_likely(candidate: Candidate, around: Surroundings) -> bool:
    """Whether the model takes a candidate for a pressure."""
    table, least = _weights()
    return float(sum(table[place] for place in features(candidate, around))) > least


@cache
def _weights() -> tuple[list[float], float]:
    """The weight of each feature, and the sum that a pressure needs."""
    import numpy as np

    with as_file(files("detente.reading.pressures") / "weights.npz") as path, np.load(path) as stored:
        table: NDArray[float32] = stored["weights"]
        return table.tolist(), float(stored["least"])
