"""The network in numpy: embeddings, layers over a token's neighbours, a recurrent layer over paragraphs, tags, links.

The weights are those of ``training/attribution``: an ensemble of a few networks that share an architecture, their
scores averaged. Half precision on disk, single precision in memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.reading.attribution.learned.features import LEXICAL, PLACED, Features, Vocabulary
from detente.reading.attribution.learned.pairs import PAIRS, pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

_TINY = np.float32(1e-5)
_VECTOR = 300


@dataclass(frozen=True, slots=True)
class Weights:
    """A file of weights: the vocabulary and one or more networks."""

    vocabulary: Vocabulary
    networks: tuple[Mapping[str, Floats], ...]


@cache
def weights(name: str) -> Weights:
    """The weights ``weights/NAME.npz`` of this package."""
    file = resources.files(__package__).joinpath("weights", f"{name}.npz")
    with np.load(BytesIO(file.read_bytes())) as arrays:
        values = {attribute: arrays[f"vocabulary.{attribute}"] for attribute in LEXICAL}
        count = int(arrays["networks"])
        networks = tuple(
            {
                key.partition(".")[2]: arrays[key].astype(np.float32)
                for key in arrays.files
                if key.startswith(f"{number}.")
            }
            for number in range(count)
        )
    return Weights(Vocabulary(values), networks)


def states(net: Mapping[str, Floats], found: Features, vectors: Floats) -> Floats:
    """What a network makes of each token: [n, width]. ``vectors`` [n, 300] are the tokens' word vectors."""
    parts = [net[f"embed.{i}.weight"][found.lexical[:, i]] for i in range(len(LEXICAL))]
    parts += [net[f"place.{i}.weight"][found.placed[:, i]] for i in range(len(PLACED))]
    parts.append(vectors @ net["vector.weight"].T)
    x = np.concatenate(parts, 1) @ net["enter.weight"].T + net["enter.bias"]
    for group in ("lower", "upper"):
        number = 0
        while f"{group}.{number}.own.weight" in net:
            x += _layer(net, f"{group}.{number}", x, found.neighbours)
            number += 1
        if group == "lower" and "back.weight" in net:
            y = _norm(x, net["before.weight"], net["before.bias"])
            x += _recurrent(net, y, found.paragraph) @ net["back.weight"].T + net["back.bias"]
    return _norm(x, net["final.weight"], net["final.bias"])


def _norm(x: Floats, weight: Floats, bias: Floats) -> Floats:
    centred: Floats = x - x.mean(1, keepdims=True)
    scale = np.sqrt(np.einsum("ij,ij->i", centred, centred) / np.float32(x.shape[1]) + _TINY)
    centred /= scale[:, None]
    centred *= weight
    centred += bias
    return centred


def _layer(net: Mapping[str, Floats], name: str, x: Floats, neighbours: Ints) -> Floats:
    y = _norm(x, net[f"{name}.norm.weight"], net[f"{name}.norm.bias"])
    narrow = net[f"{name}.narrow.weight"]
    small = np.zeros((len(x) + 1, len(narrow)), np.float32)
    np.matmul(y, narrow.T, out=small[:-1])
    hidden: Floats = small[neighbours].reshape(len(x), -1) @ net[f"{name}.gather.weight"].T
    hidden += y @ net[f"{name}.own.weight"].T
    hidden += net[f"{name}.gather.bias"]
    np.maximum(hidden, 0, out=hidden)
    out: Floats = hidden @ net[f"{name}.out.weight"].T + net[f"{name}.out.bias"]
    return out


def _recurrent(net: Mapping[str, Floats], x: Floats, paragraph: Ints) -> Floats:
    """A two-way LSTM over each paragraph, all paragraphs side by side."""
    n = len(x)
    begins = np.flatnonzero(np.diff(paragraph, prepend=-1))
    lengths = np.diff(np.append(begins, n))
    order = np.argsort(-lengths, kind="stable")
    begins, lengths = begins[order], lengths[order]
    alive = np.searchsorted(-lengths, -np.arange(int(lengths[0])), side="left").tolist()
    size = net["recurrent.weight_hh_l0"].shape[1]
    out = np.empty((n, 2 * size), np.float32)
    for side, suffix in enumerate(("", "_reverse")):
        gates = x @ net[f"recurrent.weight_ih_l0{suffix}"].T
        gates += net[f"recurrent.bias_ih_l0{suffix}"] + net[f"recurrent.bias_hh_l0{suffix}"]
        turn = np.ascontiguousarray(net[f"recurrent.weight_hh_l0{suffix}"].T)
        hidden = np.zeros((len(begins), size), np.float32)
        cell = np.zeros((len(begins), size), np.float32)
        place = slice(side * size, (side + 1) * size)
        for step, m in enumerate(alive):
            rows = begins[:m] + step if not side else begins[:m] + lengths[:m] - 1 - step
            gate = gates[rows]
            gate += hidden[:m] @ turn
            squashed = _sigmoid(gate)
            cell[:m] *= squashed[:, size : 2 * size]
            cell[:m] += squashed[:, :size] * np.tanh(gate[:, 2 * size : 3 * size])
            np.multiply(squashed[:, 3 * size :], np.tanh(cell[:m]), out=hidden[:m])
            out[rows, place] = hidden[:m]
    return out


def _sigmoid(x: Floats) -> Floats:
    out: Floats = np.tanh(x * np.float32(0.5))
    out += 1
    out *= np.float32(0.5)
    return out


def point(net: Mapping[str, Floats], name: str, x: Floats, found: Features, ones: Ints, others: Ints) -> Floats:
    """Log probabilities of links from each of ``ones`` to each of ``others``, the last column for none: [p, q + 1]."""
    table = pairs(found, ones, others)
    a, b = _ends(x, ones), _ends(x, others)
    left = a @ net[f"{name}.one.weight"].T + net[f"{name}.one.bias"]
    right = b @ net[f"{name}.other.weight"].T + net[f"{name}.other.bias"]
    score = left @ right.T / np.float32(left.shape[1] ** 0.5)
    for i in range(len(PAIRS)):
        score += net[f"{name}.tables.{i}"][table[..., i]]
    score += net[f"{name}.joint"][table[..., 3], table[..., 4], table[..., 1]]
    none = a @ net[f"{name}.none.weight"].T + net[f"{name}.none.bias"]
    full = np.concatenate([score, none], 1)
    full -= full.max(1, keepdims=True)
    full -= np.log(np.exp(full).sum(1, keepdims=True))
    return full


def _ends(x: Floats, spans: Ints) -> Floats:
    return np.concatenate([x[spans[:, 0]], x[spans[:, 1] - 1]], 1)


def word_vectors(found: Features, table: Any) -> Floats:
    """The tokens' rows of the pipeline's word vectors: [n, 300]; zeros where it has none, or none of that length."""
    rows = found.vectors
    if table.ndim != 2 or not len(table) or table.shape[1] != _VECTOR:
        return np.zeros((len(rows), _VECTOR), np.float32)
    got: Floats = table[np.maximum(rows, 0)] * (rows >= 0)[:, None].astype(np.float32)
    return got
