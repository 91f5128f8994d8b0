"""Fitting: logistic regression with a quadratic penalty; no randomness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from open_dates import Example
from scipy.optimize import minimize

from detente.reading.time.learned.model import BIAS, Model

PENALTY = 1.0  # the inverse variance of a weight's prior
SEEN = 2  # reports that a feature must occur in
DIGITS = 3


def fit(reports: Sequence[Sequence[Example]]) -> Model:
    """Weights from the examples of each report."""
    seen = Counter(name for report in reports for name in {name for example in report for name in example.features})
    names = [BIAS, *sorted(name for name, count in seen.items() if count >= SEEN)]
    column = {name: at for at, name in enumerate(names)}
    examples = [example for report in reports for example in report]
    rows = np.zeros((len(examples), len(names)))
    for row, example in zip(rows, examples, strict=True):
        row[[0, *(column[name] for name in example.features if name in column)]] = 1.0
    ahead = np.array([example.ahead for example in examples], dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = rows @ weights
        pulled = np.concatenate([[0.0], weights[1:]])  # the bias is free
        slope = rows.T @ (1 / (1 + np.exp(-odds)) - ahead) + PENALTY * pulled
        return float(np.sum(np.logaddexp(0, odds) - ahead * odds) + PENALTY * pulled @ pulled / 2), slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    rounded = {name: round(float(weight), DIGITS) for name, weight in zip(names, found.x, strict=True)}
    return Model({name: weight for name, weight in rounded.items() if weight or name == BIAS})
