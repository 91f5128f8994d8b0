"""The weights of the finder of happenings: features -> log odds that a word names one, and the likeliest type.

They are those of ``training/events/finder.py``. Half precision on disk, single precision in memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from detente.reading.events.learned.features import Features, Floats, Ints, Keys

NO_TYPE = "none"  #: the class of happenings that PLOVER has no type for
OUT = Path(__file__).with_name("weights.npz")


@dataclass(frozen=True, slots=True)
class Weights:
    """Of ``keys`` [k], and of the vectors of verbs and of nouns [2, 900], for finding and for each of the types."""

    keys: Keys
    finding: Floats
    finding_vectors: Floats
    bias: float
    types: Floats
    type_vectors: Floats
    type_bias: Floats

    def scores(self, found: Features) -> tuple[Floats, Floats]:
        """The log odds of each row [n], and the scores of its types [n, 17]."""
        rows, at = columns(found, self.keys)
        n = len(found.tokens)
        which = found.nouns.astype(np.int64)
        odds: Floats = (np.bincount(rows, self.finding[at], n) + self.bias).astype(np.float32)
        odds += np.einsum("ij,ij->i", found.vectors, self.finding_vectors[which])
        types = np.zeros((n, self.types.shape[1]), np.float32)
        np.add.at(types, rows, self.types[at])
        for kind in (0, 1):
            some = which == kind
            types[some] += found.vectors[some] @ self.type_vectors[kind]
        return odds, types + self.type_bias

    def write(self, path: Path) -> None:
        """Keep them; what is as good as nothing is left out."""
        kept = (np.abs(self.finding) >= 0.01) | (np.abs(self.types).max(1) >= 0.01)
        parts = {
            "finding": self.finding[kept], "finding_vectors": self.finding_vectors, "types": self.types[kept],
            "type_vectors": self.type_vectors, "type_bias": self.type_bias, "bias": np.array([self.bias]),
        }  # fmt: skip
        halves = {name: part.astype(np.float16) for name, part in parts.items()}
        np.savez_compressed(path, keys=self.keys[kept], **halves)


def columns(found: Features, keys: Keys) -> tuple[Ints, Ints]:
    """Row and place among the sorted keys of each feature that has a weight."""
    if not len(keys):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    at = np.minimum(np.searchsorted(keys, found.keys), len(keys) - 1)
    known = keys[at] == found.keys
    return found.rows[known], at[known]


@cache
def weights() -> Weights:
    """Those of the product."""
    with np.load(BytesIO(files(__package__).joinpath("weights.npz").read_bytes())) as kept:
        part = {name: kept[name].astype(np.float32) for name in kept.files if name != "keys"}
        keys = kept["keys"]
    return Weights(
        keys, part["finding"], part["finding_vectors"], float(part["bias"][0]),
        part["types"], part["type_vectors"], part["type_bias"],
    )  # fmt: skip
