"""Which candidates are pressures: a logistic regression on their features decides (``training/pressures``).

Who is forced to a deed is plainly pressed, and needs no weighing.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from detente.reading.pressures.features import Surroundings, features
from detente.reading.pressures.lexicon import lexicon

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

    from detente.reading.pressures.candidates import Candidate


def is_likely(candidate: Candidate, around: Surroundings) -> bool:
    """Whether a candidate is plainly a pressure, or the model takes it for one."""
    if _is_plain(candidate):
        return True
    table, least = _weights()
    return float(sum(table[place] for place in features(candidate, around))) > least


def _is_plain(candidate: Candidate) -> bool:
    """Whether somebody is forced to do something: "compelled Kenya to close its border"."""
    verb = candidate.at
    return (
        candidate.kind == "verb"
        and verb.lemma_.lower() in lexicon().forcing
        and any(child.dep_ in ("xcomp", "ccomp") and child.i > verb.i for child in verb.children)
    )


@cache
def _weights() -> tuple[list[float], float]:
    """The weight of each feature, and the sum that a pressure needs."""
    import numpy as np

    with as_file(files("detente.reading.pressures") / "weights.npz") as path, np.load(path) as stored:
        table: NDArray[float32] = stored["weights"]
        return table.tolist(), float(stored["least"])
