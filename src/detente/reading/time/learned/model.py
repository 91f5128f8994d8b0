"""A log-linear model: the weights of features, as ``training/time`` learned them from annotated reports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: The feature that every example has.
BIAS = "bias"


@dataclass(frozen=True)
class Model:
    """Weights by feature, in log-odds of "ahead"."""

    weights: Mapping[str, float]

    def odds(self, features: Iterable[str]) -> float:
        """The log-odds of "ahead"; a feature that was not seen in training weighs nothing."""
        return self.weights[BIAS] + sum(self.weights.get(feature, 0.0) for feature in features)


@cache
def released() -> Model:
    """The weights of this package."""
    return Model(json.loads((files(__package__) / "weights.json").read_text(encoding="utf-8"))["weights"])
